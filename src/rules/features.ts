import type { Lexicon } from "./lexicon.js";
import type { Passage } from "./passage.js";
import { type Event, findSequence } from "./sequence.js";

/**
 * Features of the fitted part: what a passage holds, as 32-bit keys with their places. In weights.csv they are written as people read them:
 *
 *   拉  再拉      one or two folded characters; a run of digits is `#`
 *   <bring>       a word class; {money} a slot; @rr01 a phrase
 *   <bring> {money}   two of them, the second within {@link pairUnitsMax} units of the first
 */
export interface Features {
  readonly count: number;
  readonly keys: Uint32Array;
  /** Positions in the folded units, half-open. */
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
}

/** Two symbols this near to each other, from start to start, are a pair. */
export const pairUnitsMax = 14;
/** Features of one passage; a passage has about ten per unit. */
const featuresMax = 32_768;

const keys = new Uint32Array(featuresMax);
const starts = new Uint16Array(featuresMax);
const ends = new Uint16Array(featuresMax);
const digitMark = 0x23;

/**
 * The features of a passage. Valid until the next call.
 * @param symbols word classes and slots that are features; default: all
 */
export function featuresOf(lexicon: Lexicon, passage: Passage, symbols: readonly number[] = [...lexicon.symbolKeys.keys()]): Features {
  let count = addGrams(passage.units);
  const events = symbolEvents(lexicon, passage, symbols);
  for (let i = 0; i < events.length && count < featuresMax - events.length; i++) {
    const first = events[i];
    count = add(count, first.key, first.start, first.end);
    for (let j = i + 1; j < events.length && events[j].start - first.start <= pairUnitsMax && count < featuresMax - 1; j++) {
      if (events[j].key !== first.key) count = add(count, pairKey(first.key, events[j].key), first.start, events[j].end);
    }
  }
  return { count, keys, starts, ends };
}

function add(count: number, key: number, start: number, end: number): number {
  keys[count] = key;
  starts[count] = start;
  ends[count] = end;
  return count + 1;
}

/** Single characters and pairs of neighbours; digits that stand together are one. */
function addGrams(units: string): number {
  let count = 0;
  for (let i = 0; i < units.length; ) {
    const next = endOfRun(units, i);
    const unit = unitAt(units, i);
    count = add(count, gramKey(unit, 0), i, next);
    if (next < units.length) count = add(count, gramKey(unit, unitAt(units, next)), i, endOfRun(units, next));
    i = next;
  }
  return count;
}

function isDigit(units: string, at: number): boolean {
  const unit = units.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

function endOfRun(units: string, at: number): number {
  let end = at + 1;
  if (isDigit(units, at)) while (end < units.length && isDigit(units, end)) end++;
  return end;
}

function unitAt(units: string, at: number): number {
  return isDigit(units, at) ? digitMark : units.charCodeAt(at);
}

interface KeyedEvent extends Event {
  readonly key: number;
}

/** Word classes, slots and phrases of the passage in order of place. */
function symbolEvents(lexicon: Lexicon, passage: Passage, symbols: readonly number[]): KeyedEvent[] {
  const events: KeyedEvent[] = [];
  for (const symbol of symbols) {
    for (const { start, end } of passage.occurrences[symbol] ?? []) events.push({ key: lexicon.symbolKeys[symbol], start, end });
  }
  return events.sort((a, b) => a.start - b.start || a.end - b.end || a.key - b.key);
}

/** All phrases of a passage. */
export function phrasesIn(lexicon: Lexicon, passage: Passage): (Event & { readonly phrase: number })[] {
  const found: (Event & { readonly phrase: number })[] = [];
  for (const sequence of lexicon.sequences) {
    if (passage.occurrences[sequence.anchor] === undefined) continue;
    for (const event of findSequence(sequence, passage.occurrences)) found.push({ ...event, phrase: sequence.phrase });
  }
  return found;
}

/** The key of a feature as weights.csv writes it. */
export function featureKey(text: string): number {
  if (/^[<{@]./.test(text)) {
    const [first, second] = text.split(" ");
    return second === undefined ? nameKey(first) : pairKey(nameKey(first), nameKey(second));
  }
  return gramKey(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0);
}

function gramKey(first: number, second: number): number {
  return mix((first << 16) | second);
}

/** The key of a word class, slot or phrase by its name in brackets. */
export function nameKey(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return mix(hash);
}

function pairKey(first: number, second: number): number {
  return mix(first ^ ((second << 13) | (second >>> 19)));
}

/** Spreads a 32-bit number over all bits; a bijection, so that different grams never share a key. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
