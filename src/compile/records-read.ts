import type { Case, Place, Scheme, Source } from "../dictionary/model.js";
import type { Cell } from "./csv-read.js";
import { readDate } from "./dates.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import { oneOf } from "./entries-read.js";
import type { Located } from "./located.js";
import { isPlaceCode } from "./places.js";
import type { Row } from "./table-read.js";
import type { caseTable, placeTable, schemeTable, sourceTable } from "./tables.js";

type Columns<T> = keyof T & string;

export function readSourceRow(row: Row<Columns<typeof sourceTable>>, log: DiagnosticLog): Located<Source> {
  const verified = readFlag(row.cell("verified"), log);
  const value: Source = {
    id: row.text("id"),
    kind: filled(row.cell("kind"), "kind", log),
    verified,
    ...row.field("issuer"),
    ...row.field("title"),
    ...dateField(row.cell("date"), log),
    ...row.field("url"),
  };
  if (verified && (value.issuer === undefined || (value.title === undefined && value.date === undefined))) {
    log.add(
      "NOMLM_DICT_SOURCE_PROOF",
      row.cell("verified"),
      "verified, but issuer or both title and date are empty",
      "fill them in, or write false",
    );
  }
  return { value, at: row.at };
}

export function readSchemeRecord(row: Row<Columns<typeof schemeTable>>, log: DiagnosticLog): Located<Scheme> {
  const value: Scheme = {
    id: row.text("id"),
    name: filled(row.cell("name"), "name", log),
    status: row.text("status"),
    authority: filled(row.cell("authority"), "authority", log),
    ...dateField(row.cell("date"), log),
    ...row.field("caution"),
  };
  return { value, at: row.at };
}

export function readPlaceRow(row: Row<Columns<typeof placeTable>>, log: DiagnosticLog): Located<Place> {
  const [code, year] = [row.cell("code"), row.cell("year")];
  if (!isPlaceCode(code.text))
    log.add("NOMLM_DICT_CODE", code, `${quoted(code.text)} is not a GB/T 2260 code`, "six digits, such as 450100");
  if (!/^[12]\d{3}$/.test(year.text)) log.add("NOMLM_DICT_YEAR", year, `${quoted(year.text)} is not a year`, "four digits, such as 2018");
  const value: Place = {
    id: row.text("id"),
    name: filled(row.cell("name"), "name", log),
    code: code.text,
    list: filled(row.cell("list"), "list", log),
    year: Number(year.text) || 0,
    source: row.text("source"),
  };
  return { value, at: row.cell("source") };
}

export function readCaseRow(row: Row<Columns<typeof caseTable>>, log: DiagnosticLog): Located<Case> {
  const expect = oneOf(row.cell("expect"), ["hit", "no_hit"] as const, "NOMLM_DICT_EXPECT", log) ?? "hit";
  const value: Case = { id: row.text("id"), term: row.text("term"), text: filled(row.cell("text"), "text", log), expect };
  return { value, at: row.cell("term") };
}

export function filled(cell: Cell, name: string, log: DiagnosticLog): string {
  if (cell.text === "") log.add("NOMLM_DICT_TEXT_EMPTY", cell, `${name} is empty`, "fill it in");
  return cell.text;
}

function dateField(cell: Cell, log: DiagnosticLog): { readonly date?: string } {
  if (cell.text === "") return {};
  const date = readDate(cell.text);
  if (date !== null) return { date };
  log.add("NOMLM_DICT_DATE", cell, `${quoted(cell.text)} is not a date`, "write YYYY-MM-DD, YYYY-MM or YYYY");
  return {};
}

/** Excel writes TRUE and FALSE. */
function readFlag(cell: Cell, log: DiagnosticLog): boolean {
  const word = cell.text.toLowerCase();
  if (word === "true" || word === "yes") return true;
  if (word !== "false" && word !== "no")
    log.add("NOMLM_DICT_VERIFIED", cell, `${quoted(cell.text)} is neither true nor false`, "write true or false");
  return false;
}
