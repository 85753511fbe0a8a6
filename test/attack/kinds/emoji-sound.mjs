/** Pictures of something that sounds like the character: 挂🐔, 私❤. */
import { replaceWords } from "../letters.mjs";
import { soundEmoji } from "../tables/emoji.mjs";

const share = 0.4;

/** @type {import("../letters.mjs").Kind} */
export const emojiSound = {
  kind: "emoji_sound",
  undone: "emoji",
  layer: "words",
  sound: true,
  disguise: ({ text }, random) => replaceWords(text, soundEmoji, random, share),
};
