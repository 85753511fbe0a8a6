import { isLowSurrogate } from "../text/units.js";
import type { Span } from "./result.js";

/** What is shown of a text: pieces in order, and how many marked places they leave out. */
export interface Snippet {
  readonly pieces: readonly Span[];
  readonly placesLeftOut: number;
}

/** Shown on each side of a marked place (domain.md §9 asks for at most 40). */
const aroundUnits = 40;
/** A text up to this length is shown whole. */
const wholeUnitsMax = 240;
/** Pieces shown of a long text: enough to judge, few enough to read. */
const piecesMax = 5;
/** Places that run into each other make one piece up to this length; what would go on after it is left out, so that other parts are seen too. */
const pieceUnitsMax = 240;

/**
 * Chooses what to show of a text around its marked places.
 * @param text the scanned text
 * @param places marked places in ascending order
 */
export function snippetOf(text: string, places: readonly Span[]): Snippet {
  if (text.length <= wholeUnitsMax) return { pieces: [{ start: 0, end: text.length }], placesLeftOut: 0 };
  const pieces: { start: number; end: number }[] = [];
  let shown = 0;
  for (const place of places) {
    const start = Math.max(0, place.start - aroundUnits);
    const end = Math.min(text.length, place.end + aroundUnits, place.start + pieceUnitsMax);
    const last = pieces.at(-1);
    if (last === undefined || start > last.end) {
      if (pieces.length === piecesMax) break;
      pieces.push({ start, end });
    } else if (end - last.start <= pieceUnitsMax) last.end = Math.max(last.end, end);
    else if (place.end > last.end) continue;
    shown++;
  }
  return { pieces: pieces.map((piece) => onWholeCharacters(text, piece)), placesLeftOut: places.length - shown };
}

/** A piece must not begin or end inside a surrogate pair. */
function onWholeCharacters(text: string, { start, end }: Span): Span {
  return {
    start: isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start,
    end: end < text.length && isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end,
  };
}
