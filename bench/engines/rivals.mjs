/**
 * Other libraries, each by its cheapest call that finds everything it can find. `count` returns what that library reports, which is
 * not the same question everywhere: definitions/candidates.json says under `answer` which question each one answers.
 */
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import Mint from "mint-filter";
import ModernAhoCorasick from "modern-ahocorasick";
import { SensitiveWordTool } from "sensitive-word-tool";

/** All overlapping occurrences. */
export const monyone = {
  build(terms) {
    const automaton = new AhoCorasick(terms);
    return { count: (text) => automaton.matchInText(text).length };
  },
};

/** All overlapping occurrences on grapheme borders; quadratic in the length of the text on Node 20, so messages only. */
export const modern = {
  build(terms) {
    const automaton = new ModernAhoCorasick(terms);
    return { count: (text) => automaton.count(text) };
  },
};

/** At each end position one word, the one of the state reached; words inside it are not reported. */
export const mint = {
  build(terms) {
    const filter = new (Mint.Mint ?? Mint)(terms);
    return { count: (text) => filter.filter(text, { replace: false }).words.length };
  },
};

/** Distinct words of each text, punctuation skipped by a list of its own. */
export const sensitiveWordTool = {
  build(terms) {
    const tool = new SensitiveWordTool({ wordList: terms });
    return { count: (text) => tool.match(text).length };
  },
};

/** One alternation, leftmost and not overlapping; longer terms first, so that the longest wins. */
export const regexp = {
  build(terms) {
    const alternation = new RegExp([...terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|"), "g");
    return { count: (text) => text.match(alternation)?.length ?? 0 };
  },
};
