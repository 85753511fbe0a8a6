import type { Element, Use } from "../dictionary/model.js";
import { type Provenance, provenanceOf } from "./check-sources.js";
import type { Draft } from "./draft.js";
import type { RuleDraft } from "./rule-draft.js";

/** What a dictionary holds, by rows of its source, whatever their status. */
export interface DictionaryCounts {
  /** Entries per use; each spelling of a scheme is an entry. */
  readonly uses: Readonly<Partial<Record<Use, number>>>;
  /** Entries of terms and schemes per element and use, in the order of the law. */
  readonly elements: Readonly<Partial<Record<Element, Readonly<Partial<Record<Use, number>>>>>>;
  readonly schemes: number;
  readonly places: number;
  readonly sources: number;
  readonly cases: number;
  readonly rules: RuleCounts;
  /** Rows of terms and schemes, and how many of them have no verified source. */
  readonly provenance: Provenance;
}

/** Phrases and what belongs to them. */
export interface RuleCounts {
  readonly classes: number;
  /** Words in classes, with those that stand in several counted in each. */
  readonly words: number;
  readonly phrases: number;
  readonly rules: number;
  readonly laws: number;
  /** Features of the fitted part. */
  readonly weights: number;
}

export function countsOf(draft: Draft): DictionaryCounts {
  const uses: Partial<Record<Use, number>> = {};
  const elements: Partial<Record<Element, Partial<Record<Use, number>>>> = {};
  for (const { term, origin } of draft.entries) {
    uses[term.use] = (uses[term.use] ?? 0) + 1;
    if (origin !== "term" && origin !== "scheme") continue;
    const row = elements[term.element] ?? {};
    row[term.use] = (row[term.use] ?? 0) + 1;
    elements[term.element] = row;
  }
  return {
    uses,
    elements,
    schemes: draft.schemes.length,
    places: draft.places.length,
    sources: draft.sources.length,
    cases: draft.cases.length,
    rules: ruleCountsOf(draft.rules),
    provenance: provenanceOf(draft),
  };
}

function ruleCountsOf({ words, phrases, rules, laws, weights }: RuleDraft): RuleCounts {
  return {
    classes: new Set(words.map(({ name }) => name.text)).size,
    words: words.reduce((sum, row) => sum + row.words.length, 0),
    phrases: phrases.length,
    rules: rules.length,
    laws: laws.length,
    weights: weights?.length ?? 0,
  };
}
