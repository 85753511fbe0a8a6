/** The fold as a table over UTF-16 units, for a kernel that reads one unit at a time. */
import { noiseBorders } from "./noise.js";
import { type FoldOptions, profileCount, profileOf } from "./options.js";
import { folds } from "./points.js";
import { type FoldRows, type FoldSequences, lastAtMost } from "./tables.js";

/** The unit is noise and leaves nothing. */
export const unitNoise = 0xfffe;
/** The unit needs `foldSpecial`: a surrogate, a start of markup, or a form that becomes several units. */
export const unitSpecial = 0xffff;

/**
 * @returns 65,536 entries: the folded unit itself, {@link unitNoise} (only with `skipNoise`) or {@link unitSpecial}. The array is
 * shared by all callers of one profile: do not write to it. With `folds: "none"` and no noise skipping it is the identity, also for
 * the two marks; in every other profile a mark never stands for the noncharacter of the same number.
 */
export function foldUnits(options: FoldOptions): Uint16Array {
  const profile = profileOf(options);
  const table = tables[profile] ?? makeTable(options);
  tables[profile] = table;
  return table;
}

const tables: (Uint16Array | undefined)[] = Array.from({ length: profileCount });
const replacement = 0xfffd;

function makeTable(options: FoldOptions): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
  if (options.folds !== "none" || options.skipNoise) writeFolds(table, options, { noise: unitNoise, special: unitSpecial });
  return table;
}

/** What stands for noise and for units that need `foldSpecial` in a table. */
export interface FoldMarks {
  readonly noise: number;
  readonly special: number;
}

/**
 * Folds a table over units in place: what stands for a unit becomes what stands for its folded unit, or a mark. So a kernel that numbers
 * units in its own way gets its table at once.
 * @param table 65,536 entries, different for different units
 * @param marks two values that stand for no unit that any fold gives
 */
export function writeFolds(table: Uint16Array, options: FoldOptions, marks: FoldMarks): void {
  if (options.skipNoise) markNoise(table, marks);
  else table.fill(table[replacement], unitNoise);
  if (options.folds === "default") for (const fold of [...folds].reverse()) applyFold(table, fold.rows(), marks);
  table.fill(marks.special, 0xd800, 0xe000);
  if (options.skipNoise) for (const starter of "[/<") table[starter.charCodeAt(0)] = marks.special;
}

function markNoise(table: Uint16Array, { noise }: FoldMarks): void {
  const borders = noiseBorders();
  for (let place = 0; place < borders.length && borders[place] < 0x10000; place += 2) {
    table.fill(noise, borders[place], Math.min(borders[place + 1], 0x10000));
  }
}

/** The later folds are in the table already, so what a source becomes is what the table says of its target. */
function applyFold(table: Uint16Array, { pairs, sequences }: FoldRows, marks: FoldMarks): void {
  const { sources, targets } = pairs;
  const below = lastAtMost(sources, 0xffff) + 1;
  for (let row = 0; row < below; row++) table[sources[row]] = targets[row] < 0x10000 ? table[targets[row]] : marks.special;
  applySequences(table, sequences, marks);
}

/** A form of several code points of which noise skipping leaves one unit or none needs no special treatment: `⒦ → k`. */
function applySequences(table: Uint16Array, { sources, starts, points }: FoldSequences, { noise, special }: FoldMarks): void {
  const below = lastAtMost(sources, 0xffff) + 1;
  for (let row = 0; row < below; row++) {
    let left = noise;
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const unit = points[at] < 0x10000 ? table[points[at]] : special;
      if (unit !== noise) left = left === noise ? unit : special;
    }
    table[sources[row]] = left;
  }
}
