/** The whole line written backwards: 销传. */
import { lettersOf } from "../letters.mjs";

const backwards = (text) => lettersOf(text).reverse().join("");

/** @type {import("../letters.mjs").Kind} */
export const reversed = {
  kind: "reversed",
  undone: "reversed",
  layer: "line",
  disguise: ({ text }) => {
    const back = backwards(text);
    return back === text ? null : { text: back, changes: [{ from: text, to: back }] };
  },
  place: (before, disguised, after) => {
    const start = backwards(after);
    return { text: start + disguised + backwards(before), start: start.length };
  },
};
