import { type Element, elements } from "../dictionary/model.js";
import type { DiagnosticLog } from "./diagnostics.js";
import { compare } from "./diagnostics.js";
import type { Draft, Entry } from "./draft.js";
import { readAllowRow, readCueRow, readSchemeRow, readTermRow } from "./entries-read.js";
import { readMetaFile } from "./meta-read.js";
import { readCaseRow, readPlaceRow, readSchemeRecord, readSourceRow } from "./records-read.js";
import type { RuleDraft } from "./rule-draft.js";
import { readLawRow, readPhraseRow, readRuleRow, readWeightRow, readWordRow } from "./rules-read.js";
import { readScoringFile } from "./scoring-read.js";
import { type Row, readTable, type SourceFiles } from "./table-read.js";
import {
  allowTable,
  caseTable,
  cueTable,
  lawTable,
  listFiles,
  metaFile,
  phraseTable,
  placeTable,
  ruleTable,
  schemeTable,
  scoringFile,
  sourcesFile,
  sourceTable,
  type Table,
  termTable,
  weightTable,
  wordTable,
} from "./tables.js";

/**
 * Reads all files of a dictionary; everything wrong with a single cell, row or file is reported here.
 * @param today `YYYY-MM-DD` or null, see `readMetaFile`
 */
export function readDraft(files: SourceFiles, today: string | null, log: DiagnosticLog): Draft {
  reportUnknownFiles(files, log);
  if (!files.has(sourcesFile)) {
    log.add(
      "NOMLM_DICT_FILE_MISSING",
      { file: sourcesFile, line: 1, column: 1 },
      `${sourcesFile} is missing`,
      "a file with its header row is enough",
    );
  }
  const read = <T extends Table>(file: string, table: T): Row<keyof T & string>[] => {
    const bytes = files.get(file);
    return bytes === undefined ? [] : readTable(bytes, file, table, log);
  };
  const schemeRows = read(listFiles.schemes, schemeTable);
  const entries: Entry[] = [
    ...elementFiles("terms", files).flatMap(({ file, element }) => read(file, termTable).map((row) => readTermRow(row, element, log))),
    ...schemeRows.flatMap((row) => readSchemeRow(row, log)),
    ...read(listFiles.allow, allowTable).map((row) => readAllowRow(row, log)),
    ...read(listFiles.cues, cueTable).map((row) => readCueRow(row, log)),
  ];
  return {
    rules: readRuleDraft(files, read, log),
    meta: readMetaFile(files.get(metaFile), today, log),
    entries,
    sources: read(sourcesFile, sourceTable).map((row) => readSourceRow(row, log)),
    schemes: schemeRows.map((row) => readSchemeRecord(row, log)),
    places: read(listFiles.places, placeTable).map((row) => readPlaceRow(row, log)),
    cases: read(listFiles.cases, caseTable).map((row) => readCaseRow(row, log)),
  };
}

type Read = <T extends Table>(file: string, table: T) => Row<keyof T & string>[];

function readRuleDraft(files: SourceFiles, read: Read, log: DiagnosticLog): RuleDraft {
  const scoring = files.get(scoringFile);
  return {
    words: read(listFiles.words, wordTable).map((row) => readWordRow(row, log)),
    phrases: elementFiles("phrases", files).flatMap(({ file, element }) =>
      read(file, phraseTable).map((row) => readPhraseRow(row, element, log)),
    ),
    rules: read(listFiles.rules, ruleTable).map((row) => readRuleRow(row, log)),
    laws: read(listFiles.laws, lawTable).map((row) => readLawRow(row, log)),
    weights: files.has(listFiles.weights) ? read(listFiles.weights, weightTable).map((row) => readWeightRow(row, log)) : null,
    scoring: scoring === undefined ? null : readScoringFile(scoring, log),
    hasScoringFile: scoring !== undefined,
  };
}

/** `<folder>/<element>.csv` in the order of their names, so that the map's order means nothing. */
function elementFiles(folder: string, files: SourceFiles): { file: string; element: Element }[] {
  return [...files.keys()].sort(compare).flatMap((file) => {
    const element = elements.find((name) => file === `${folder}/${name}.csv`);
    return element === undefined ? [] : [{ file, element }];
  });
}

function reportUnknownFiles(files: SourceFiles, log: DiagnosticLog): void {
  const byElement = elements.flatMap((name) => [`terms/${name}.csv`, `phrases/${name}.csv`]);
  const known = new Set<string>([sourcesFile, ...Object.values(listFiles), ...byElement]);
  for (const file of files.keys()) {
    if (!file.endsWith(".csv") || known.has(file)) continue;
    const at = { file, line: 1, column: 1 };
    if (/^(terms|phrases)\//.test(file))
      log.add("NOMLM_DICT_ELEMENT", at, "the file is named after no element", `elements are: ${elements.join(", ")}`);
    else log.add("NOMLM_DICT_FILE_UNKNOWN", at, "the file is not read", null);
  }
}
