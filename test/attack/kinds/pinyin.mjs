/** The whole term in pinyin: chuanxiao, Chuan Xiao, CHUAN'XIAO, chuánxiāo. */
import { pinyin as read } from "pinyin-pro";
import { isHan } from "../tables/sounds.mjs";

const separators = ["", "", " ", "'", "-", "_"];
const casings = [(word) => word, (word) => word, (word) => word.toUpperCase(), (word) => word[0].toUpperCase() + word.slice(1)];
const tones = ["none", "none", "none", "symbol", "num"];

/** @type {import("../letters.mjs").Kind} */
export const pinyin = {
  kind: "pinyin",
  undone: "pinyin",
  layer: "words",
  disguise: ({ text }, random) => {
    if (![...text].every(isHan)) return null;
    const casing = random.pick(casings);
    const syllables = read(text, { type: "array", toneType: random.pick(tones), v: true }).map(casing);
    const to = syllables.join(random.pick(separators));
    return { text: to, changes: [{ from: text, to }] };
  },
};
