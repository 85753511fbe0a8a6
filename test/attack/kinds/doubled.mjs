/** Characters written twice or three times: 发发展展下下线线. The span holds all of them. */
import { replaceLetters } from "../letters.mjs";

const wholeShare = 0.5;

/** @type {import("../letters.mjs").Kind} */
export const doubled = {
  kind: "doubled",
  undone: "noise",
  layer: "gaps",
  disguise: ({ text }, random) => {
    const choicesOf = random.chance(0.8) ? (letter) => [letter.repeat(2)] : (letter) => [letter.repeat(2), letter.repeat(3)];
    return replaceLetters(text, choicesOf, random, random.chance(wholeShare) ? 1 : undefined);
  },
};
