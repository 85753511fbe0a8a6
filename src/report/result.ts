import type { Element } from "../dictionary/model.js";
import type { Trick } from "../fold/tricks.js";

/** The ladder, weakest first. */
export const outcomes = ["none", "mention", "observe", "review", "priority"] as const;
export type Outcome = (typeof outcomes)[number];

/** Half-open `[start, end)` in UTF-16 units of the original text: `text.slice(start, end)` shows it. */
export interface Span { readonly start: number; readonly end: number }

/** A match mapped back to the original text. */
export interface Hit extends Span {
  /** The dictionary's spelling of the term. */
  readonly term: string;
  readonly termId: string;
  readonly element: Element;
  /** The text as it stands there. */
  readonly text: string;
  /** Which spelling tricks were undone to see it; empty when the text spells the term plainly. */
  readonly undone: readonly Trick[];
  /** 0–1: 1 for the plain spelling, less for each trick undone. */
  readonly confidence: number;
}

export interface Quote extends Span { readonly element: Element; readonly text: string }

/** A rule satisfied by hits that stand together. */
export interface Finding extends Span {
  readonly rule: string;
  readonly elements: readonly Element[];
  readonly law: readonly string[];
  readonly quotes: readonly Quote[];
  readonly guard: string | null;
}

/** Why a text is a report or another harmless frame, with the words that say so. */
export interface Context { readonly kind: "report"; readonly spans: readonly (Span & { readonly text: string })[] }

export interface DictionaryRef { readonly id: string; readonly version: string; readonly sha256: string }

/** What `filter.scan` returns (JSON Schema: `nomlm/schema/scan.json`). */
export interface ScanResult {
  readonly schema: "nomlm.scan/1";
  /** The caller's id, where the text came with one. */
  readonly id: string | null;
  readonly outcome: Outcome;
  /** 0–100, a signal of the text alone; 0 until rules give points. */
  readonly score: number;
  /** Distinct elements of the hits that count, in the order of the law. */
  readonly elements: readonly Element[];
  readonly findings: readonly Finding[];
  /** Sorted by start, then end. */
  readonly hits: readonly Hit[];
  readonly context: Context | null;
  readonly dictionary: DictionaryRef;
  /** Present and true when a limit cut the text or the list of hits. */
  readonly truncated?: true;
}
