/** Numbers as other numerals, or as characters that sound or look like them: 1丸, 3仟捌, oo for 00. */
import { replaceWords } from "../letters.mjs";
import { numberForms } from "../tables/numbers.mjs";

/** @type {import("../letters.mjs").Kind} */
export const number = {
  kind: "number",
  undone: "number",
  layer: "words",
  disguise: ({ text }, random) => replaceWords(text, numberForms, random),
};
