import type { Element, Use } from "../dictionary/model.js";
import { type Provenance, provenanceOf } from "./check-sources.js";
import type { Draft } from "./draft.js";

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
  /** Rows of terms and schemes, and how many of them have no verified source. */
  readonly provenance: Provenance;
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
    provenance: provenanceOf(draft),
  };
}
