import { isHighSurrogate, isLowSurrogate } from "../text/units.js";
import { noiseGapUnitsMax, patternUnitsMax } from "./limits.js";
import { scratch } from "./scratch.js";
import { crowdRecordsMin, flagMore, flagThree, flagTwo, hash1, hash2, hashShift, type PatternTable } from "./table.js";

/** Largest distance between the offsets of two neighbouring codes of a match. */
const stepMax = noiseGapUnitsMax + 1;
const nowhere = new Uint32Array(0);

/** See scratch.ts for why this is a factory. */
function createProver() {
  const { stream, offsets, queue, flags } = scratch;
  const chain = new Int32Array(patternUnitsMax);

  /** The text at work, and where its matches go; matches past the end of `sink` are counted only. */
  let source = "";
  let sink: Uint32Array = nowhere;
  let found = 0;
  /** May a code stand for a surrogate pair? */
  let folded = false;
  /** Added to the ids of the table at work. */
  let idBase = 0;

  return { begin, proveAll, finish };

  function begin(text: string, out: Uint32Array, pairsFold: boolean): void {
    source = text;
    sink = out;
    folded = pairsFold;
    found = 0;
  }

  /** Proves the first `candidates` of the queue. */
  function proveAll(table: PatternTable, candidates: number, firstId: number): void {
    idBase = firstId;
    for (let k = 0; k < candidates; k++) prove(table, queue[k], flags[k]);
  }

  /** Lets go of the text; returns the number of matches. */
  function finish(): number {
    source = "";
    sink = nowhere;
    return found;
  }

  /** Looks a candidate up in the exact tables; patterns come out shortest first. */
  function prove(table: PatternTable, at: number, flag: number): void {
    if (flag > 7) proveOne(table, at);
    const key = (stream[at] << 16) | stream[at + 1];
    const hash = Math.imul(key, hash1);
    if ((flag & flagTwo) !== 0) {
      const twos = table.twos;
      const mask = (twos.length >> 1) - 1;
      let slot = hash >>> hashShift(mask + 1);
      while (twos[2 * slot] !== 0 && twos[2 * slot] !== key) slot = (slot + 1) & mask;
      if (twos[2 * slot] === key) emit(table, twos[2 * slot + 1], at, at + 1);
    }
    if ((flag & (flagThree | flagMore)) !== 0) {
      const prefixes = table.prefixes;
      const code3 = stream[at + 2];
      const mask = (prefixes.length >> 2) - 1;
      let slot = (hash ^ Math.imul(code3, hash2)) >>> hashShift(mask + 1);
      while (prefixes[4 * slot] !== 0 && (prefixes[4 * slot] !== key || prefixes[4 * slot + 1] !== code3)) slot = (slot + 1) & mask;
      if (prefixes[4 * slot] === 0) return;
      const records = prefixes[4 * slot + 3];
      if (records > crowdRecordsMin) proveCrowd(table, prefixes[4 * slot + 2], records, at);
      else proveRecords(table, prefixes[4 * slot + 2], records, at);
    }
  }

  function proveOne(table: PatternTable, at: number): void {
    const ones = table.ones;
    const code = stream[at];
    const mask = (ones.length >> 1) - 1;
    let slot = Math.imul(code, hash1) >>> hashShift(mask + 1);
    while (ones[2 * slot] !== 0 && ones[2 * slot] !== code) slot = (slot + 1) & mask;
    if (ones[2 * slot] === code) emit(table, ones[2 * slot + 1], at, at);
  }

  function proveRecords(table: PatternTable, place: number, records: number, at: number): void {
    const tails = table.tails;
    let record = place;
    for (let left = records; left > 0; left--) {
      const length = tails[record];
      let k = 0;
      while (k < length && stream[at + 3 + k] === tails[record + 3 + k]) k++;
      if (k === length) emit(table, tails[record + 1] | (tails[record + 2] << 16), at, at + 2 + length);
      record += 3 + length;
    }
  }

  /**
   * Records are sorted, so all that begin the text here are the greatest record that is not greater than the text, or begin that one:
   * find it by halving, see how far it agrees, and follow the links to shorter beginnings.
   */
  function proveCrowd(table: PatternTable, place: number, records: number, at: number): void {
    const { tails, crowds } = table;
    let low = -1;
    let high = records;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (recordIsGreater(tails, crowds[place + 2 * middle], at)) high = middle;
      else low = middle;
    }
    if (low < 0) return;
    const agreed = agreement(tails, crowds[place + 2 * low], at);
    let links = 0;
    for (let k = low; k >= 0; k = crowds[place + 2 * k + 1])
      if (tails[crowds[place + 2 * k]] <= agreed) chain[links++] = crowds[place + 2 * k];
    while (links > 0) {
      const record = chain[--links];
      emit(table, tails[record + 1] | (tails[record + 2] << 16), at, at + 2 + tails[record]);
    }
  }

  /** How many codes of the record stand at the position. */
  function agreement(tails: Uint16Array, record: number, at: number): number {
    const length = tails[record];
    let k = 0;
    while (k < length && stream[at + 3 + k] === tails[record + 3 + k]) k++;
    return k;
  }

  function recordIsGreater(tails: Uint16Array, record: number, at: number): boolean {
    const k = agreement(tails, record, at);
    return k < tails[record] && tails[record + 3 + k] > stream[at + 3 + k];
  }

  /** Reports the pattern and its equals, unless too much noise stands between two of its codes. */
  function emit(table: PatternTable, pattern: number, first: number, last: number): void {
    const start = offsets[first];
    if (offsets[last] - start !== last - first) for (let k = first; k < last; k++) if (offsets[k + 1] - offsets[k] > stepMax) return;
    const end = folded ? endAfter(offsets[last]) : offsets[last] + 1;
    for (let id = pattern; id >= 0; id = table.next.length === 0 ? -1 : table.next[id]) {
      const at = 3 * found++;
      if (at + 2 >= sink.length) continue;
      sink[at] = id + idBase;
      sink[at + 1] = start;
      sink[at + 2] = end;
    }
  }

  /** Where the character at `offset` ends: a folded pair is one code but two units. */
  function endAfter(offset: number): number {
    const pair = isHighSurrogate(source.charCodeAt(offset)) && isLowSurrogate(source.charCodeAt(offset + 1));
    return offset + (pair ? 2 : 1);
  }
}

export const { begin, proveAll, finish } = createProver();
