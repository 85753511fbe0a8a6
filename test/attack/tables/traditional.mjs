/** Traditional and Japanese forms of a character, by OpenCC. */
import { Converter } from "opencc-js";

const converters = ["t", "tw", "hk", "jp"].map((to) => Converter({ from: "cn", to }));
const known = new Map();

/** Forms that a whole text would get: OpenCC looks at the words, so 发展 and 头发 come out differently. @returns {string[]} */
export function traditionalTexts(text) {
  if (!known.has(text)) known.set(text, [...new Set(converters.map((convert) => convert(text)))]);
  return known.get(text);
}
