/** One character a line, the whole message: read from top to bottom. Now and then with a blank line or an indent, the same for all. */
import { lettersOf } from "../letters.mjs";

const breaks = ["\n", "\r\n", "\n\n", "\n\u3000", "\n  ", " \n", "\r", "\u2028"];

const apart = (text, between) => lettersOf(text).join(between);
/** What stands between two lines, whatever else was put there. */
const breakPattern = /[ \u3000]*(?:\r\n|[\r\n\u2028])+[ \u3000]*/u;

/** @type {import("../letters.mjs").Kind} */
export const vertical = {
  kind: "vertical",
  undone: "noise",
  layer: "line",
  disguise: ({ text }, random) => {
    if (lettersOf(text).length < 2) return null;
    const between = random.pick(breaks);
    return { text: apart(text, between), changes: [{ from: "", to: between }] };
  },
  place: (before, disguised, after) => {
    const between = breakPattern.exec(disguised)?.[0] ?? "\n";
    const top = before === "" ? "" : apart(before, between) + between;
    return { text: top + disguised + (after === "" ? "" : between + apart(after, between)), start: top.length };
  },
};
