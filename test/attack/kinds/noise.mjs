/** Symbols, spaces and rare punctuation between the characters: 传*销, 上.不.封.顶. One symbol for a term, or a new one in each gap. */
import { insertBetween } from "../letters.mjs";

const symbols = [..."*.·_-~^|/\\+=#@!`'\"、，…—～｜＊＃★☆●○◆◇■□▲△※→♪♡♥々〆　 §¤°•‧∙⋅〃〇｡ﾟ"].concat([
  "**",
  "  ",
  "--",
  "..",
  "~~",
  "//",
  "(",
  ")",
  "【",
  "】",
]);
const sameShare = 0.6;

/** @type {import("../letters.mjs").Kind} */
export const noise = {
  kind: "noise",
  undone: "noise",
  layer: "gaps",
  disguise: ({ text }, random) => {
    const one = random.pick(symbols);
    const between = random.chance(sameShare) ? () => one : () => random.pick(symbols);
    return insertBetween(text, between, random);
  },
};
