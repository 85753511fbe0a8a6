import type { Container, Section } from "../artifact/container.js";
import { NomlmError } from "../errors.js";
import { patternsMax, patternUnitsMax } from "./limits.js";
import { crowdRecordsMin, filterBitsMax, filterBitsMin, longestMin, oneFlagsOf, type PatternTable } from "./table.js";

/**
 * Sections of a table: MHED (count, longest), MFIL, MBIT, MONE, MTWO, MPRE, MTAI, MCRO, MNEX.
 * @param letter first letter of the tags: an artifact may hold several tables. Default `M`
 * @param sparse make the artifact smaller, and its opening take longer by a copy? Default no
 */
export function sectionsOf(table: PatternTable, letter = "M", sparse = false): Section[] {
  const of = (tag: string, view: Uint8Array | Uint16Array | Uint32Array | Int32Array): Section => ({
    tag: `${letter}${tag}`,
    bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
    sparse,
  });
  return [
    of("HED", Uint32Array.of(table.count, table.longest)),
    of("FIL", table.filter),
    of("BIT", table.bits),
    of("ONE", table.ones),
    of("TWO", table.twos),
    of("PRE", table.prefixes),
    of("TAI", table.tails),
    of("CRO", table.crowds),
    of("NEX", table.next),
  ];
}

/**
 * Opens a table without copying it. Every length and index is checked here, once, so that the kernel need not:
 * whatever the bytes say, a scan stays within the tables and ends.
 * @param letter first letter of the tags, see {@link sectionsOf}
 * @throws NOMLM_ARTIFACT_SECTION, NOMLM_ARTIFACT_INDEX, NOMLM_ARTIFACT_LIMIT
 */
export function openTable(container: Container, letter = "M"): PatternTable {
  const head = container.u32(`${letter}HED`);
  if (head.length !== 2) throw new NomlmError("NOMLM_ARTIFACT_SECTION", `the section ${letter}HED has a wrong size`);
  const [count, longest] = head;
  if (count > patternsMax || longest > patternUnitsMax || longest < longestMin)
    throw new NomlmError("NOMLM_ARTIFACT_LIMIT", "the header of the matcher is out of range");
  const ones = container.i32(`${letter}ONE`);
  const table: PatternTable = {
    count,
    longest,
    filter: container.bytes(`${letter}FIL`),
    bits: container.u32(`${letter}BIT`),
    ones,
    oneFlags: oneFlagsOf(ones),
    twos: container.i32(`${letter}TWO`),
    prefixes: container.i32(`${letter}PRE`),
    tails: container.u16(`${letter}TAI`),
    crowds: container.i32(`${letter}CRO`),
    next: container.i32(`${letter}NEX`),
  };
  checkSizes(table);
  if (ones.length > 0) checkPairs(ones, count, "ONE");
  checkPairs(table.twos, count, "TWO");
  checkPrefixes(table);
  checkNext(table.next, count);
  return table;
}

function checkSizes({ filter, bits, ones, twos, prefixes }: PatternTable): void {
  const power = (length: number, least: number, most: number) => length >= least && length <= most && (length & (length - 1)) === 0;
  const fine =
    power(filter.length, 1 << filterBitsMin, 1 << filterBitsMax) &&
    power(bits.length, 256, 2 ** 24) &&
    (ones.length === 0 || power(ones.length, 32, 2 ** 18)) &&
    power(twos.length, 32, 2 ** 26) &&
    power(prefixes.length, 64, 2 ** 27);
  if (!fine) throw new NomlmError("NOMLM_ARTIFACT_SECTION", "a table of the matcher has a wrong size");
}

function indexError(tag: string): NomlmError {
  return new NomlmError("NOMLM_ARTIFACT_INDEX", `a table of the matcher (${tag}) points outside its bounds`);
}

/** An empty slot must exist, or a search for an absent key would not end. */
function checkPairs(table: Int32Array, count: number, tag: string): void {
  let empty = false;
  for (let at = 0; at < table.length; at += 2) {
    if (table[at] === 0) empty = true;
    else if (table[at + 1] < 0 || table[at + 1] >= count) throw indexError(tag);
  }
  if (!empty) throw indexError(tag);
}

function checkPrefixes(table: PatternTable): void {
  const { prefixes, crowds } = table;
  let empty = false;
  let recordsInAll = 0;
  for (let at = 0; at < prefixes.length; at += 4) {
    if (prefixes[at] === 0) {
      empty = true;
      continue;
    }
    const place = prefixes[at + 2];
    const records = prefixes[at + 3];
    // Every record has an id of its own; without this bound, buckets that share records could make the check itself endless.
    recordsInAll += records;
    if (place < 0 || records < 1 || recordsInAll > table.count) throw indexError("PRE");
    if (records <= crowdRecordsMin) checkRecords(table, place, records);
    else if (place % 2 !== 0 || records > crowds.length / 2 || place + 2 * records > crowds.length) throw indexError("PRE");
    else checkCrowd(table, place, records);
  }
  if (!empty) throw indexError("PRE");
}

function checkRecords(table: PatternTable, place: number, records: number): void {
  let at = place;
  for (let k = 0; k < records; k++) {
    checkRecord(table, at);
    at += 3 + table.tails[at];
  }
}

function checkRecord({ tails, longest, count }: PatternTable, at: number): void {
  if (at + 3 > tails.length) throw indexError("TAI");
  const length = tails[at];
  const id = tails[at + 1] | (tails[at + 2] << 16);
  if (length > longest - 3 || at + 3 + length > tails.length || id < 0 || id >= count) throw indexError("TAI");
}

/** Links lead to earlier, shorter records: every chain ends, within the length of the longest pattern. */
function checkCrowd(table: PatternTable, place: number, records: number): void {
  const { crowds, tails } = table;
  for (let k = 0; k < records; k++) {
    const at = crowds[place + 2 * k];
    const link = crowds[place + 2 * k + 1];
    if (at < 0) throw indexError("CRO");
    checkRecord(table, at);
    if (link < -1 || link >= k || (link >= 0 && tails[crowds[place + 2 * link]] >= tails[at])) throw indexError("CRO");
  }
}

/** Chains of equal patterns ascend, so they end. */
function checkNext(next: Int32Array, count: number): void {
  if (next.length !== 0 && next.length !== count) throw indexError("NEX");
  for (let id = 0; id < next.length; id++) if (next[id] !== -1 && (next[id] <= id || next[id] >= count)) throw indexError("NEX");
}
