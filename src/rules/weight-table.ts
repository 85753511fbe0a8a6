import { NomlmError } from "../errors.js";

/**
 * Where the weights of a feature are. The rows stand in ascending order of their keys, of which the artifact keeps the lower bits; how
 * many rows share the upper bits says the rest. Keys are mixed over all bits, so one or two rows share them.
 */
export interface WeightTable {
  /** By the upper bits of a key: how many rows have them, at most 255, so that no dictionary can make a search long. A power of two. */
  readonly counts: Uint8Array;
  /** The lower bits of each row; 16 where there are {@link countsMax} counts. */
  readonly lows: Uint16Array | Uint32Array;
  /** By the upper bits: the first row; one more entry for the end. Made of `counts`. */
  readonly starts: Uint32Array;
  /** How many lower bits there are. */
  readonly shift: number;
}

/** As many counts as leave 16 lower bits. */
export const countsMax = 0x10000;
/** From so many rows on it takes fewer bytes to have all counts, and lower bits of 16. */
const manyRows = 0x4000;

/**
 * @param counts two to {@link countsMax}, a power of two
 * @param lows as many as `counts` adds up to
 */
export function weightTable(counts: Uint8Array, lows: Uint16Array | Uint32Array): WeightTable {
  const starts = new Uint32Array(counts.length + 1);
  for (let upper = 0; upper < counts.length; upper++) starts[upper + 1] = starts[upper] + counts[upper];
  return { counts, lows, starts, shift: Math.clz32(counts.length) + 1 };
}

/** Splits ascending keys. @throws NomlmError `NOMLM_ARTIFACT_LIMIT` when more than 255 share their upper bits: somebody chose them so */
export function tableOfKeys(keys: Uint32Array): WeightTable {
  const upperBits = keys.length >= manyRows ? 16 : Math.max(1, 32 - Math.clz32(keys.length));
  const counts = new Uint8Array(1 << upperBits);
  const shift = 32 - upperBits;
  for (const key of keys) {
    if (counts[key >>> shift] === 0xff) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", "the keys of too many features are alike");
    counts[key >>> shift]++;
  }
  const lows = Array.from(keys, (key) => lowOf(key, shift));
  return weightTable(counts, upperBits === 16 ? Uint16Array.from(lows) : Uint32Array.from(lows));
}

/** The row of a feature, or −1. */
export function rowOf({ lows, starts, shift }: WeightTable, key: number): number {
  const upper = key >>> shift;
  const end = starts[upper + 1];
  const low = lowOf(key, shift);
  for (let row = starts[upper]; row < end; row++) if (lows[row] === low) return row;
  return -1;
}

function lowOf(key: number, shift: number): number {
  return (key & (0xffffffff >>> (32 - shift))) >>> 0;
}
