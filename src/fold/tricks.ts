/** The spelling tricks that a hit can name in `undone`, in the order in which they are named. */
export const tricks = [
  "width", "case", "traditional", "variant", "noise", "zero_width", "markup",
  "pinyin", "initials", "homophone", "near_sound", "shape", "split", "emoji", "number",
  "reversed", "vertical", "bidi", "confusable", "repeat", "symbol", "encoding",
] as const;
export type Trick = (typeof tricks)[number];
