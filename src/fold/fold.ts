/** What a fold is: one kind of change to single code points, independent of what stands around them. */
import { type FoldRows, placeOf } from "./tables.js";
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
  return {
    trick,
    rows: () => {
      rows ??= read();
      return rows;
    },
  };
}

/** @returns what the fold makes of one code point: another one, several, or `undefined` when it leaves it alone */
export function foldPoint(fold: Fold, point: number): number | Uint32Array | undefined {
  const { pairs, sequences } = fold.rows();
  const place = placeOf(pairs.sources, point);
  if (place >= 0) return pairs.targets[place];
  const row = placeOf(sequences.sources, point);
  return row < 0 ? undefined : sequences.points.subarray(sequences.starts[row], sequences.starts[row + 1]);
}
