import type { PhraseSource, WordClass } from "../rules/book.js";
import type { CellPlaces } from "./cell-places.js";
import { checkIds } from "./check-entries.js";
import { byPlace, type DiagnosticLog, quoted } from "./diagnostics.js";
import { byId } from "./finish.js";
import type { Reading } from "./phrase-expand.js";
import { readingsOf } from "./phrase-readings.js";
import type { PhraseRow } from "./rule-draft.js";
import { SymbolTable } from "./symbol-table.js";

/** Checks phrases one by one and against each other. @returns those with an id of their own, in order of id */
export function joinPhrases(
  rows: readonly PhraseRow[],
  classes: readonly WordClass[],
  places: CellPlaces,
  log: DiagnosticLog,
): PhraseSource[] {
  checkIds(
    rows.map(({ value, at }) => ({ id: value.id, at })),
    log,
  );
  const byName = new Map<string, PhraseRow>();
  for (const row of [...rows].sort((a, b) => byPlace(a.at, b.at))) {
    checkName(row, log);
    if (!byName.has(row.value.id)) byName.set(row.value.id, row);
  }
  const phrases = [...byName.values()].map((row) => row.value).sort(byId);
  const written = phrases.filter(({ text }) => text !== "");
  const { readings, problems } = readingsOf(classes, written);
  for (const { id, error } of problems) {
    const { cell } = byName.get(id) as PhraseRow;
    log.add(error.code, places.inside(cell, error.at), error.message, error.fix);
  }
  reportTwins(byName, readings, classes, log);
  return phrases;
}

function checkName({ value: { id }, at }: PhraseRow, log: DiagnosticLog): void {
  if (id.includes(".")) log.add("NOMLM_DICT_ID", at, `${quoted(id)} cannot name a phrase`, "no dots: @a..6 is a phrase and a gap");
}

/** Phrases that find the same are told once, at the later one. */
function reportTwins(
  rows: ReadonlyMap<string, PhraseRow>,
  readings: ReadonlyMap<string, readonly Reading[]>,
  classes: readonly WordClass[],
  log: DiagnosticLog,
): void {
  const symbols = new SymbolTable(classes);
  const first = new Map<string, PhraseRow>();
  for (const [id, row] of rows) {
    const own = readings.get(id);
    if (own === undefined) continue;
    const key = JSON.stringify(
      own.map(({ symbols: sets, gapMin, gapMax }) => [sets.map((set) => symbols.numberOf(set)), gapMin, gapMax]).sort(),
    );
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else {
      const place = `${before.cell.file}:${before.cell.line}`;
      log.add("NOMLM_DICT_PHRASE_TWICE", row.cell, `@${id} finds the same as @${before.value.id} at ${place}`, "remove one of the two");
    }
  }
}
