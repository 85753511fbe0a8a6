/** Symbols as verbs and words: ➕V, 十威, 消费＝存钱. */
import { replaceWords } from "../letters.mjs";
import { symbolForms } from "../tables/symbols.mjs";

/** @type {import("../letters.mjs").Kind} */
export const symbol = {
  kind: "symbol",
  undone: "symbol",
  layer: "words",
  disguise: ({ text }, random) => replaceWords(text, symbolForms, random),
};
