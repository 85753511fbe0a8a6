import { replaceLetters } from "./letters.mjs";
import { readingsIn } from "./tables/sounds.mjs";

const share = 0.4;
/** How often a character stands in by a reading that is not its usual one, as 伽 does for 加. */
const rareShare = 0.1;

/**
 * A kind that writes characters by others of a like sound.
 * @param {string} kind
 * @param {(reading: string, any: boolean) => readonly string[]} standIns those for a reading; `any`: also by their rare readings
 * @returns {import("./letters.mjs").Kind}
 */
export const bySound = (kind, standIns) => ({
  kind,
  undone: "homophone",
  layer: "words",
  sound: true,
  disguise: ({ text }, random) => {
    const readings = readingsIn(text);
    const any = random.chance(rareShare);
    return replaceLetters(text, (_, i) => (readings[i] === "" ? [] : standIns(readings[i], any)), random, share);
  },
});
