import { quotedCell, safeCell as textCell } from "../text/csv-cell.js";
import { inertText } from "./inert.js";
import type { ScanResult } from "./result.js";

/** Chinese Excel takes a CSV without this mark for GBK. */
export const byteOrderMark = "\ufeff";

/** The columns of {@link renderCsvRow}; others may follow. */
export const csvColumns = ["id", "line", "outcome", "score", "elements", "terms", "hits", "context", "truncated", "error"] as const;

/** What a row says beside the result. */
export interface CsvPlace {
  /** Line of the input, 1-based, or null where the input is no list of lines. */
  readonly line: number | null;
  /** Cells after the fixed columns, in the order of the header. */
  readonly more?: readonly string[];
}

/**
 * A result as one row: lists are joined by `|`, `terms` are the dictionary's spellings, `hits` the text as it stands there.
 * @param result what `scan` returned
 * @param place line and further cells
 * @returns one row ending in CRLF, every cell safe to open in a spreadsheet
 */
export function renderCsvRow(result: ScanResult, place: CsvPlace): string {
  return csvRow([
    result.id ?? "",
    place.line === null ? "" : String(place.line),
    result.outcome,
    String(result.score),
    result.elements.join("|"),
    [...new Set(result.hits.map((hit) => hit.term))].join("|"),
    result.hits.map((hit) => hit.text).join("|"),
    result.context?.kind ?? "",
    result.truncated === true ? "true" : "",
    "",
    ...(place.more ?? []),
  ]);
}

/** @param cells of one row; @returns the row ending in CRLF (RFC 4180), every cell safe to open in a spreadsheet */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => safeCell(inertText(cell))).join(",")}\r\n`;
}

/** A cell that a spreadsheet shows and never runs; plain numbers stay numbers. */
export function safeCell(cell: string): string {
  return quotedCell(plainNumber.test(cell) ? cell : textCell(cell));
}

const plainNumber = /^[+-]?\d{1,15}(\.\d{1,15})?$/;
