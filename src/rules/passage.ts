import { classMapOf } from "../engine.js";
import { foldInto } from "../fold/into.js";
import { scan } from "../matcher/kernel.js";
import type { Lexicon } from "./lexicon.js";
import type { Event } from "./sequence.js";
import { type Slot, slotsIn } from "./slots.js";

/** Folded units of one passage; longer texts are read passage by passage. */
export const passageUnitsMax = 800;
/** Word events of a passage; a passage has fewer unless it repeats one word. */
const wordEventsMax = 4 * passageUnitsMax;

const units16 = new Uint16Array(passageUnitsMax);
const offsets = new Uint32Array(passageUnitsMax);
const positions = new Uint16Array(0x10000);
const triples = new Uint32Array(3 * wordEventsMax);
let fold: ReturnType<typeof foldInto> | null = null;

/** A piece of text as rules read it. Valid until the next passage is read. */
export interface Passage {
  /** The piece of the text that was read. */
  readonly text: string;
  /** Folded units as a string, numbers included. */
  readonly units: string;
  /** Where each folded unit begins in `text`; one more entry for the end. */
  readonly offsets: Uint32Array;
  /** By symbol, sorted by start. */
  readonly occurrences: readonly (readonly Event[])[];
  readonly slots: readonly Slot[];
}

/** Reads `text.slice(from, to)` (at most 65,535 units). */
export function readPassage(lexicon: Lexicon, text: string, from: number, to: number): Passage {
  fold ??= foldInto({ folds: "default", skipNoise: true });
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  const count = fold(piece, 0, piece.length, units16, offsets);
  const ends = offsets.slice(0, count + 1);
  ends[count] = piece.length;
  const units = String.fromCharCode(...units16.subarray(0, count));
  const occurrences: Event[][] = [];
  addWords(lexicon, piece, ends, count, occurrences);
  const slots = slotsIn(units, piece, ends);
  for (const slot of slots)
    for (const { kind, min, max, symbol } of lexicon.slots) {
      if (
        kind === slot.kind &&
        (slot.value >= min || min === Number.NEGATIVE_INFINITY) &&
        (slot.value <= max || max === Number.POSITIVE_INFINITY)
      )
        insert(occurrences, symbol, slot);
    }
  return { text: piece, units, offsets: ends, occurrences, slots };
}

function addWords(lexicon: Lexicon, piece: string, ends: Uint32Array, count: number, occurrences: Event[][]): void {
  const found = Math.min(scan(piece, classMapOf(), [lexicon.table], triples), wordEventsMax);
  for (let raw = 0, k = 0; raw <= piece.length; raw++) {
    while (k < count && ends[k] < raw) k++;
    positions[raw] = k;
  }
  for (let k = 0; k < found; k++) {
    const pattern = triples[3 * k];
    const event = { start: positions[triples[3 * k + 1]], end: positions[triples[3 * k + 2]] };
    for (let s = lexicon.patternStarts[pattern]; s < lexicon.patternStarts[pattern + 1]; s++)
      add(occurrences, lexicon.patternSymbols[s], event);
  }
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
