import type { Element } from "../dictionary/model.js";
import { inertLine } from "./inert.js";
import type { Paint } from "./paint.js";
import { quotesRow } from "./quotes.js";
import type { ContextKind, Reason, Span } from "./result.js";
import type { ReportWords } from "./words.js";

/** Columns of the points, sign included; those of the fitted part stand further in. */
const pointColumns = 5;

/** How reasons are drawn. */
export interface ReasonStyle {
  readonly paint: Paint;
  readonly words: ReportWords;
}

/**
 * Says in words why a text has its score: a line for each reason with its points, the parts of the fitted part below their sum, and
 * what the lines add up to.
 * @param reasons of a result; their points add up to `score`
 * @param score of the same result
 */
export function reasonRows(reasons: readonly Reason[], score: number, style: ReasonStyle): string[] {
  const { paint, words } = style;
  const fitted = reasons.filter(isFitted);
  const plain = reasons.filter((reason) => !isFitted(reason) && reason.kind !== "cap");
  const caps = reasons.filter(({ kind }) => kind === "cap");
  return [
    `  ${paint("bold", words.why)}`,
    ...(reasons.length === 0 ? [row(2, 0, words.nothingWeighed)] : []),
    ...plain.flatMap((reason) => reasonRow(reason, 2, style)),
    ...(fitted.length === 0 ? [] : [row(2, sumOf(fitted), words.fittedPart), ...fitted.flatMap((reason) => reasonRow(reason, 8, style))]),
    ...caps.flatMap((reason) => reasonRow(reason, 2, style)),
    paint("bold", `  ${`= ${score}`.padStart(pointColumns)}  ${words.scoreName}`),
  ];
}

function isFitted({ kind }: Reason): boolean {
  return kind === "fitted" || kind === "fitted_rest" || kind === "limit";
}

function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { points }) => sum + points, 0);
}

function reasonRow(reason: Reason, indent: number, { paint, words }: ReasonStyle): string[] {
  const quotes = quotesRow(outermost(reason.quotes));
  const name = nameOf(reason, words);
  const below = " ".repeat(indent + pointColumns + 2);
  const law = reason.law.map((clause) => `${below}${paint("dim", `§ ${inertLine(clause)}`)}`);
  return [row(indent, reason.points, quotes === "" ? name : words.reason(name, quotes)), ...law];
}

/** A quote inside a longer one tells a reader nothing more. The data has both. */
function outermost(quotes: Reason["quotes"]): Reason["quotes"] {
  const isInside = (a: Span, b: Span) => b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  return quotes.filter((quote) => !quotes.some((other) => isInside(quote, other)));
}

function row(indent: number, points: number, text: string): string {
  const signed = points > 0 ? `+${points}` : `${points}`;
  return `${" ".repeat(indent)}${signed.padStart(pointColumns)}  ${text}`;
}

function nameOf({ kind, name }: Reason, words: ReportWords): string {
  switch (kind) {
    case "evidence":
      return elementsIn(name, words);
    case "rule":
      return words.ruleReason(words.rules[name] ?? inertLine(name));
    case "context":
      return words.contexts[name as ContextKind] ?? inertLine(name);
    case "fitted":
      return name === "words" ? words.wording : elementsIn(name, words);
    case "fitted_rest":
      return words.fittedRest;
    case "limit":
      return words.fittedLimit;
    case "cap":
      return words.cap(inertLine(name));
  }
}

/** `entry_fee+recruit_reward` in words. */
function elementsIn(name: string, words: ReportWords): string {
  return name
    .split("+")
    .map((element) => words.elements[element as Element] ?? inertLine(element))
    .join(words.elementsTogether);
}
