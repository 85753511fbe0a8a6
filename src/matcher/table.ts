/**
 * The compiled form of one list of patterns, as the kernel reads it (design: docs/matcher.md).
 *
 * The scan asks `filter` (bytes over pairs of codes) where a pattern may start, `bits` (a Bloom-like table over hashed prefixes)
 * which of those to believe, and proves the rest in exact hash tables: `ones` and `twos` for whole patterns of one and two codes,
 * `prefixes` for the first three codes of longer ones, whose further codes are records in `tails`.
 */
export interface PatternTable {
  /** Number of patterns that were given; ids are 0 … count − 1. */
  readonly count: number;
  /** Codes of the longest pattern, at least {@link longestMin}. */
  readonly longest: number;
  /** Bytes over hashed pairs of codes; a power of two. Bits 0/1/2: first pair of a pattern of 2/3/4 and more codes; 4/5: second pair of 3/4+; 6: third pair of 4+. */
  readonly filter: Uint8Array;
  /** Two bits per pattern in 32-bit words over the hashed first 2, 3 or 4 codes; a power of two. */
  readonly bits: Uint32Array;
  /** Pairs [code, id], open addressing; id is the first of equal patterns. Empty where no pattern has one code. */
  readonly ones: Int32Array;
  /** {@link flagOne} in the place of every code that is a pattern by itself; empty where none is. Made from `ones`, never stored. */
  readonly oneFlags: Uint8Array;
  /** Pairs [code1 << 16 | code2, id]. */
  readonly twos: Int32Array;
  /** Quadruples [code1 << 16 | code2, code3, place, records]: place is in `tails`, or in `crowds` when there are more than {@link crowdRecordsMin} records. */
  readonly prefixes: Int32Array;
  /** Records [codes after the third, id low, id high, codes…], sorted within a bucket. */
  readonly tails: Uint16Array;
  /** For crowded buckets, pairs [place in `tails`, index in the bucket of the longest other record that begins this one, or −1]. */
  readonly crowds: Int32Array;
  /** By id: the next pattern with the same codes, or −1; empty when all patterns differ. */
  readonly next: Int32Array;
}

/** The filter looks at four codes at once. */
export const longestMin = 4;
/** Buckets with more records than this are searched by halving, so that no prefix can be crowded into a long walk. */
export const crowdRecordsMin = 8;
/** Flags of a candidate: patterns of one code, of two, of three, of four and more may start here. */
export const flagOne = 8;
export const flagTwo = 1;
export const flagThree = 2;
export const flagMore = 4;

/** Odd multipliers of the three hash steps. */
export const hash1 = 0x9e3779b1 | 0;
export const hash2 = 0x85ebca6b | 0;
export const hash3 = 0xc2b2ae35 | 0;
/** How far the first code of a pair is shifted before the second is mixed in: the filter's index is `((x << pairShift) ^ y) & mask`. */
export const pairShift = 4;

/** Sizes of the filter, in bits of its index: below 2^15 small dictionaries collide, above 2^19 it leaves the cache (measured). */
export const filterBitsMin = 15;
export const filterBitsMax = 19;

/** Makes {@link PatternTable.oneFlags}. */
export function oneFlagsOf(ones: Int32Array): Uint8Array {
  if (ones.length === 0) return new Uint8Array(0);
  const flags = new Uint8Array(0x10000);
  for (let slot = 0; slot < ones.length; slot += 2) if (ones[slot] !== 0) flags[ones[slot] & 0xffff] = flagOne;
  return flags;
}

/** Bits to shift a 32-bit hash by, for a table of `slots` slots (a power of two, at least 2). */
export function hashShift(slots: number): number {
  return Math.clz32(slots) + 1;
}
