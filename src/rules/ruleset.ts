import type { Element } from "../dictionary/model.js";
import type { Outcome } from "../dictionary/outcome.js";

/** What a rule looks for: an element that evidence shows, a phrase, a term, or a word class. */
export type Condition =
  | { readonly kind: "element"; readonly element: Element }
  | { readonly kind: "phrase" | "term" | "class"; readonly name: string };

/** A rule at run time: conditions on evidence that stands together. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** All of these must be there. */
  readonly all: readonly Condition[];
  /** At least `anyMin` different ones of these. */
  readonly any: readonly Condition[];
  readonly anyMin: number;
  /** None of these may stand within the window. */
  readonly none: readonly Condition[];
  /** Units of text that the pieces may span; 0 = the passage. */
  readonly windowUnits: number;
  /** The outcome that the finding gives by itself, where no context lowers it. */
  readonly outcome: Outcome;
  /** What it adds to the score. */
  readonly points: number;
}

/** A dated citation: which clause an element falls under, in which version of which instrument. */
export interface Citation {
  readonly id: string;
  readonly element: Element;
  readonly instrument: string;
  readonly article: string;
  readonly version: string;
  /** ISO dates; `to` is absent while it is in force. */
  readonly from: string;
  readonly to?: string;
}
