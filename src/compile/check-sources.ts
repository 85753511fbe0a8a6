import type { Source } from "../dictionary/model.js";
import { type DiagnosticLog, type Place, quoted } from "./diagnostics.js";
import type { Draft, Entry } from "./draft.js";
import { sourcesFile } from "./tables.js";

/** How many rows have a verified source, and how many have none. */
export interface Provenance {
  readonly rows: number;
  readonly unverified: number;
}

/** Checks that every source is known, and counts once what is not verified. */
export function checkSources(draft: Draft, log: DiagnosticLog): void {
  const known = new Map(draft.sources.map(({ value }) => [value.id, value]));
  const check = (id: string, at: Place) => {
    if (!known.has(id))
      log.add(
        "NOMLM_DICT_SOURCE_UNKNOWN",
        at,
        id === "" ? "no source is named" : `the source ${quoted(id)} is unknown`,
        id === "" ? `write the id of a row of ${sourcesFile}; where nothing is known, of one that says so` : `add it to ${sourcesFile}`,
      );
  };
  for (const { sources, rowAt } of firstOfRows(draft.entries)) {
    if (sources.length === 0) check("", rowAt);
    for (const cell of sources) check(cell.text, cell);
  }
  for (const { value, at } of draft.places) check(value.source, at);
  const { rows, unverified } = provenanceOf(draft);
  if (unverified > 0)
    log.add(
      "NOMLM_DICT_UNVERIFIED",
      { file: sourcesFile, line: 1, column: 1 },
      `${unverified} of ${rows} rows (terms and schemes) have no verified source`,
    );
}

/** @returns the count over the rows of terms and schemes, whatever their status */
export function provenanceOf(draft: Draft): Provenance {
  const known = new Map(draft.sources.map(({ value }) => [value.id, value]));
  const rows = firstOfRows(draft.entries);
  return { rows: rows.length, unverified: rows.filter((entry) => !isVerified(entry, known)).length };
}

function isVerified(entry: Entry, known: ReadonlyMap<string, Source>): boolean {
  return entry.term.sources.some((id) => known.get(id)?.verified === true);
}

/** One entry for each row of terms and schemes; a scheme's spellings stand one after the other and share the place of their id. */
function firstOfRows(entries: readonly Entry[]): Entry[] {
  const words = entries.filter(({ origin }) => origin === "term" || origin === "scheme");
  return words.filter(({ rowAt }, i) => i === 0 || words[i - 1].rowAt !== rowAt);
}
