import type { Span } from "../scan/hit.js";
import { passageUnitsMax } from "./passage.js";

/** Where a line is longer than a passage and has no end of a sentence, passages overlap by this much, so that an offer is whole in one of them. */
const overlapUnits = 120;

/**
 * Cuts a text into passages of at most {@link passageUnitsMax} units: a short text is one; of a longer one, whole lines are packed
 * together, and longer lines are cut where a sentence ends.
 */
export function passagesOf(text: string): Span[] {
  const passages: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const cut = cutAfter(text, start);
    passages.push({ start, end: cut.end });
    start = cut.next;
  }
  return passages;
}

function cutAfter(text: string, start: number): { readonly end: number; readonly next: number } {
  const full = start + passageUnitsMax;
  if (full >= text.length) return { end: text.length, next: text.length };
  const line = text.lastIndexOf("\n", full - 1);
  if (line > start) return { end: line + 1, next: line + 1 };
  for (let at = full; at > start + passageUnitsMax / 2; at--) {
    if (isSentenceEnd(text.charCodeAt(at - 1))) return { end: at, next: at };
  }
  return { end: full, next: full - overlapUnits };
}

/** 。！？； and their ASCII forms but the full stop, which also stands in numbers. */
function isSentenceEnd(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b || unit === 0x21 || unit === 0x3f || unit === 0x3b;
}
