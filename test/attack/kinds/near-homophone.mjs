/** Characters that sound nearly the same: another tone, or zh/z ch/c sh/s n/l ang/an eng/en ing/in not told apart: 卫星, 投支. */
import { replaceLetters } from "../letters.mjs";
import { nearSound, readingsIn } from "../tables/sounds.mjs";

const share = 0.4;
const rareShare = 0.1;

/** @type {import("../letters.mjs").Kind} */
export const nearHomophone = {
  kind: "near_homophone",
  undone: "homophone",
  layer: "words",
  sound: true,
  disguise: ({ text }, random) => {
    const readings = readingsIn(text);
    const any = random.chance(rareShare);
    return replaceLetters(text, (_, i) => (readings[i] === "" ? [] : nearSound(readings[i], any)), random, share);
  },
};
