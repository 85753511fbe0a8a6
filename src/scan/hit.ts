import type { Element } from "../dictionary/model.js";
import type { Trick } from "../fold/tricks.js";

/** Half-open `[start, end)` in UTF-16 units of the original text: `text.slice(start, end)` shows it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A match mapped back to the original text. */
export interface Hit extends Span {
  /** The dictionary's spelling of the term. */
  readonly term: string;
  /** Its id; terms given at run time are `custom-1`, `custom-2` … in their order. */
  readonly termId: string;
  readonly element: Element;
  /** The text as it stands there. */
  readonly text: string;
  /** Which spelling tricks were undone to see it; empty when the text spells the term plainly. */
  readonly undone: readonly Trick[];
  /** 0–1: 1 for the plain spelling, less for each trick undone (docs/folds.md). */
  readonly confidence: number;
}

/** Units between two spans; 0 when they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** Does `outer` hold all of `inner`? */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
