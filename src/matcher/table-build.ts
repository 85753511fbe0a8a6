import { NomlmError } from "../errors.js";
import type { ClassMap } from "./classes.js";
import { patternsMax } from "./limits.js";
import { foldPatterns, type Sequences } from "./sequences.js";
import {
  crowdRecordsMin,
  filterBitsMax,
  filterBitsMin,
  flagMore,
  flagThree,
  flagTwo,
  hash1,
  hash2,
  hash3,
  hashShift,
  longestMin,
  oneFlagsOf,
  type PatternTable,
  pairShift,
} from "./table.js";

/**
 * Compiles patterns into a table; linear in their length but for sorting within crowded prefixes.
 * @param patterns strings, each folded by `map`; equal ones are all kept
 * @returns the table; the same patterns and profile give the same tables
 * @throws NOMLM_MATCHER_PATTERNS, _EMPTY, _LENGTH, _CHARACTER, _LIMIT
 */
export function compileTable(patterns: readonly string[], map: ClassMap): PatternTable {
  if (!Array.isArray(patterns)) throw new NomlmError("NOMLM_MATCHER_PATTERNS");
  if (patterns.length > patternsMax) throw new NomlmError("NOMLM_MATCHER_LIMIT", `more than ${patternsMax} patterns`);
  const sequences = foldPatterns(patterns, map);
  const next = new Int32Array(patterns.length).fill(-1);
  const ones = buildPairs(sequences, next, 1);
  const twos = buildPairs(sequences, next, 2);
  const long = buildPrefixes(sequences, next);
  return {
    count: patterns.length,
    longest: Math.max(sequences.longest, longestMin),
    filter: buildFilter(sequences),
    bits: buildBits(sequences),
    ones,
    oneFlags: oneFlagsOf(ones),
    twos,
    ...long,
    next: next.some((id) => id >= 0) ? next : new Int32Array(0),
  };
}

/** The smallest power of two that is at least `least` and at least `slotsMin`. */
function powerOfTwo(least: number, slotsMin: number): number {
  let slots = slotsMin;
  while (slots < least) slots *= 2;
  return slots;
}

/** The exact table of all patterns of `length` (1 or 2) codes, at most half full, so that a search always meets an empty slot. */
function buildPairs({ codes: c, starts }: Sequences, next: Int32Array, length: 1 | 2): Int32Array {
  let many = 0;
  for (let k = 0; k + 1 < starts.length; k++) if (starts[k + 1] - starts[k] === length) many++;
  if (many === 0 && length === 1) return new Int32Array(0);
  const slots = powerOfTwo(2 * many, 16);
  const table = new Int32Array(2 * slots);
  const shift = hashShift(slots);
  // Backwards, so that the first of equal patterns is the one stored and its chain ascends.
  for (let k = starts.length - 2; k >= 0; k--) {
    if (starts[k + 1] - starts[k] !== length) continue;
    const key = length === 1 ? c[starts[k]] : (c[starts[k]] << 16) | c[starts[k] + 1];
    let slot = Math.imul(key, hash1) >>> shift;
    while (table[2 * slot] !== 0 && table[2 * slot] !== key) slot = (slot + 1) & (slots - 1);
    if (table[2 * slot] === key) next[k] = table[2 * slot + 1];
    table[2 * slot] = key;
    table[2 * slot + 1] = k;
  }
  return table;
}

/** Pairs of codes; about four bytes per pair, within what the cache holds. */
function buildFilter({ codes: c, starts }: Sequences): Uint8Array {
  let bitsOfIndex = filterBitsMin;
  while (bitsOfIndex < filterBitsMax && 2 ** bitsOfIndex < 4 * 2.2 * (starts.length - 1)) bitsOfIndex++;
  const filter = new Uint8Array(1 << bitsOfIndex);
  const mask = filter.length - 1;
  const pair = (at: number) => ((c[at] << pairShift) ^ c[at + 1]) & mask;
  for (let k = 0; k + 1 < starts.length; k++) {
    const at = starts[k];
    const length = starts[k + 1] - at;
    if (length < 2) continue;
    filter[pair(at)] |= length === 2 ? flagTwo : length === 3 ? flagThree : flagMore;
    if (length > 2) filter[pair(at + 1)] |= length === 3 ? 16 : 32;
    if (length > 3) filter[pair(at + 2)] |= 64;
  }
  return filter;
}

