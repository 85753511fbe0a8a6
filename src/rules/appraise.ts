import type { Element } from "../dictionary/model.js";
import type { Outcome } from "../dictionary/outcome.js";
import { atLeast, higher } from "../dictionary/outcome.js";
import type { Span } from "../scan/hit.js";
import type { Sightings } from "../scan/scanner.js";
import { type Against, againstOf } from "./context.js";
import { type Detection, detect } from "./detect.js";
import { type Piece, piecesOf, spanOf } from "./evidence.js";
import { type Features, featuresOf } from "./features.js";
import { type FoundRule, findRules, type ReadyRule } from "./find-rules.js";
import { fittedPoints, shownElements } from "./fitted.js";
import type { Lexicon } from "./lexicon.js";
import { detectorElements, type Model } from "./model.js";
import { type Passage, readPassage } from "./passage.js";
import { quoteOf } from "./quote.js";
import type { Scoring } from "./scoring.js";

/** What a judge needs of a dictionary. */
export interface Bench {
  readonly lexicon: Lexicon | null;
  readonly model: Model | null;
  /** What the characters of a passage say ({@link glanceOf}). */
  readonly glance: ((passage: Passage) => number) | null;
  readonly scoring: Scoring;
  readonly rules: readonly ReadyRule[];
  /** Word classes that rules name, by number. */
  readonly classes: readonly number[];
}

/** An element that the fitted part sees, with the words that show it. */
export interface Shown extends Span {
  readonly element: Element;
}

/** One passage, weighed. */
export interface Appraisal extends Span {
  readonly pieces: readonly Piece[];
  readonly found: readonly FoundRule[];
  readonly against: readonly Against[];
  /** Whole points of the fitted part; 0 where there is none. */
  readonly fitted: number;
  /** Empty below `review`. */
  readonly shown: readonly Shown[];
  /** All points, before the score's own limits. */
  readonly points: number;
  readonly outcome: Outcome;
}

/** By so much the fitted part may fall short of `review` where evidence makes up the rest; further below, a rule must allow it. */
const shortfallMax = 6;

/** What {@link appraise} saw on its way, for the explanation; valid until the next passage is read. */
export interface Reading {
  readonly passage: Passage;
  readonly features: Features;
  readonly detection: Detection;
}

/** Reads a passage as the fitted part does. */
export function readingOf({ lexicon, model }: Bench, passage: Passage | null): Reading | null {
  if (lexicon === null || model === null || passage === null) return null;
  const features = featuresOf(lexicon, passage, model.symbols);
  return { passage, features, detection: detect(model, features, passage.count) };
}

/**
 * Weighs a passage: evidence by element, rules, context near the evidence, and the fitted part.
 * @param local the terms and cues that begin in the passage
 * @returns null where there is no term and the fitted part takes away, which phrases hardly ever make up for: they are not looked for,
 *   which halves the cost of a passage that the gate let by
 */
export function appraise(bench: Bench, text: string, span: Span, local: Pick<Sightings, "hits" | "cues">): Appraisal | null {
  const passage = bench.lexicon === null ? null : readPassage(bench.lexicon, text, span.start, span.end);
  if (local.hits.length === 0 && passage !== null && isDull(bench, passage)) return null;
  const reading = readingOf(bench, passage);
  const fitted = reading === null ? 0 : fittedPoints((bench.model as Model).fitted, reading.detection);
  if (local.hits.length === 0 && fitted < 0) return null;
  const pieces = piecesOf(bench.lexicon, passage, span.start, local.hits, bench.classes);
  const found = findRules(bench.rules, pieces);
  const evidence = pieces.filter(({ element }) => element !== null);
  const against = againstOf(bench, passage, evidence, local.cues, span.start);
  const parts = { pieces, found, against, fitted };
  const points =
    evidencePoints(bench.scoring, pieces) + sum(found.map(({ rule }) => rule.points)) + sum(against.map((one) => one.points)) + fitted;
  const outcome = outcomeOf(bench.scoring, { ...parts, points });
  const shown = reading !== null && atLeast(outcome, "review") ? shownIn(bench.model as Model, reading, span.start) : [];
  return { ...span, ...parts, shown, points, outcome };
}

/** Do the characters alone say that nothing is offered? */
function isDull({ model, glance }: Bench, passage: Passage): boolean {
  return model !== null && glance !== null && glance(passage) < model.fitted.glanceMin;
}

/** Distinct elements of the evidence that have points. */
export function evidenceElements({ evidence }: Scoring, pieces: readonly Piece[]): Element[] {
  const there = new Set(pieces.map(({ element }) => element));
  return (Object.keys(evidence) as Element[]).filter((element) => there.has(element));
}

function evidencePoints(scoring: Scoring, pieces: readonly Piece[]): number {
  return sum(evidenceElements(scoring, pieces).map((element) => scoring.evidence[element] ?? 0));
}

/** The ladder: points decide, as far as a rule that was found, or the fitted part, allows (docs/outcome.md). */
function outcomeOf(
  { observe, review, priority }: Scoring,
  { found, points, fitted, pieces, against }: Omit<Appraisal, "outcome" | "shown" | keyof Span>,
): Outcome {
  let allowed: Outcome = fitted >= review - shortfallMax ? "review" : "observe";
  for (const { rule } of found) allowed = higher(allowed, rule.outcome);
  if (points >= priority && allowed === "priority") return "priority";
  if (points >= review && atLeast(allowed, "review")) return "review";
  const isFree = against.length === 0 && pieces.some(({ element, names }) => element !== null && !names[0].startsWith("@"));
  return points >= observe || isFree ? "observe" : "none";
}

function shownIn(model: Model, { passage, features, detection }: Reading, from: number): Shown[] {
  return shownElements(model.fitted, detection).map((k) => ({
    element: detectorElements[k],
    ...spanOf(passage, quoteOf(model, features, detection.windows[k], k), from),
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
