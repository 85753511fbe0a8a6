import { type Element, elements } from "../dictionary/model.js";
import { outcomes } from "../dictionary/outcome.js";
import { rulePointsMax, ruleWindowUnitsMax, sentenceUnitsMax } from "../rules/limits.js";
import { weightColumns } from "../rules/model.js";
import type { Citation } from "../rules/ruleset.js";
import type { Cell } from "./csv-read.js";
import { readDay } from "./dates.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import { oneOf } from "./entries-read.js";
import type { Located } from "./located.js";
import { filled } from "./records-read.js";
import type { PhraseRow, RuleRow, WeightRow, WordRow } from "./rule-draft.js";
import type { Row } from "./table-read.js";
import type { lawTable, phraseTable, ruleTable, weightTable, wordTable } from "./tables.js";

type Columns<T> = keyof T & string;

export function readWordRow(row: Row<Columns<typeof wordTable>>, log: DiagnosticLog): WordRow {
  const words = row.list("words");
  if (words.length === 0) log.add("NOMLM_DICT_TEXT_EMPTY", row.cell("words"), "the row has no word", "fill it in, or remove the row");
  return { name: row.cell("class"), words };
}

export function readPhraseRow(row: Row<Columns<typeof phraseTable>>, element: Element, log: DiagnosticLog): PhraseRow {
  const cell = row.cell("phrase");
  const value = { id: row.text("id"), element, text: filled(cell, "phrase", log), note: row.text("note"), ...readProof(row, log) };
  return { value, cell, at: row.cell("id"), hitAt: row.cell("hit"), missAt: row.cell("miss") };
}

export function readRuleRow(row: Row<Columns<typeof ruleTable>>, log: DiagnosticLog): RuleRow {
  const any = row.list("any");
  const value = {
    id: row.text("id"),
    title: filled(row.cell("title"), "title", log),
    anyMin: readNumber(row.cell("any_min"), any.length > 0 ? 1 : 0, 0, Number.MAX_SAFE_INTEGER, "NOMLM_DICT_RULE_COUNT", log),
    windowUnits: readNumber(row.cell("window"), 0, 0, ruleWindowUnitsMax, "NOMLM_DICT_RULE_WINDOW", log),
    outcome: oneOf(row.cell("outcome"), outcomes, "NOMLM_DICT_RULE_OUTCOME", log) ?? "observe",
    points: readNumber(row.cell("points"), 0, -rulePointsMax, rulePointsMax, "NOMLM_DICT_RULE_POINTS", log),
    note: row.text("note"),
    ...readProof(row, log),
  };
  return {
    value,
    at: row.cell("id"),
    hitAt: row.cell("hit"),
    missAt: row.cell("miss"),
    all: row.list("all"),
    any,
    none: row.list("none"),
    anyMinAt: row.cell("any_min"),
  };
}

export function readLawRow(row: Row<Columns<typeof lawTable>>, log: DiagnosticLog): Located<Citation> {
  const from = readDayCell(row.cell("from"), log);
  const to = row.text("to") === "" ? undefined : readDayCell(row.cell("to"), log);
  if (to !== undefined && to < from)
    log.add("NOMLM_DICT_LAW", row.cell("to"), "the citation ends before it begins", "change one of the dates");
  const value: Citation = {
    id: row.text("id"),
    element: oneOf(row.cell("element"), elements, "NOMLM_DICT_ELEMENT", log) ?? "topic",
    instrument: filled(row.cell("instrument"), "instrument", log),
    article: filled(row.cell("article"), "article", log),
    version: filled(row.cell("version"), "version", log),
    from,
    ...(to === undefined ? {} : { to }),
  };
  return { value, at: row.cell("id") };
}

/** Weights fit in eight bits; an empty cell is none. */
export function readWeightRow(row: Row<Columns<typeof weightTable>>, log: DiagnosticLog): WeightRow {
  const weights = weightColumns.map((name) => readNumber(row.cell(name), 0, -127, 127, "NOMLM_DICT_WEIGHT", log));
  return { feature: row.cell("feature"), weights };
}

function readProof(row: Row<"hit" | "miss">, log: DiagnosticLog): { readonly hit: string; readonly miss: string } {
  return { hit: readSentence(row.cell("hit"), "hit", log), miss: readSentence(row.cell("miss"), "miss", log) };
}

function readSentence(cell: Cell, name: string, log: DiagnosticLog): string {
  if (cell.text === "") log.add("NOMLM_DICT_TEXT_EMPTY", cell, `${name} is empty`, sentenceFixes[name]);
  if (cell.text.length > sentenceUnitsMax)
    log.add("NOMLM_DICT_TEXT_LENGTH", cell, `${name} has ${cell.text.length} units, the limit is ${sentenceUnitsMax}`, "give one sentence");
  return cell.text;
}

const sentenceFixes: Readonly<Record<string, string>> = {
  hit: "give a sentence of your own in which it must be found",
  miss: "give a harmless sentence, as near to the other as you can, in which it must not be found",
};

function readNumber(cell: Cell, absent: number, least: number, most: number, code: DiagnosticCode, log: DiagnosticLog): number {
  if (cell.text === "") return absent;
  const value = /^[+-]?\d{1,6}$/.test(cell.text) ? Number(cell.text) : Number.NaN;
  if (value >= least && value <= most) return value === 0 ? 0 : value; // no negative zero
  const range = most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`;
  log.add(code, cell, `${quoted(cell.text)} is out of range`, `write ${range}`);
  return absent;
}

function readDayCell(cell: Cell, log: DiagnosticLog): string {
  const day = readDay(cell.text);
  if (day === null) log.add("NOMLM_DICT_DATE", cell, `${quoted(cell.text)} is not a day`, "write YYYY-MM-DD");
  return day ?? "";
}
