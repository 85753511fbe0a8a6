/** Invisible characters between the characters. */
import { insertBetween } from "../letters.mjs";

const invisible = [
  "\u200b",
  "\u200c",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u00ad",
  "\u034f",
  "\u180e",
  "\ufe0f",
  "\ufe0e",
  "\u2063",
  "\u3164",
  "\u{e0020}",
];

/** @type {import("../letters.mjs").Kind} */
export const zeroWidth = {
  kind: "zero_width",
  undone: "zero_width",
  layer: "gaps",
  disguise: ({ text }, random) => insertBetween(text, () => random.pick(invisible).repeat(1 + random.below(3)), random),
};
