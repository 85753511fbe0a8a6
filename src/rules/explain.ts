import type { Element } from "../dictionary/model.js";
import type { Span } from "../scan/hit.js";
import { type Appraisal, type Bench, evidenceElements, type Reading, readingOf } from "./appraise.js";
import { spanOf } from "./evidence.js";
import type { Reason } from "./finding.js";
import { fittedPoints, type Share, sharesOf, unlimitedPoints } from "./fitted.js";
import { lawOf } from "./law.js";
import type { Model } from "./model.js";
import { readPassage } from "./passage.js";
import type { Citation } from "./ruleset.js";

/** The score ends here. */
export const scoreMax = 100;
/** Features of the fitted part that are named one by one; the smaller ones are one line. */
const featuresNamed = 12;

/**
 * Says in whole points why a passage has its score; the points of all lines add up to `score`.
 * @param score the score of the text
 */
export function explain(bench: Bench, laws: readonly Citation[], text: string, appraisal: Appraisal, score: number): Reason[] {
  const reasons = [
    ...evidenceReasons(bench, laws, text, appraisal),
    ...appraisal.found.map(({ rule, pieces }) => ({
      kind: "rule" as const,
      name: rule.id,
      points: rule.points,
      law: [],
      quotes: wordsOf(text, pieces),
    })),
    ...appraisal.against.map(({ kind, points, spans }) => ({
      kind: "context" as const,
      name: kind,
      points,
      law: [],
      quotes: wordsOf(text, spans),
    })),
    ...fittedReasons(bench, text, appraisal),
  ].filter(({ points, kind }) => points !== 0 || kind === "rule");
  const rest = score - reasons.reduce((sum, { points }) => sum + points, 0);
  return rest === 0 ? reasons : [...reasons, { kind: "cap", name: score === 0 ? "0" : `${scoreMax}`, points: rest, law: [], quotes: [] }];
}

function evidenceReasons({ scoring }: Bench, laws: readonly Citation[], text: string, { pieces }: Appraisal): Reason[] {
  return evidenceElements(scoring, pieces).map((element) => ({
    kind: "evidence",
    name: element,
    points: scoring.evidence[element] ?? 0,
    law: lawOf(laws, [element]),
    quotes: wordsOf(
      text,
      pieces.filter((piece) => piece.element === element),
    ),
  }));
}

function fittedReasons(bench: Bench, text: string, span: Span): Reason[] {
  const passage = bench.lexicon === null ? null : readPassage(bench.lexicon, text, span.start, span.end);
  const reading = readingOf(bench, passage);
  if (reading === null) return [];
  const model = bench.model as Model;
  const whole = unlimitedPoints(model.fitted, reading.detection);
  const named = namedShares(sharesOf(model, reading.features, reading.detection)).map((share) => shareReason(share, reading, text, span));
  const rest = whole - named.reduce((sum, { points }) => sum + points, 0);
  const limit = fittedPoints(model.fitted, reading.detection) - whole;
  return [...named, other("fitted_rest", "", rest), other("limit", "fitted", limit)];
}

/** The largest shares, those of elements first. */
function namedShares(shares: readonly Share[]): Share[] {
  const heavy = shares.filter(({ points }) => Math.round(points) !== 0).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return [...heavy.filter(({ element }) => element !== null), ...heavy.filter(({ element }) => element === null).slice(0, featuresNamed)];
}

function shareReason({ element, points, start, end }: Share, { passage }: Reading, text: string, { start: from }: Span): Reason {
  const spans = element === "length" ? [] : [spanOf(passage, { start, end }, from)];
  return { kind: "fitted", name: element ?? "words", points: Math.round(points), law: [], quotes: wordsOf(text, spans) };
}

function other(kind: Reason["kind"], name: string, points: number): Reason {
  return { kind, name, points, law: [], quotes: [] };
}

/** Distinct spans with their words, by place. */
export function wordsOf<T extends Span & { readonly element?: Element | null }>(
  text: string,
  spans: readonly T[],
): (Span & { text: string })[] {
  const distinct = new Map(spans.map(({ start, end }) => [`${start} ${end}`, { start, end, text: text.slice(start, end) }]));
  return [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
