import { unitWriter } from "../text/units.js";
import { type ClassMap, codeOther } from "./classes.js";
import { filterOnesAndPairs, filterPairs, testBits } from "./filter.js";
import { beginGate, type Gate, runGate } from "./gate.js";
import { gather } from "./gather.js";
import { begin, finish, proveAll } from "./prove.js";
import { padCodes, scratch, windowUnits } from "./scratch.js";
import type { PatternTable } from "./table.js";

const readUnits = unitWriter(scratch.text);

/**
 * The TypeScript kernel. Per window of the text: gather codes and drop noise (once for all tables), filter pairs, test hashed prefixes, prove.
 * Linear in the text for every dictionary; memory is constant; nothing is allocated.
 * @param text any string
 * @param map the fold profile that every table was compiled with
 * @param tables pattern ids of the second table follow those of the first, and so on
 * @param out receives triples (pattern, start, end) in units of `text`; order: see order.ts
 * @param gate sums its weights over the same stream, or null
 * @returns how many matches there are; more than `out.length / 3` when `out` was too small for all
 */
export function scan(text: string, map: ClassMap, tables: readonly PatternTable[], out: Uint32Array, gate: Gate | null = null): number {
  if (gate !== null) beginGate(gate);
  begin(text, out, map.special !== null);
  const keep = longestOf(tables);
  let streamed = 0;
  let from = 0;
  do {
    const to = Math.min(text.length, from + scratch.text.length);
    readUnits(text, from, to);
    const gathered = gather(map.base, map.special, streamed, from, to - from, to === text.length ? to - from : windowUnits);
    streamed = gathered.streamed;
    from += gathered.consumed;
    const last = from === text.length;
    if (last) padStream(streamed);
    const starts = last ? streamed : Math.max(streamed - keep, 0) & ~1;
    searchAll(tables, starts);
    if (gate !== null) runGate(gate, starts);
    if (!last) slide(starts, streamed);
    streamed -= starts;
  } while (from < text.length);
  return finish();
}

/** A call of `fill` takes longer. */
function padStream(streamed: number): void {
  for (let k = 0; k < padCodes; k++) scratch.stream[streamed + k] = codeOther;
}

function longestOf(tables: readonly PatternTable[]): number {
  let longest = 1; // a pair of the gate ends one code further on, whatever the patterns
  for (let k = 0; k < tables.length; k++) if (tables[k].longest > longest) longest = tables[k].longest;
  return longest;
}

/** Searches the first `starts` positions of the stream. */
function searchAll(tables: readonly PatternTable[], starts: number): void {
  let idBase = 0;
  for (let k = 0; k < tables.length; k++) {
    const table = tables[k];
    const candidates =
      table.oneFlags.length === 0 ? filterPairs(table.filter, starts) : filterOnesAndPairs(table.filter, table.oneFlags, starts);
    if (candidates > 0) proveAll(table, testBits(table.bits, candidates), idBase);
    idBase += table.count;
  }
}

/** Moves what a match may still need to the beginning of the stream. */
function slide(starts: number, streamed: number): void {
  scratch.stream.copyWithin(0, starts, streamed);
  scratch.offsets.copyWithin(0, starts, streamed);
}
