/** One code point through all folds of a profile: where the ordered list is applied. */
import { letterCase } from "./case.js";
import { type Fold, foldPoint } from "./fold.js";
import { isNoise } from "./noise.js";
import type { FoldOptions } from "./options.js";
import { traditional } from "./traditional.js";
import { variant } from "./variant.js";
import { width } from "./width.js";

/**
 * The folds in the order in which they run. This list is the specification: each fold sees what the ones before it made. Noise is
 * judged last, on the result; markup comes before everything, since it is recognised in the text as written.
 */
export const folds: readonly Fold[] = [width, letterCase, traditional, variant];

/** The most units that one code point becomes: 18, reached by U+FDFA. */
export const foldedUnitsMax = 18;

/**
 * Writes the folded units of a code point.
 * @param point a code point; a lone surrogate is given as itself
 * @param out receives the units from `at` on
 * @param from the place in {@link folds} to begin with. Default: the first
 * @returns the place after the last unit written; `at` when the code point is noise
 */
export function writePoint(point: number, options: FoldOptions, out: Uint16Array, at: number, from = 0): number {
  let current = point;
  for (let place = options.folds === "default" ? from : folds.length; place < folds.length; place++) {
    const folded = foldPoint(folds[place], current);
    if (typeof folded === "number") current = folded;
    else if (folded !== undefined) {
      let next = at;
      for (const each of folded) next = writePoint(each, options, out, next, place + 1);
      return next;
    }
  }
  return options.skipNoise && isNoise(current) ? at : writeUnits(current, out, at);
}

/** Writes a code point as one unit or a surrogate pair. @returns the place after it */
export function writeUnits(point: number, out: Uint16Array, at: number): number {
  if (point <= 0xffff) {
    out[at] = point;
    return at + 1;
  }
  out[at] = 0xd7c0 + (point >>> 10);
  out[at + 1] = 0xdc00 + (point & 0x3ff);
  return at + 2;
}
