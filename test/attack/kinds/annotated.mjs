/** The reading in brackets behind characters: 會(huì)員(yuán). A bracket behind the last character is no part of the span. */
import { pinyin as read } from "pinyin-pro";
import { lettersOf } from "../letters.mjs";
import { isHan } from "../tables/sounds.mjs";

const brackets = ["()", "（）", "[]", "【】", "〔〕", "<>"];
const share = 0.7;

/** @type {import("../letters.mjs").Kind} */
export const annotated = {
  kind: "annotated",
  undone: "pinyin",
  layer: "encoding",
  disguise: ({ text }, random) => {
    const letters = lettersOf(text);
    const inner = letters.slice(0, -1).flatMap((letter, i) => (isHan(letter) ? [i] : []));
    if (inner.length === 0) return null;
    const [open, close] = random.pick(brackets);
    const readings = readingsOf(letters, random.pick(["symbol", "none", "num"]));
    const sure = random.pick(inner);
    const notes = letters.map((letter, i) => (isHan(letter) && (i === sure || random.chance(share)) ? open + readings[i] + close : ""));
    const out = letters.map((letter, i) => (i < letters.length - 1 ? letter + notes[i] : letter)).join("");
    const changes = notes.filter((note) => note !== "").map((to) => ({ from: "", to }));
    return { text: out, changes, tail: notes.at(-1) };
  },
};

/** In the term's context where every letter is read, else letter by letter. */
function readingsOf(letters, toneType) {
  const options = { type: "array", toneType, v: true };
  return letters.every(isHan) ? read(letters.join(""), options) : letters.map((letter) => read(letter, options)[0]);
}
