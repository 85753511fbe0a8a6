/** All kinds of disguise, in the order of the design's table. */
import { annotated } from "./kinds/annotated.mjs";
import { bidi } from "./kinds/bidi.mjs";
import { doubled } from "./kinds/doubled.mjs";
import { emojiMeaning } from "./kinds/emoji-meaning.mjs";
import { emojiSound } from "./kinds/emoji-sound.mjs";
import { entity } from "./kinds/entity.mjs";
import { homophone } from "./kinds/homophone.mjs";
import { initials } from "./kinds/initials.mjs";
import { lookalike } from "./kinds/lookalike.mjs";
import { markup } from "./kinds/markup.mjs";
import { mixedPinyin } from "./kinds/mixed-pinyin.mjs";
import { nearHomophone } from "./kinds/near-homophone.mjs";
import { noise } from "./kinds/noise.mjs";
import { number } from "./kinds/number.mjs";
import { pinyin } from "./kinds/pinyin.mjs";
import { reversed } from "./kinds/reversed.mjs";
import { shape } from "./kinds/shape.mjs";
import { split } from "./kinds/split.mjs";
import { symbol } from "./kinds/symbol.mjs";
import { traditional } from "./kinds/traditional.mjs";
import { variant } from "./kinds/variant.mjs";
import { vertical } from "./kinds/vertical.mjs";
import { width } from "./kinds/width.mjs";
import { zeroWidth } from "./kinds/zero-width.mjs";

/** @type {readonly import("./letters.mjs").Kind[]} */
export const allKinds = [
  width,
  lookalike,
  traditional,
  variant,
  noise,
  zeroWidth,
  bidi,
  reversed,
  vertical,
  markup,
  entity,
  pinyin,
  mixedPinyin,
  initials,
  annotated,
  homophone,
  nearHomophone,
  split,
  shape,
  emojiMeaning,
  emojiSound,
  number,
  doubled,
  symbol,
];
