import type { Case, Dictionary, DictionaryMeta, Term } from "../dictionary/model.js";
import type { Distinct } from "./check-twins.js";
import { compare, type DiagnosticLog, type Place, quoted } from "./diagnostics.js";
import type { Draft } from "./draft.js";
import type { Located } from "./located.js";

/**
 * Makes the dictionary of a draft: active entries without doubles, everything in ascending order of id, so that neither the order of
 * files nor that of rows changes the artifact.
 */
export function finishDraft(draft: Draft, meta: DictionaryMeta, distinct: Distinct, log: DiagnosticLog): Dictionary {
  const terms = distinct.entries.map((entry) => entry.term).sort(byId);
  return {
    meta,
    terms,
    sources: valuesOf(draft.sources),
    schemes: valuesOf(draft.schemes).filter((scheme) => scheme.status !== "withdrawn"),
    places: valuesOf(draft.places),
    cases: readyCases(draft, terms, distinct.standIns, log),
  };
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id);
}

function valuesOf<T extends { readonly id: string }>(rows: readonly Located<T>[]): T[] {
  return rows.map((row) => row.value).sort(byId);
}

/** Cases that can be run; of one that cannot, the reason is reported. A term that gave way to a scheme's name is replaced by it. */
function readyCases(draft: Draft, terms: readonly Term[], standIns: ReadonlyMap<string, string>, log: DiagnosticLog): Case[] {
  const shown = idsOf(terms.filter((term) => term.use !== "evidence" && term.use !== "allow"));
  const known = idsOf(draft.entries.map((entry) => entry.term));
  const ready: Case[] = [];
  for (const { value, at } of draft.cases) {
    const term = standIns.get(value.term) ?? value.term;
    if (shown.has(term)) ready.push({ ...value, term });
    else reportIdle(value.term, known.has(term), at, log);
  }
  return ready.sort(byId);
}

function reportIdle(id: string, isKnown: boolean, at: Place, log: DiagnosticLog): void {
  if (isKnown) {
    log.add(
      "NOMLM_DICT_CASE_IDLE",
      at,
      `${quoted(id)} is never found by itself, so this case was not run`,
      "name a term of use hit or mention",
    );
  } else log.add("NOMLM_DICT_CASE_TERM", at, `there is no term ${quoted(id)}`, "write the id of a term, scheme or cue");
}

/** Ids of entries, and of schemes: a scheme's id stands for all its spellings. */
function idsOf(terms: readonly Term[]): Set<string> {
  return new Set(terms.flatMap((term) => (term.element === "scheme" ? [term.id, term.id.replace(/\.\d+$/, "")] : [term.id])));
}
