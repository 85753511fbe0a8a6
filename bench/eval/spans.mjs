/** Evidence recall: is the evidence that a reader marked touched by anything that the result shows? */

/** Names of the sets → elements of the library; a name that is not here is the same in both. */
const elementNames = { multi_level: "team_compensation", brainwash_slogan: "slogan" };

/**
 * Counts the labelled spans of recruitment rows.
 * @returns {Record<string, { of: number, overlapped: number, sameElement: number }>} per labelled element, and `all`
 */
export function countSpans(rows, judge) {
  const counts = { all: { of: 0, overlapped: 0, sameElement: 0 } };
  for (const row of rows.filter(({ label }) => label === "recruitment")) {
    for (const { element, text } of row.spans ?? []) {
      counts[element] ??= { of: 0, overlapped: 0, sameElement: 0 };
      const touching = overlapping(placeOf(row.text, text), row.verdicts[judge].spans);
      for (const count of [counts.all, counts[element]]) {
        count.of++;
        if (touching.length) count.overlapped++;
        if (touching.some((span) => isSameElement(element, span.element))) count.sameElement++;
      }
    }
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where a labelled piece stands: its first occurrence. Null when the text lacks it, which no result can touch. */
export function placeOf(text, piece) {
  const start = text.indexOf(piece);
  return start < 0 ? null : { start, end: start + piece.length };
}

/** The found spans that share at least one unit with the place. */
export function overlapping(place, spans) {
  return place === null ? [] : spans.filter(({ start, end }) => start < place.end && place.start < end);
}

export function isSameElement(labelled, found) {
  if (found === null) return false;
  return labelled === "disguise" ? found.startsWith("disguise_") : (elementNames[labelled] ?? labelled) === found;
}
