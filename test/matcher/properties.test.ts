import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matcher, type MatcherOptions } from "../../src/engine.js";
import { naiveFindAll, sorted } from "../oracle.js";

const profiles: readonly Required<MatcherOptions>[] = [
  { folds: "none", skipNoise: false },
  { folds: "default", skipNoise: true },
  { folds: "default", skipNoise: false },
  { folds: "none", skipNoise: true },
];
const letters = ["a", "b", "Ａ", "传", "傳", "销", "𠮷", "𝐁"];
const noise = ["*", " ", "\u200b", "😀", "\ud800", "[em]e1[/em]", "/玫瑰", "㍿", "\ufe0f", "<b>", "Ⓑ"];
const textOf = (parts: string[], max: number) => fc.array(fc.constantFrom(...parts), { maxLength: max }).map((list) => list.join(""));
const patternOf = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 7 }).map((list) => list.join(""));

describe("the kernel equals the oracle", () => {
  it.each(profiles)("folds $folds, skipNoise $skipNoise, tiny alphabet", (options) => {
    fc.assert(
      fc.property(fc.array(patternOf, { maxLength: 40 }), textOf([...letters, ...letters, ...noise], 120), (patterns, text) => {
        const matcher = Matcher.compile(patterns, options);
        const found = matcher.findAll(text);
        expect(sorted(found)).toEqual(naiveFindAll(patterns, text, options));
        expect(matcher.count(text)).toBe(found.length);
        expect(Matcher.load(matcher.toBytes()).findAll(text)).toEqual(found);
      }),
      { numRuns: 400 },
    );
  });

  it("is the same wherever window borders fall", () => {
    fc.assert(
      fc.property(
        fc.array(patternOf, { minLength: 1, maxLength: 12 }),
        textOf([...letters, ...noise], 60),
        fc.integer({ min: 4000, max: 4300 }),
        (patterns, text, before) => {
          const matcher = Matcher.compile(patterns);
          const shifted = matcher.findAll(`${"中".repeat(before)}${text}${"国".repeat(64)}`);
          expect(shifted.map(({ pattern, start, end }) => ({ pattern, start: start - before, end: end - before }))).toEqual(
            matcher.findAll(`中${text}国`).map(({ pattern, start, end }) => ({ pattern, start: start - 1, end: end - 1 })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("holds in texts of nothing but one-to-many forms and markup, longer than the stream", () => {
    const text = "㍿[em]e400655[/em]ﷺ".repeat(3000);
    expect(sorted(Matcher.compile(["株式会社", "社صلى"]).findAll(text))).toEqual(naiveFindAll(["株式会社", "社صلى"], text));
  });

  it("holds in crowded prefixes", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b"), minLength: 3, maxLength: 12 }), { minLength: 30, maxLength: 200 }),
        fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 60 }),
        (tails, text) => {
          const patterns = tails.map((tail) => `传销${tail}`);
          const haystack = `传销${text}传销aaaaaa`;
          const options = { folds: "none", skipNoise: false } as const;
          expect(sorted(Matcher.compile(patterns, options).findAll(haystack))).toEqual(naiveFindAll(patterns, haystack, options));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("spans", () => {
  it("slice the original text at whole characters, starting and ending with a character of the pattern", () => {
    fc.assert(
      fc.property(patternOf, textOf([...letters, ...noise], 80), (pattern, text) => {
        for (const { start, end } of Matcher.compile([pattern]).findAll(text)) {
          expect(start).toBeLessThan(end);
          expect(/^[\udc00-\udfff]/.test(text.slice(start, end)) || /[\ud800-\udbff]$/.test(text.slice(start, end))).toBe(false);
          expect(Matcher.compile([pattern]).findAll(text.slice(start, end))).toContainEqual({ pattern: 0, start: 0, end: end - start });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("findInto", () => {
  it("writes whole triples only, and says how many there are", () => {
    const out = new Uint32Array(8).fill(77);
    expect(Matcher.compile(["a"]).findInto("aaaa", out)).toBe(4);
    expect([...out]).toEqual([0, 0, 1, 0, 1, 2, 77, 77]);
  });
});
