import type { PhraseSource } from "../rules/book.js";
import type { Citation, Rule } from "../rules/ruleset.js";
import type { Scoring } from "../rules/scoring.js";
import type { Cell } from "./csv-read.js";
import type { Place } from "./diagnostics.js";
import type { Located } from "./located.js";

/** A row of words.csv. */
export interface WordRow {
  readonly name: Cell;
  readonly words: readonly Cell[];
}

/** A row with the two sentences that prove it. */
export interface ProvenRow<T extends { readonly id: string }> extends Located<T> {
  readonly hitAt: Place;
  readonly missAt: Place;
}

export interface PhraseRow extends ProvenRow<PhraseSource> {
  readonly cell: Cell;
}

/** A rule whose conditions are not yet understood. */
export interface RuleRow
  extends ProvenRow<Omit<Rule, "all" | "any" | "none"> & { readonly note: string; readonly hit: string; readonly miss: string }> {
  readonly all: readonly Cell[];
  readonly any: readonly Cell[];
  readonly none: readonly Cell[];
  readonly anyMinAt: Cell;
}

export interface WeightRow {
  readonly feature: Cell;
  readonly weights: readonly number[];
}

/** Phrases, rules and weights as they were read from their files, not yet checked as a whole. */
export interface RuleDraft {
  readonly words: readonly WordRow[];
  readonly phrases: readonly PhraseRow[];
  readonly rules: readonly RuleRow[];
  readonly laws: readonly Located<Citation>[];
  /** Null where there is no weights.csv. */
  readonly weights: readonly WeightRow[] | null;
  /** Null where there is no scoring.json, or a wrong one. */
  readonly scoring: Located<Scoring> | null;
  readonly hasScoringFile: boolean;
}
