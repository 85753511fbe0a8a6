/** What a fold is: one kind of change to single code points, independent of what stands around them. */
import { type FoldRows, lastAtMost } from "./tables.js";
import type { Trick } from "./tricks.js";

export interface Fold {
  /** How a hit names this fold in `undone`. */
  readonly trick: Trick;
  /** The rows of this fold; decoded when first asked for. */
  rows(): FoldRows;
}

/** @returns a fold that reads its tables at first use and keeps them */
export function defineFold(trick: Trick, read: () => FoldRows): Fold {
  let rows: FoldRows | undefined;
  return { trick, rows: () => (rows ??= read()) };
}

/** @returns what the fold makes of one code point: another one, several, or `undefined` when it leaves it alone */
export function foldPoint(fold: Fold, point: number): number | readonly number[] | undefined {
  const { sources, targets, sequences } = fold.rows();
  const place = lastAtMost(sources, point);
  return place >= 0 && sources[place] === point ? targets[place] : sequences.get(point);
}
