import type { Element } from "../dictionary/model.js";
import type { Model } from "./model.js";
import type { Citation, Rule } from "./ruleset.js";
import type { Scoring } from "./scoring.js";

/** What a dictionary says about phrases, rules and weights, as people wrote it; the run-time form is in lexicon.ts and ruleset.ts. */
export interface RuleBook {
  /** In ascending order of name. */
  readonly classes: readonly WordClass[];
  /** In ascending order of id, as are rules and laws. */
  readonly phrases: readonly PhraseSource[];
  readonly rules: readonly RuleSource[];
  readonly laws: readonly Citation[];
  /** The numbers of the score, or null for those of the library. */
  readonly scoring: Scoring | null;
  /** The fitted part, or null. */
  readonly model: Model | null;
}

/** Words that phrases and weights treat alike. */
export interface WordClass {
  readonly name: string;
  /** Distinct after folding, in ascending order. */
  readonly words: readonly string[];
}

/** Two sentences that prove a phrase or rule: found in the first, not in the second. Replayed by `dict test`. */
export interface Proof {
  readonly hit: string;
  readonly miss: string;
}

export interface PhraseSource extends Proof {
  readonly id: string;
  /** What the phrase shows. */
  readonly element: Element;
  /** In the notation of docs/phrases.md. */
  readonly text: string;
  readonly note: string;
}

export interface RuleSource extends Proof, Rule {
  readonly note: string;
}

export const emptyBook: RuleBook = { classes: [], phrases: [], rules: [], laws: [], scoring: null, model: null };
