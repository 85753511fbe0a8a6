import { type Element, legalElements, supportElements } from "../dictionary/model.js";
import type { ScanResult, Span } from "./result.js";

/** How strongly a place in a text is marked: words of the context, then mentions, then what supports, then what the law names. */
export const markLevels = ["none", "mention", "support", "law"] as const;
export type MarkLevel = (typeof markLevels)[number];

/** A marked place; marks never overlap. */
export interface Mark extends Span {
  readonly level: MarkLevel;
}

/**
 * The places of a text to mark: hits and quotes, overlapping ones joined (the strongest level wins).
 * @param result what `scan` returned
 * @returns marks in ascending order
 */
export function marksOf(result: ScanResult): Mark[] {
  const spans = [...result.hits, ...result.findings.flatMap((finding) => finding.quotes)];
  const sorted = spans
    .map(({ start, end, element }) => ({ start, end, level: levelOf(element) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Mark[] = [];
  for (const mark of sorted) {
    const last = joined.at(-1);
    if (last === undefined || mark.start >= last.end) joined.push(mark);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, mark.end), level: stronger(last.level, mark.level) };
  }
  return joined;
}

/** @param element of a hit or quote */
export function levelOf(element: Element): MarkLevel {
  if (legalElements.has(element) || element === "custom") return "law";
  return supportElements.has(element) ? "support" : "mention";
}

function stronger(a: MarkLevel, b: MarkLevel): MarkLevel {
  return markLevels.indexOf(a) >= markLevels.indexOf(b) ? a : b;
}
