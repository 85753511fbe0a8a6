/** Characters of exactly the same sound, tone included: 投姿, 变线. */
import { replaceLetters } from "../letters.mjs";
import { readingsIn, sameSound } from "../tables/sounds.mjs";

const share = 0.4;
/** How often a character stands in by a reading that is not its usual one, as 伽 does for 加. */
const rareShare = 0.1;

/** @type {import("../letters.mjs").Kind} */
export const homophone = {
  kind: "homophone",
  undone: "homophone",
  layer: "words",
  sound: true,
  disguise: ({ text }, random) => {
    const readings = readingsIn(text);
    const any = random.chance(rareShare);
    return replaceLetters(text, (_, i) => (readings[i] === "" ? [] : sameSound(readings[i], any)), random, share);
  },
};
