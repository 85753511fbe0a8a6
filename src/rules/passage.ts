import { classMapOf } from "../engine.js";
import { foldInto } from "../fold/into.js";
import { scan } from "../matcher/kernel.js";
import type { Lexicon, SlotSymbol } from "./lexicon.js";
import type { Event } from "./sequence.js";
import { type Slot, slotsIn } from "./slots.js";

/** Folded units of one passage; longer texts are read passage by passage. */
export const passageUnitsMax = 800;
/** Words of a passage; a passage has fewer unless it repeats one word. */
const wordsMax = 4 * passageUnitsMax;

const foldedUnits = new Uint16Array(passageUnitsMax);
const foldedOffsets = new Uint32Array(passageUnitsMax + 1);
const positions = new Uint16Array(0x10000);
const triples = new Uint32Array(3 * wordsMax);
let fold: ReturnType<typeof foldInto> | null = null;

/**
 * A piece of text as rules read it: its folded units at once, words, slots and symbols when they are first asked for, since most
 * passages are dropped before that. Valid until the next passage is read.
 */
export class Passage {
  /** The piece of the text that was read. */
  readonly text: string;
  /** Folded units, numbers included. */
  readonly count: number;
  readonly folded: Uint16Array = foldedUnits;
  /** Where each folded unit begins in `text`; one more entry for the end. */
  readonly offsets: Uint32Array = foldedOffsets;
  /** Words as triples (pattern, start, end) in folded units, by start. */
  readonly words: Uint32Array = triples;
  readonly #lexicon: Lexicon;
  #wordCount = -1;
  #units: string | null = null;
  #slots: readonly Slot[] | null = null;
  #occurrences: readonly (readonly Event[])[] | null = null;

  /** @internal use {@link readPassage} */
  constructor(lexicon: Lexicon, text: string, count: number) {
    this.#lexicon = lexicon;
    this.text = text;
    this.count = count;
  }

  /** The folded units as a string. */
  get units(): string {
    this.#units ??= stringOf(this.folded.subarray(0, this.count));
    return this.#units;
  }

  /** How many words there are in `words`. */
  get wordCount(): number {
    if (this.#wordCount < 0) this.#wordCount = findWords(this.#lexicon, this.text, this.count);
    return this.#wordCount;
  }

  get slots(): readonly Slot[] {
    this.#slots ??= slotsIn(this);
    return this.#slots;
  }

  /** By symbol, sorted by start. */
  get occurrences(): readonly (readonly Event[])[] {
    this.#occurrences ??= occurrencesIn(this.#lexicon, this);
    return this.#occurrences;
  }
}

/** Reads `text.slice(from, to)` (at most 65,535 units). */
export function readPassage(lexicon: Lexicon, text: string, from: number, to: number): Passage {
  fold ??= foldInto({ folds: "default", skipNoise: true });
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  const count = fold(piece, 0, piece.length, foldedUnits, foldedOffsets);
  foldedOffsets[count] = piece.length;
  return new Passage(lexicon, piece, count);
}

/** Spreading the array instead takes five times as long. */
function stringOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Does the slot have what a symbol asks for? */
export function slotShows({ kind, value }: Slot, asked: SlotSymbol): boolean {
  const { min, max } = asked;
  return asked.kind === kind && (value >= min || min === Number.NEGATIVE_INFINITY) && (value <= max || max === Number.POSITIVE_INFINITY);
}

/** Finds the words, and turns places in the text into places among the folded units. */
function findWords({ table }: Lexicon, piece: string, count: number): number {
  const found = Math.min(scan(piece, classMapOf(), [table], triples), wordsMax);
  for (let raw = 0, k = 0; raw <= piece.length; raw++) {
    while (k < count && foldedOffsets[k] < raw) k++;
    positions[raw] = k;
  }
  for (let at = 0; at < 3 * found; at += 3) {
    triples[at + 1] = positions[triples[at + 1]];
    triples[at + 2] = positions[triples[at + 2]];
  }
  return found;
}

function occurrencesIn({ patternStarts, patternSymbols, slots, symbolCount }: Lexicon, passage: Passage): Event[][] {
  // Of full length at once: an array that grows here and there becomes a hash table.
  const occurrences: Event[][] = new Array(symbolCount);
  const { words, wordCount } = passage;
  for (let at = 0; at < 3 * wordCount; at += 3) {
    const event = { start: words[at + 1], end: words[at + 2] };
    for (let s = patternStarts[words[at]]; s < patternStarts[words[at] + 1]; s++) add(occurrences, patternSymbols[s], event);
  }
  for (const slot of passage.slots) for (const asked of slots) if (slotShows(slot, asked)) insert(occurrences, asked.symbol, slot);
  return occurrences;
}

function add(occurrences: Event[][], symbol: number, event: Event): void {
  occurrences[symbol] ??= [];
  occurrences[symbol].push(event);
}

function insert(occurrences: Event[][], symbol: number, event: Event): void {
  occurrences[symbol] ??= [];
  const list = occurrences[symbol];
  let at = list.length;
  while (at > 0 && list[at - 1].start > event.start) at--;
  list.splice(at, 0, { start: event.start, end: event.end });
}
