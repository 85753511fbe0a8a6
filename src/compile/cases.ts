import { readContainer } from "../artifact/container.js";
import { recordUnitsMax } from "../dictionary/limits.js";
import type { Case } from "../dictionary/model.js";
import { openLayer } from "../scan/layer.js";
import { Scanner, type SightOptions } from "../scan/scanner.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import type { Draft } from "./draft.js";

/** What a dictionary promised about a sentence, and what a scan says. */
export interface CaseResult {
  readonly case: Case;
  /** Is the term a hit (or, for a context word, found) in the sentence? */
  readonly found: boolean;
  readonly passed: boolean;
}

/** Everything that is found in a sentence; a match takes at least one unit, and few patterns share one. */
const everything: SightOptions = { matchesMax: 16 * recordUnitsMax, segmenter: null, scenes: null };

/**
 * Replays the cases of an artifact through the same scan that texts get, without a judge of word borders.
 * @param artifact what `compileDictionary` wrote
 * @throws NomlmError `NOMLM_ARTIFACT_*`
 */
export function testCases(artifact: Uint8Array): CaseResult[] {
  const layer = openLayer(readContainer(artifact, "dictionary"));
  const scanner = new Scanner([layer]);
  return layer.dictionary.cases.map((one) => {
    const { hits, cues } = scanner.sight(one.text, everything);
    const found = [...hits, ...cues].some(({ term }) => belongsTo(term.id, one.term));
    return { case: one, found, passed: found === (one.expect === "hit") };
  });
}

/** Reports the cases of a freshly compiled artifact that do not come out as they expect. */
export function reportFailedCases(artifact: Uint8Array, draft: Draft, log: DiagnosticLog): void {
  const places = new Map(draft.cases.map(({ value, at }) => [value.id, at]));
  const spellings = new Map(draft.entries.map(({ term }) => [term.id, ` ${quoted(term.text)}`]));
  for (const { case: one, found, passed } of testCases(artifact)) {
    const at = places.get(one.id);
    if (passed || at === undefined) continue;
    const message = `${one.term}${spellings.get(one.term) ?? ""} is ${found ? "" : "not "}found in ${quoted(one.text)}`;
    log.add("NOMLM_DICT_CASE_FAILED", at, message, "change the boundary of the term, an allow-phrase, or the case");
  }
}

/** A scheme's id stands for all its spellings. */
function belongsTo(termId: string, id: string): boolean {
  return termId === id || (termId.startsWith(`${id}.`) && /^\d+$/.test(termId.slice(id.length + 1)));
}
