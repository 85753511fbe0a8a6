/** Odd glyphs (火星文): 紸冊, 彂蹍丅缐. */
import { replaceLetters } from "../letters.mjs";
import { variantGlyphs } from "../tables/variants.mjs";

/** @type {import("../letters.mjs").Kind} */
export const variant = {
  kind: "variant",
  undone: "variant",
  layer: "words",
  disguise: ({ text }, random) => replaceLetters(text, (letter) => variantGlyphs[letter] ?? [], random),
};
