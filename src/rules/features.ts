import type { Lexicon } from "./lexicon.js";
import { type Passage, passageUnitsMax, slotShows } from "./passage.js";
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
export const featuresMax = 32_768;

const keys = new Uint32Array(featuresMax);
const starts = new Uint16Array(featuresMax);
const ends = new Uint16Array(featuresMax);
const digitMark = 0x23;

/** Symbols that are features: word classes and slots. */
export interface FeatureSymbols {
  /** By symbol: its place in `keys`, or −1. */
  readonly places: Int16Array;
  /** Their keys, ascending. */
  readonly keys: Uint32Array;
}

/** @param symbols by number; default: all word classes and slots */
export function featureSymbols(lexicon: Lexicon, symbols: readonly number[] = [...lexicon.symbolKeys.keys()]): FeatureSymbols {
  const sorted = [...symbols].sort((a, b) => lexicon.symbolKeys[a] - lexicon.symbolKeys[b]);
  const places = new Int16Array(lexicon.symbolCount).fill(-1);
  for (const [place, symbol] of sorted.entries()) places[symbol] = place;
  return { places, keys: Uint32Array.from(sorted, (symbol) => lexicon.symbolKeys[symbol]) };
}

/** The features that the characters of a passage give: cheap, and nearly always enough to drop it. Valid until the next call. */
export function gramsOf(passage: Passage): Features {
  return { count: addGrams(passage.folded, passage.count), keys, starts, ends };
}

/** All features of a passage, those of {@link gramsOf} first. Valid until the next call. */
export function featuresOf(lexicon: Lexicon, passage: Passage, symbols: FeatureSymbols): Features {
  let count = addGrams(passage.folded, passage.count);
  const found = addSymbols(lexicon, passage, symbols);
  for (let i = 0; i < found && count < featuresMax - found; i++) {
    const start = events[i] >>> 22;
    const key = symbols.keys[events[i] & placeMask];
    count = add(count, key, start, (events[i] >>> 12) & unitMask);
    for (let j = i + 1; j < found && (events[j] >>> 22) - start <= pairUnitsMax && count < featuresMax - 1; j++) {
      const second = symbols.keys[events[j] & placeMask];
      if (second !== key) count = add(count, pairKey(key, second), start, (events[j] >>> 12) & unitMask);
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
function addGrams(units: Uint16Array, length: number): number {
  let count = 0;
  for (let i = 0; i < length; ) {
    const next = endOfRun(units, length, i);
    const unit = unitAt(units, i);
    count = add(count, gramKey(unit, 0), i, next);
    if (next < length) count = add(count, gramKey(unit, unitAt(units, next)), i, endOfRun(units, length, next));
    i = next;
  }
  return count;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function endOfRun(units: Uint16Array, length: number, at: number): number {
  let end = at + 1;
  if (isDigit(units[at])) while (end < length && isDigit(units[end])) end++;
  return end;
}

function unitAt(units: Uint16Array, at: number): number {
  return isDigit(units[at]) ? digitMark : units[at];
}

/** Most events of symbols in a passage: as many as leave room for the features of the characters. */
const eventsMax = featuresMax - 4 * passageUnitsMax;
const unitMask = 0x3ff;
const placeMask = 0xfff;
/** Symbols in order of place: start << 22 | end << 12 | place in the list of keys. A passage has fewer than 1024 units. */
const events = new Uint32Array(eventsMax);

function addSymbols({ patternStarts, patternSymbols, slots }: Lexicon, passage: Passage, { places }: FeatureSymbols): number {
  const { words, wordCount } = passage;
  let found = 0;
  for (let at = 0; at < 3 * wordCount; at += 3) {
    const place = ((words[at + 1] << 22) | (words[at + 2] << 12)) >>> 0;
    const end = patternStarts[words[at] + 1];
    for (let s = patternStarts[words[at]]; s < end; s++) {
      const symbol = places[patternSymbols[s]];
      if (symbol >= 0 && found < eventsMax) events[found++] = place | symbol;
    }
  }
  for (const slot of passage.slots)
    for (const asked of slots)
      if (places[asked.symbol] >= 0 && slotShows(slot, asked) && found < eventsMax)
        events[found++] = (slot.start << 22) | (slot.end << 12) | places[asked.symbol];
  sortEvents(found);
  return found;
}

/** They are nearly in order; only a flood is worth a call. */
function sortEvents(found: number): void {
  if (found > 256) {
    events.subarray(0, found).sort();
    return;
  }
  for (let i = 1; i < found; i++) {
    const event = events[i];
    let at = i;
    for (; at > 0 && events[at - 1] > event; at--) events[at] = events[at - 1];
    events[at] = event;
  }
}

/** All phrases of a passage. */
export function phrasesIn(lexicon: Lexicon, passage: Pick<Passage, "occurrences">): (Event & { readonly phrase: number })[] {
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
