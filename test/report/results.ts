import type { Element } from "../../src/dictionary/model.js";
import type { Trick } from "../../src/fold/tricks.js";
import type { Hit, ScanResult } from "../../src/report/result.js";

/** Builds results for tests of renderers: the hits stand where their text stands. */
export function resultOf(
  text: string,
  hits: readonly { text: string; term?: string; element?: Element; undone?: readonly Trick[] }[],
  more: Partial<ScanResult> = {},
): ScanResult {
  let from = 0;
  const placed = hits.map(({ text: surface, term = surface, element = "entry_fee", undone = [] }): Hit => {
    const start = text.indexOf(surface, from);
    if (start === -1) throw new Error(`${surface} does not stand in the text`);
    from = start;
    return { term, termId: `T-${term}`, element, start, end: start + surface.length, text: surface, undone, confidence: 1 };
  });
  const elements = [...new Set(placed.map((hit) => hit.element))];
  return {
    schema: "nomlm.scan/1",
    id: null,
    outcome: "observe",
    score: 0,
    elements,
    findings: [],
    hits: placed,
    context: null,
    dictionary: { id: "test", version: "1.0.0", sha256: "ab".repeat(32) },
    ...more,
  };
}
