import { NomlmError } from "../errors.js";

/**
 * Where the weights of a feature are. The rows stand in ascending order of their keys; a key is found by its upper 16 bits and told from
 * its neighbours by the lower 16. Keys are mixed over all bits, so one or two rows share their upper bits.
 */
export interface WeightTable {
  /** How many rows there are. */
  readonly rows: number;
  /** By the upper bits of a key: the first row; one more entry for the end. */
  readonly starts: Uint32Array;
  /**
   * Two numbers per row, so that memory is asked once for all of it, and as many for {@link lookRows} more: the lower bits of its key, with 1 +
   * its place among the rows of the detectors in the upper half, or 0; and its weights by head, a byte each, the first in the lowest.
   */
  readonly cells: Int32Array;
}

/** As artifacts keep it: fewer counts, and so more lower bits, where there are few rows. */
export interface PackedKeys {
  /**
   * By the upper bits of a key: how many rows have them, at most {@link alikeMax}, so that no dictionary can make a search long. Four bits
   * each, the first in the lower ones; a power of two.
   */
  readonly counts: Uint8Array;
  /** The lower bits of each row; 16 where there are {@link countsMax} counts. */
  readonly lows: Uint16Array | Uint32Array;
}

/** Rows whose keys may share their upper bits; of the 109,000 of the built-in dictionary nine do at most. */
export const alikeMax = 15;

/** As many counts as leave 16 lower bits. */
export const countsMax = 0x10000;
/** From so many rows on it takes fewer bytes to have all counts, and lower bits of 16. */
const manyRows = 0x4000;
/** Rows that a search may look at without asking how many there are. */
export const lookRows = 4;

/**
 * @param keys counts, two to {@link countsMax} of them, a power of two; and lower bits, as many as they add up to, so that the keys ascend
 * @param headWeights four per row, aligned to four bytes
 * @param detectorRows the rows that detectors know, ascending
 * @throws NomlmError `NOMLM_ARTIFACT_INDEX` when there are more or fewer lower bits, or keys or rows are not in order
 */
export function weightTable({ counts, lows }: PackedKeys, headWeights: Int8Array, detectorRows: Uint32Array): WeightTable {
  const rows = lows.length;
  if (sum(counts) !== rows) throw wrong("WCNT");
  const cells = new Int32Array(2 * (rows + lookRows));
  const starts = new Uint32Array(countsMax + 1);
  spreadKeys(counts, lows, starts, cells);
  const words = new Int32Array(headWeights.buffer, headWeights.byteOffset, rows);
  for (let row = 0; row < rows; row++) cells[2 * row + 1] = words[row];
  placeRows(cells, rows, detectorRows);
  return { rows, starts, cells };
}

/** One loop without calls: it runs once, before anything is optimized. */
function spreadKeys(counts: Uint8Array, lows: Uint16Array | Uint32Array, starts: Uint32Array, cells: Int32Array): void {
  const uppers = 2 * counts.length;
  const shift = Math.clz32(uppers) + 1;
  let row = 0;
  for (let upper = 0, before = -1; upper < uppers; upper++) {
    for (let left = (counts[upper >> 1] >> (4 * (upper & 1))) & 15; left > 0; left--, row++) {
      const key = ((upper << shift) | lows[row]) >>> 0;
      if (key <= before) throw wrong("WKEY");
      starts[(key >>> 16) + 1]++;
      cells[2 * row] = key & 0xffff;
      before = key;
    }
  }
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
}

function placeRows(cells: Int32Array, rows: number, detectorRows: Uint32Array): void {
  for (let k = 0, before = -1; k < detectorRows.length; before = detectorRows[k++]) {
    if (detectorRows[k] <= before || detectorRows[k] >= rows) throw wrong("WROW");
    cells[2 * detectorRows[k]] |= (k + 1) << 16;
  }
}

/** Where the detectors have their weights of a row: 1 + its place, or 0. */
export function placeOf({ cells }: WeightTable, row: number): number {
  return cells[2 * row] >>> 16;
}

/** The weight that a head gives a row. */
export function headWeight({ cells }: WeightTable, row: number, head: number): number {
  return (cells[2 * row + 1] << (24 - 8 * head)) >> 24;
}

function countOf(counts: Uint8Array, upper: number): number {
  return (counts[upper >> 1] >> (4 * (upper & 1))) & 15;
}

function sum(counts: Uint8Array): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += (counts[k] & 15) + (counts[k] >> 4);
  return total;
}

function wrong(tag: string): NomlmError {
  return new NomlmError("NOMLM_ARTIFACT_INDEX", `the section ${tag} points outside its bounds`);
}

/** What an artifact keeps of a table. */
export function packedOf({ starts, cells, rows }: WeightTable): PackedKeys {
  const keys = new Uint32Array(rows);
  for (let upper = 0; upper < countsMax; upper++)
    for (let row = starts[upper]; row < starts[upper + 1]; row++) keys[row] = ((upper << 16) | (cells[2 * row] & 0xffff)) >>> 0;
  return packKeys(keys);
}

/** Splits ascending keys. @throws NomlmError `NOMLM_ARTIFACT_LIMIT` when more than {@link alikeMax} share their upper bits: somebody chose them so */
export function packKeys(keys: Uint32Array): PackedKeys {
  const upperBits = keys.length >= manyRows ? 16 : Math.max(1, 32 - Math.clz32(keys.length));
  const counts = new Uint8Array(1 << (upperBits - 1));
  for (const key of keys) {
    const upper = key >>> (32 - upperBits);
    if (countOf(counts, upper) === alikeMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", "the keys of too many features are alike");
    counts[upper >> 1] += 1 << (4 * (upper & 1));
  }
  const lows = Array.from(keys, (key) => (key & (0xffffffff >>> upperBits)) >>> 0);
  return { counts, lows: upperBits === 16 ? Uint16Array.from(lows) : Uint32Array.from(lows) };
}

/** The row of a feature, or −1. */
export function rowOf({ cells, starts }: WeightTable, key: number): number {
  const end = starts[(key >>> 16) + 1];
  for (let row = starts[key >>> 16]; row < end; row++) if ((cells[2 * row] & 0xffff) === (key & 0xffff)) return row;
  return -1;
}
