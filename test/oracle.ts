import type { Match, MatcherOptions } from "../src/engine.js";
import { type FoldOptions, foldText } from "../src/fold/index.js";
import { noiseGapUnitsMax } from "../src/matcher/limits.js";

/**
 * The naive truth: fold, then compare every pattern at every place. Quadratic and obvious; shares with the kernel only the
 * readable slow fold (which test/fold holds against opencc-js and the Unicode properties of the engine).
 */
export function naiveFindAll(patterns: readonly string[], text: string, options: MatcherOptions = {}): Match[] {
  const { folds = "default", skipNoise = true } = options;
  const read = readerOf({ folds, skipNoise });
  const { units, at } = read(text);
  const folded = patterns.map((pattern) => read(pattern).units);
  const found: Match[] = [];
  for (let start = 0; start < units.length; start++) {
    folded.forEach((pattern, id) => {
      if (pattern.length === 0 || !pattern.every((unit, k) => units[start + k] === unit)) return;
      const last = start + pattern.length - 1;
      for (let k = start; k < last; k++) if (at[k + 1] - at[k] - 1 > noiseGapUnitsMax) return;
      found.push({ pattern: id, start: at[start], end: endOf(text, at[last], folds !== "none" || skipNoise) });
    });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern);
}

function readerOf(options: FoldOptions): (text: string) => { units: readonly number[]; at: readonly number[] } {
  if (options.folds === "none" && !options.skipNoise) {
    return (text) => ({
      units: Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
      at: Array.from({ length: text.length }, (_, i) => i),
    });
  }
  return (text) => foldText(text, options);
}

function endOf(text: string, last: number, pairs: boolean): number {
  return last + (pairs && /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(last, last + 2)) ? 2 : 1);
}

/** `findAll` in the oracle's order. */
export function sorted(matches: readonly Match[]): Match[] {
  return [...matches].sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern);
}
