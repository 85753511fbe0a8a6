import { describe, expect, it } from "vitest";
import { Matcher, type MatcherOptions, type NomlmError } from "../../src/engine.js";
import { naiveFindAll, sorted } from "../oracle.js";
import { rows } from "./rows.js";

const triplesOf = (matches: readonly { pattern: number; start: number; end: number }[]) =>
  sorted([...matches]).map(({ pattern, start, end }) => [pattern, start, end]);

describe("table of truth", () => {
  it.each(rows)("$name", ({ patterns, haystack, matches, options }) => {
    const matcher = Matcher.compile(patterns, options);
    const found = matcher.findAll(haystack);
    expect(triplesOf(found)).toEqual(matches);
    expect(triplesOf(naiveFindAll(patterns, haystack, options)), "the oracle").toEqual(matches);
    expect(
      found.map((match) => [match.start, match.end]),
      "order",
    ).toEqual(matches.map(([, start, end]) => [start, end]));
    expect(matcher.count(haystack)).toBe(matches.length);
    const out = new Uint32Array(3 * matches.length);
    expect(matcher.findInto(haystack, out)).toBe(matches.length);
    expect(
      triplesOf(Array.from({ length: matches.length }, (_, k) => ({ pattern: out[3 * k], start: out[3 * k + 1], end: out[3 * k + 2] }))),
    ).toEqual(matches);
    expect(Matcher.load(matcher.toBytes()).findAll(haystack)).toEqual(found);
  });

  it("finds what the oracle finds for every row under every profile", () => {
    for (const { name, patterns, haystack } of rows) {
      for (const folds of ["none", "default"] as const) {
        for (const skipNoise of [false, true]) {
          const options = { folds, skipNoise };
          const usable = patterns.filter((pattern) => isUsable(pattern, options));
          expect(sorted(Matcher.compile(usable, options).findAll(haystack)), `${name}, ${folds}, ${skipNoise}`).toEqual(
            naiveFindAll(usable, haystack, options),
          );
        }
      }
    }
  });

  it("finds the same with text before and after that crosses every window border", () => {
    for (const { patterns, haystack, matches, options } of rows) {
      if (patterns.some((pattern) => pattern.includes("中"))) continue;
      const matcher = Matcher.compile(patterns, options);
      for (const before of [4078, 4090, 4094, 4095, 4096, 4097, 4140, 8190]) {
        const found = matcher.findAll("中".repeat(before) + haystack + "中".repeat(5000));
        expect(triplesOf(found)).toEqual(matches.map(([pattern, start, end]) => [pattern, start + before, end + before]));
      }
    }
  });
});

/** A pattern of one profile may be nothing but noise, or half a pair, in another. */
function isUsable(pattern: string, options: MatcherOptions): boolean {
  try {
    return Matcher.compile([pattern], options).size === 1;
  } catch (error) {
    expect((error as NomlmError).code).toMatch(/^NOMLM_MATCHER_(EMPTY|CHARACTER)$/);
    return false;
  }
}
