/** Some characters in pinyin, never all: chuan销, 传xiao, 发zhan下线. */
import { replaceLetters } from "../letters.mjs";
import { readingsIn, syllableOf } from "../tables/sounds.mjs";

const share = 0.4;
const casings = [(word) => word, (word) => word, (word) => word.toUpperCase(), (word) => word[0].toUpperCase() + word.slice(1)];

/** @type {import("../letters.mjs").Kind} */
export const mixedPinyin = {
  kind: "mixed_pinyin",
  undone: "pinyin",
  layer: "words",
  disguise: ({ text }, random) => {
    const readings = readingsIn(text);
    const casing = random.pick(casings);
    const made = replaceLetters(text, (_, i) => (readings[i] === "" ? [] : [casing(syllableOf(readings[i]))]), random, share);
    return made !== null && made.changes.length < [...text].length ? made : null;
  },
};
