/** Characters that look alike: 传锁, 徽信. */
import { replaceWords } from "../letters.mjs";
import { shapeForms } from "../tables/shapes.mjs";

const share = 0.4;

/** @type {import("../letters.mjs").Kind} */
export const shape = {
  kind: "shape",
  undone: "shape",
  layer: "words",
  disguise: ({ text }, random) => replaceWords(text, shapeForms, random, share),
};
