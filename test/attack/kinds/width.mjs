/** Fullwidth, circled, squared, mathematical, keycap and regional letters and digits, and compatibility forms of characters: Ⓥ ❶ 🈹 ⾦. */
import { replaceLetters } from "../letters.mjs";
import { widthForms } from "../tables/widths.mjs";

/** @type {import("../letters.mjs").Kind} */
export const width = {
  kind: "width",
  undone: "width",
  layer: "letters",
  disguise: ({ text }, random) => replaceLetters(text, widthForms, random),
};
