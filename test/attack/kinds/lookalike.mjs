/** Latin letters as Greek, Cyrillic, Cherokee or phonetic ones: ІСО for ICO. */
import { replaceLetters } from "../letters.mjs";
import { letterLookalikes } from "../tables/lookalikes.mjs";

/** @type {import("../letters.mjs").Kind} */
export const lookalike = {
  kind: "lookalike",
  undone: "lookalike",
  layer: "letters",
  disguise: ({ text }, random) => replaceLetters(text, (letter) => letterLookalikes[letter] ?? [], random),
};
