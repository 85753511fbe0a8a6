import { type Element, legalElements, supportElements } from "../dictionary/model.js";
import type { Span } from "../scan/hit.js";
import type { Sighting } from "../scan/scanner.js";
import { phrasesIn } from "./features.js";
import type { Lexicon } from "./lexicon.js";
import type { Passage } from "./passage.js";
import type { Event } from "./sequence.js";

/** What stands somewhere in a passage: a phrase, a term, or a word of a class that a rule names. */
export interface Piece extends Span {
  /** What conditions may call it: `@phrase` or the id of a term, and its element; or `<class>`. */
  readonly names: readonly string[];
  /** The element that it shows; null for words of classes. */
  readonly element: Element | null;
}

/** Pieces of one passage that rules look at; a passage has fewer unless it repeats itself. */
export const piecesMax = 192;

/**
 * What a passage shows, sorted by start.
 * @param from where the passage begins in the text
 * @param hits the terms that begin in the passage
 * @param classes word classes that rules name, by number
 */
export function piecesOf(
  lexicon: Lexicon | null,
  passage: Passage | null,
  from: number,
  hits: readonly Sighting[],
  classes: readonly number[],
): Piece[] {
  const pieces: Piece[] = hits.map(({ start, end, term }) => ({
    start,
    end,
    names: [term.id, term.element],
    element: shown(term.element),
  }));
  if (lexicon !== null && passage !== null) {
    for (const event of phrasesIn(lexicon, passage)) {
      const { id, element } = lexicon.phrases[event.phrase];
      pieces.push({ ...spanOf(passage, event, from), names: [`@${id}`, element], element: shown(element) });
    }
    for (const k of classes) {
      for (const event of passage.occurrences[k] ?? [])
        pieces.push({ ...spanOf(passage, event, from), names: [`<${lexicon.classes[k]}>`], element: null });
    }
  }
  return pieces.sort((a, b) => a.start - b.start || a.end - b.end).slice(0, piecesMax);
}

/** Where an event of a passage stands in the text: from its first unit to its last, without the noise after it. */
export function spanOf({ offsets, text }: Passage, { start, end }: Event, from: number): Span {
  const last = offsets[end - 1];
  const unit = text.charCodeAt(last);
  return { start: from + offsets[start], end: from + last + (unit >= 0xd800 && unit < 0xdc00 ? 2 : 1) };
}

function shown(element: Element): Element | null {
  return legalElements.has(element) || supportElements.has(element) ? element : null;
}
