import { legalElements, supportElements } from "../dictionary/model.js";
import { atLeast, higher, type Outcome } from "../dictionary/outcome.js";
import { covers, distance, type Span } from "../scan/hit.js";
import type { Sighting, Sightings } from "../scan/scanner.js";
import type { Context, Finding } from "./finding.js";
import { evidenceIn, lawOf } from "./law.js";

/** A context word this near to a hit makes it a mention. */
export const contextUnitsMax = 40;
/** Hits of different elements this near to each other are one offer. */
export const togetherUnitsMax = 80;
/** Quotes of one finding: a person reads a few; a document of nothing but offers would list thousands. */
export const quotesMax = 100;

export interface Judgement {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly context: Context | null;
}

/**
 * From hits to an outcome, until phrases and rules say more (docs/outcome.md): a hit near a context word is a mention; two different
 * legal elements, or a legal and a supporting one, that stand together are a finding and `review`; any other hit is `observe`; a term
 * that brings an outcome of its own has at least that. Never `priority`.
 */
export function judge(text: string, { hits, cues }: Sightings): Judgement {
  let outcome: Outcome = hits.length > 0 ? "mention" : "none";
  const counted = hits.filter(({ term }) => term.use === "hit");
  for (const { term } of counted) if (term.outcome !== null) outcome = higher(outcome, term.outcome);
  const reported = cuesNear(counted, cues);
  const free = counted.filter((hit, k) => reported.near[k] === null && isEvidence(hit));
  const finding = elementsTogether(text, outermost(free));
  if (finding !== null) outcome = higher(outcome, "review");
  else if (free.length > 0) outcome = higher(outcome, "observe");
  return { outcome, findings: finding === null ? [] : [finding], context: contextOf(text, reported.used, outcome) };
}

function isEvidence({ term }: Sighting): boolean {
  return legalElements.has(term.element) || supportElements.has(term.element);
}

/** For each hit the cue that stands near it, or null. Both lists are sorted by start. */
function cuesNear(hits: readonly Sighting[], cues: readonly Sighting[]): { near: (Sighting | null)[]; used: Set<Sighting> } {
  const used = new Set<Sighting>();
  let first = 0;
  const near = hits.map((hit) => {
    while (first < cues.length && cues[first].end + contextUnitsMax + longestCue < hit.start) first++;
    for (let k = first; k < cues.length && cues[k].start <= hit.end + contextUnitsMax; k++) {
      if (distance(cues[k], hit) > contextUnitsMax) continue;
      used.add(cues[k]);
      return cues[k];
    }
    return null;
  });
  return { near, used };
}

/** Cues sorted by start may end out of order, by no more than their length with noise. */
const longestCue = 400;

/** Drops hits that lie inside another: 五级三阶 inside 五级三阶制 is no second piece of evidence. */
function outermost(hits: readonly Sighting[]): Sighting[] {
  const kept: Sighting[] = [];
  for (const hit of hits) {
    while (kept.length > 0 && covers(hit, kept[kept.length - 1]) && hit.end > kept[kept.length - 1].end) kept.pop();
    if (kept.length === 0 || !covers(kept[kept.length - 1], hit)) kept.push(hit);
  }
  return kept;
}

/** Neighbours suffice: of two different elements within reach, some neighbouring pair between them differs and holds a legal one, or the pair itself is neighbouring. */
function elementsTogether(text: string, hits: readonly Sighting[]): Finding | null {
  const quoted = new Set<Sighting>();
  for (let k = 1; k < hits.length; k++) {
    if (distance(hits[k - 1], hits[k]) > togetherUnitsMax || !differ(hits[k - 1], hits[k])) continue;
    quoted.add(hits[k - 1]).add(hits[k]);
  }
  if (quoted.size === 0) return null;
  const quotes = [...quoted]
    .slice(0, quotesMax)
    .map(({ start, end, term }) => ({ element: term.element, start, end, text: text.slice(start, end) }));
  const elements = evidenceIn(quotes.map((quote) => quote.element));
  return {
    rule: "elements-together",
    elements,
    start: quotes[0].start,
    end: Math.max(...quotes.map((quote) => quote.end)),
    law: lawOf(elements),
    quotes,
    guard: null,
  };
}

function differ(a: Sighting, b: Sighting): boolean {
  return a.term.element !== b.term.element && (legalElements.has(a.term.element) || legalElements.has(b.term.element));
}

function contextOf(text: string, used: ReadonlySet<Sighting>, outcome: Outcome): Context | null {
  if (used.size === 0 || atLeast(outcome, "observe")) return null;
  const spans = [...used].sort((a, b) => a.start - b.start || a.end - b.end);
  return { kind: "report", spans: spans.map(({ start, end }: Span) => ({ start, end, text: text.slice(start, end) })) };
}
