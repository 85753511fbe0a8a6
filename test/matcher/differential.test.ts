import fc from "fast-check";
import AhoCorasick from "modern-ahocorasick";
import { describe, expect, it } from "vitest";
import { Matcher } from "../../src/engine.js";

/**
 * Another library's automaton as the judge, on short inputs (it splits text with Intl.Segmenter, which is quadratic on Node 20, and it
 * sees graphemes: so only characters that are one unit and one grapheme).
 */
describe("modern-ahocorasick finds the same", () => {
  const options = { folds: "none", skipNoise: false } as const;

  function theirs(patterns: readonly string[], text: string): string[] {
    return new AhoCorasick([...patterns])
      .search(text)
      .map(({ pattern, start }) => `${pattern} ${start}`)
      .sort();
  }

  function ours(patterns: readonly string[], text: string): string[] {
    return Matcher.compile(patterns, options)
      .findAll(text)
      .map(({ pattern, start }) => `${patterns[pattern]} ${start}`)
      .sort();
  }

  it.each([["ab"], ["传销下线"], ["传销发展下线的人a1"]])("on texts over %s", (alphabet) => {
    const letter = fc.constantFrom(...alphabet);
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), fc.string({ unit: letter, maxLength: 60 }), (patterns, text) => {
        expect(ours(patterns, text)).toEqual(theirs(patterns, text));
      }),
      { numRuns: 200 },
    );
  });
});
