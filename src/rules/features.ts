import type { Lexicon } from "./lexicon.js";
import { type Passage, passageUnitsMax, slotShows } from "./passage.js";
import { type Event, findSequence } from "./sequence.js";

/**
 * Features of the fitted part: what a passage holds, as 32-bit keys with their places. In weights.csv they are written as people read them:
 *
 *   拉  再拉      one or two folded characters; a run of digits is `#`
 *   再.拉  再..拉  two of them with one or two others between
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
/** `#`: a run of digits. */
export const digitMark = 0x23;

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

/** All features of a passage: those of characters first, for n of them 2n − 1 single ones and neighbours. Valid until the next call. */
export function featuresOf(lexicon: Lexicon, passage: Passage, symbols: FeatureSymbols): Features {
  const tokens = cutTokens(passage);
  const found = sortSymbols(lexicon, passage, symbols);
  return { count: addSymbols(addApart(addGrams(0, tokens), tokens), found, symbols), keys, starts, ends };
}

function add(count: number, key: number, start: number, end: number): number {
  keys[count] = key;
  starts[count] = start;
  ends[count] = end;
  return count + 1;
}

const tokenUnits = new Uint16Array(passageUnitsMax);
const tokenStarts = new Uint16Array(passageUnitsMax + 1);

/** Writes the characters of a passage, a run of digits as one; returns how many there are. */
function cutTokens({ folded, count }: Passage): number {
  let tokens = 0;
  for (let i = 0; i < count; ) {
    tokenStarts[tokens] = i;
    const unit = folded[i++];
    tokenUnits[tokens++] = tokenOf(unit);
    if (isDigit(unit)) while (i < count && isDigit(folded[i])) i++;
  }
  tokenStarts[tokens] = count;
  return tokens;
}

/** A digit stands for the run that it begins. */
export function tokenOf(unit: number): number {
  return isDigit(unit) ? digitMark : unit;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function addGrams(count: number, tokens: number): number {
  let at = count;
  for (let i = 0; i < tokens; i++) {
    at = add(at, gramKey(tokenUnits[i], 0), tokenStarts[i], tokenStarts[i + 1]);
    if (i + 1 < tokens) at = add(at, gramKey(tokenUnits[i], tokenUnits[i + 1]), tokenStarts[i], tokenStarts[i + 2]);
  }
  return at;
}

/** Two characters with one or two others between them. */
function addApart(count: number, tokens: number): number {
  let at = count;
  for (let i = 0; i + 2 < tokens; i++) {
    at = add(at, apartKey(tokenUnits[i], tokenUnits[i + 2], 1), tokenStarts[i], tokenStarts[i + 3]);
    if (i + 3 < tokens) at = add(at, apartKey(tokenUnits[i], tokenUnits[i + 3], 2), tokenStarts[i], tokenStarts[i + 4]);
  }
  return at;
}

function addSymbols(count: number, found: number, symbols: FeatureSymbols): number {
  let at = count;
  for (let i = 0; i < found && at < featuresMax - found; i++) {
    const start = events[i] >>> 22;
    const key = symbols.keys[events[i] & placeMask];
    at = add(at, key, start, (events[i] >>> 12) & unitMask);
    for (let j = i + 1; j < found && (events[j] >>> 22) - start <= pairUnitsMax && at < featuresMax - 1; j++) {
      const second = symbols.keys[events[j] & placeMask];
      if (second !== key) at = add(at, pairKey(key, second), start, (events[j] >>> 12) & unitMask);
    }
  }
  return at;
}

/** Most events of symbols in a passage: as many as leave room for the features of the characters. */
const eventsMax = featuresMax - 4 * passageUnitsMax;
const unitMask = 0x3ff;
const placeMask = 0xfff;
/** Symbols that may be features: their places have twelve bits. */
export const featureSymbolsMax = placeMask + 1;
/** Symbols in order of place: start << 22 | end << 12 | place in the list of keys. A passage has fewer than 1024 units. */
const events = new Uint32Array(eventsMax);

function sortSymbols({ patternStarts, patternSymbols, slots }: Lexicon, passage: Passage, { places }: FeatureSymbols): number {
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
  const apart = /^(.)(\.{1,2})(.)$/s.exec(text);
  if (apart !== null) return apartKey(apart[1].charCodeAt(0), apart[3].charCodeAt(0), apart[2].length);
  return gramKey(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0);
}

/** The key of one or two characters; the second is 0 where there is one. */
export function gramKey(first: number, second: number): number {
  return mix((first << 16) | second);
}

/** Flipping the upper bits puts the two characters where no folded text has any, so that the key is no neighbours' key. */
function apartKey(first: number, second: number, between: number): number {
  return gramKey(first ^ 0x8000, between === 1 ? second ^ 0x8000 : second);
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
