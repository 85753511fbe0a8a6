/** Pictures of what a word means: 赚💰, 发🧧. */
import { replaceWords } from "../letters.mjs";
import { meaningEmoji } from "../tables/emoji.mjs";

/** @type {import("../letters.mjs").Kind} */
export const emojiMeaning = {
  kind: "emoji_meaning",
  undone: "emoji",
  layer: "words",
  disguise: ({ text }, random) => replaceWords(text, meaningEmoji, random),
};
