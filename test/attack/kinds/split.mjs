/** Characters as their parts: 亻专钅肖, 马扁. */
import { replaceWords } from "../letters.mjs";
import { splitForms } from "../tables/split.mjs";

/** @type {import("../letters.mjs").Kind} */
export const split = {
  kind: "split",
  undone: "split",
  layer: "words",
  disguise: ({ text }, random) => replaceWords(text, splitForms, random),
};