/** Eight bits per pattern, two of them set. */
function buildBits({ codes: c, starts }: Sequences): Uint32Array {
  const words = powerOfTwo((starts.length - 1) / 4, 256);
  const bits = new Uint32Array(words);
  const shift = hashShift(words);
  for (let k = 0; k + 1 < starts.length; k++) {
    const at = starts[k];
    const length = starts[k + 1] - at;
    if (length < 2) continue;
    let hash = Math.imul((c[at] << 16) | c[at + 1], hash1);
    if (length > 2) hash ^= Math.imul(c[at + 2], hash2);
    if (length > 3) hash ^= Math.imul(c[at + 3], hash3);
    bits[hash >>> shift] |= (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
  }
  return bits;
}

/** The tables of all patterns of three codes and more. */
function buildPrefixes(sequences: Sequences, next: Int32Array): Pick<PatternTable, "prefixes" | "tails" | "crowds"> {
  const { starts } = sequences;
  const buckets = bucketsOf(sequences);
  const tails = new Uint16Array(buckets.tailUnits);
  const crowds: number[] = [];
  let free = 0;
  for (let slot = 0; slot < buckets.firsts.length; slot++) {
    if (buckets.firsts[slot] < 0) continue;
    const members = distinct(membersOf(buckets, slot), sequences, next);
    const places: number[] = [];
    for (const id of members) {
      places.push(free);
      free = writeRecord(tails, free, sequences.codes.subarray(starts[id] + 3, starts[id + 1]), id);
    }
    buckets.prefixes[4 * slot + 2] = members.length > crowdRecordsMin ? crowds.length : places[0];
    buckets.prefixes[4 * slot + 3] = members.length;
    if (members.length > crowdRecordsMin) pushCrowd(crowds, places, tails);
  }
  return { prefixes: buckets.prefixes, tails: tails.slice(0, free), crowds: Int32Array.from(crowds) };
}

interface Buckets {
  /** Keys are filled in; place and number of records are still zero. */
  readonly prefixes: Int32Array;
  /** By slot: the last pattern of the bucket, or −1; `before` leads to the others. */
  readonly firsts: Int32Array;
  readonly before: Int32Array;
  readonly tailUnits: number;
}

function bucketsOf({ codes: c, starts }: Sequences): Buckets {
  const many = starts.length - 1;
  let long = 0;
  let tailUnits = 0;
  for (let k = 0; k < many; k++) {
    const length = starts[k + 1] - starts[k];
    if (length > 2) {
      long++;
      tailUnits += length;
    }
  }
  const slots = powerOfTwo(2 * long, 16);
  const prefixes = new Int32Array(4 * slots);
  const firsts = new Int32Array(slots).fill(-1);
  const before = new Int32Array(many).fill(-1);
  const shift = hashShift(slots);
  for (let k = 0; k < many; k++) {
    const at = starts[k];
    if (starts[k + 1] - at < 3) continue;
    const key = (c[at] << 16) | c[at + 1];
    const code3 = c[at + 2];
    let slot = (Math.imul(key, hash1) ^ Math.imul(code3, hash2)) >>> shift;
    while (prefixes[4 * slot] !== 0 && (prefixes[4 * slot] !== key || prefixes[4 * slot + 1] !== code3)) slot = (slot + 1) & (slots - 1);
    prefixes[4 * slot] = key;
    prefixes[4 * slot + 1] = code3;
    before[k] = firsts[slot];
    firsts[slot] = k;
  }
  return { prefixes, firsts, before, tailUnits };
}

function membersOf({ firsts, before }: Buckets, slot: number): number[] {
  const members: number[] = [];
  for (let id = firsts[slot]; id >= 0; id = before[id]) members.push(id);
  return members.reverse();
}

/** Sorted by their codes, equal ones chained through `next` and only the first of them kept. */
function distinct(members: number[], { codes: c, starts }: Sequences, next: Int32Array): number[] {
  if (members.length === 1) return members;
  const compare = (a: number, b: number) => {
    const length = Math.min(starts[a + 1] - starts[a], starts[b + 1] - starts[b]);
    for (let k = 3; k < length; k++) if (c[starts[a] + k] !== c[starts[b] + k]) return c[starts[a] + k] - c[starts[b] + k];
    return starts[a + 1] - starts[a] - (starts[b + 1] - starts[b]);
  };
  members.sort((a, b) => compare(a, b) || a - b);
  const kept: number[] = [];
  for (let k = 0; k < members.length; k++) {
    if (k > 0 && compare(members[k - 1], members[k]) === 0) next[members[k - 1]] = members[k];
    else kept.push(members[k]);
  }
  return kept;
}

function writeRecord(tails: Uint16Array, at: number, tail: Uint16Array, id: number): number {
  tails[at] = tail.length;
  tails[at + 1] = id & 0xffff;
  tails[at + 2] = id >>> 16;
  tails.set(tail, at + 3);
  return at + 3 + tail.length;
}

/** Appends the bucket's index: place of each record, and the longest earlier record that begins it. */
function pushCrowd(crowds: number[], places: readonly number[], tails: Uint16Array): void {
  const open: number[] = [];
  for (let k = 0; k < places.length; k++) {
    while (open.length > 0 && !begins(tails, places[open[open.length - 1]], places[k])) open.pop();
    crowds.push(places[k], open.length > 0 ? open[open.length - 1] : -1);
    open.push(k);
  }
}

function begins(tails: Uint16Array, shorter: number, longer: number): boolean {
  const length = tails[shorter];
  if (length >= tails[longer]) return false;
  for (let k = 0; k < length; k++) if (tails[shorter + 3 + k] !== tails[longer + 3 + k]) return false;
  return true;
}
