import type { Span } from "./hit.js";
import { judgedUnitsAround, judgedUnitsMax, type Segmenter } from "./segmenter.js";

/** Terms up to this many units must be cut at both ends to be refused; longer ones at either (docs/boundaries.md). */
const pairUnits = 2;

/**
 * Does the judge of word borders accept the hit? A short term by accident straddles two words (宣传|销售): a word crosses both its ends.
 * A longer one may also begin with a word and end inside another (云集|品质).
 * @param units folded units of the term
 */
export function judgeAccepts(segmenter: Segmenter, text: string, span: Span, units: number): boolean {
  const from = Math.max(0, span.start - judgedUnitsAround);
  const to = Math.min(text.length, span.end + judgedUnitsAround);
  if (to - from > judgedUnitsMax) return true;
  const borders = new Set(Array.from(segmenter.boundaries(text.slice(from, to))));
  const startCut = !borders.has(span.start - from);
  const endCut = !borders.has(span.end - from);
  return units <= pairUnits ? !(startCut && endCut) : !(startCut || endCut);
}
