/**
 * The way people write this today: normalise the text, then match. First pass: traditional to simplified by opencc-js (its converter
 * is built once), NFKC, lower case, everything that is neither letter nor digit stripped. Second pass: a matcher over the dictionary
 * normalised in the same way. Positions in the original text are lost, which is part of why it is done better elsewhere.
 */
import { Converter } from "opencc-js/t2cn";
import { mint, monyone } from "./rivals.mjs";

const matchers = { mint, monyone };
const simplified = Converter({ from: "t", to: "cn" });

/** The first pass. */
export function normalise(text) {
  return simplified(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * @param {string[]} terms
 * @param {{ inner: keyof typeof matchers }} options which matcher does the second pass
 */
export function build(terms, { inner }) {
  const matcher = matchers[inner].build([...new Set(terms.map(normalise))]);
  return { count: (text) => matcher.count(normalise(text)) };
}
