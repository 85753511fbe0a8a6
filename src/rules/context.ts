import type { Span } from "../scan/hit.js";
import { spanOf } from "./evidence.js";
import type { ContextKind } from "./finding.js";
import type { Lexicon } from "./lexicon.js";
import type { Passage } from "./passage.js";
import { cueClass, type Scoring } from "./scoring.js";
import type { Event } from "./sequence.js";

/** What speaks against an offer near its evidence. */
export interface Against {
  readonly kind: ContextKind;
  /** The word class, or `cues`. */
  readonly class: string;
  /** Whole, below zero. */
  readonly points: number;
  readonly spans: readonly Span[];
}

/**
 * Looks for the words of the contexts within `contextUnits` of the evidence; words inside a quote are part of the offer and do not count.
 * @param evidence where it stands; where there is none, the whole passage counts
 * @param cues terms of use `cue` in the passage
 * @param from where the passage begins in the text
 * @returns one entry per weight that counts, the heaviest first
 */
export function againstOf(
  { scoring, lexicon }: { readonly scoring: Scoring; readonly lexicon: Lexicon | null },
  passage: Passage | null,
  evidence: readonly Span[],
  cues: readonly Span[],
  from: number,
): Against[] {
  return scoring.context
    .flatMap(({ kind, class: name, points, most }) => {
      const candidates = name === cueClass ? cues : wordsOf(name, lexicon, passage, from);
      const spans = candidates.filter((span) => isAgainst(span, evidence, scoring.contextUnits)).slice(0, most);
      return spans.length === 0 ? [] : [{ kind, class: name, points: points * spans.length, spans }];
    })
    .sort((a, b) => a.points - b.points);
}

/** The distinct words of a class, each where it first stands. */
function wordsOf(name: string, lexicon: Lexicon | null, passage: Passage | null, from: number): Span[] {
  if (lexicon === null || passage === null) return [];
  const distinct = new Map<string, Span>();
  for (const event of passage.occurrences[lexicon.classes.indexOf(name)] ?? []) {
    const word = wordOf(passage, event);
    if (!distinct.has(word)) distinct.set(word, spanOf(passage, event, from));
  }
  return [...distinct.values()];
}

function wordOf({ units }: Passage, { start, end }: Event): string {
  return units.slice(start, end);
}

function isAgainst(cue: Span, evidence: readonly Span[], reach: number): boolean {
  if (evidence.length === 0) return true;
  if (evidence.some(({ start, end }) => start <= cue.start && cue.end <= end)) return false;
  return evidence.some(({ start, end }) => cue.start - end <= reach && start - cue.end <= reach);
}
