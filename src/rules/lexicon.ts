import type { Element } from "../dictionary/model.js";
import type { PatternTable } from "../matcher/table.js";
import type { Sequence } from "./sequence.js";
import type { SlotKind } from "./slots.js";

/**
 * What phrases and the fitted part look for: word classes, literals and slots as numbered symbols, phrases as sequences of symbols.
 * Symbols 0 … classes − 1 are the word classes, the next ones the slot kinds in their order, the rest sets that phrases need.
 */
export interface Lexicon {
  readonly classes: readonly string[];
  readonly symbolCount: number;
  /** By word class and slot kind: the key of the feature (features.ts). */
  readonly symbolKeys: Uint32Array;
  /** All words of classes and literals of phrases. */
  readonly table: PatternTable;
  /** Symbols that pattern k shows: `patternSymbols[patternStarts[k] … patternStarts[k + 1])`. */
  readonly patternStarts: Uint32Array;
  readonly patternSymbols: Uint16Array;
  /** Symbols that slots show. */
  readonly slots: readonly SlotSymbol[];
  readonly phrases: readonly Phrase[];
  readonly sequences: readonly Sequence[];
}

export interface SlotSymbol {
  readonly kind: SlotKind;
  readonly min: number;
  readonly max: number;
  readonly symbol: number;
}

/** A phrase at run time. */
export interface Phrase {
  readonly id: string;
  readonly element: Element;
}
