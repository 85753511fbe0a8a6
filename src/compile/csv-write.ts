/** CSV that Chinese Excel opens with a double click and saves again unharmed: byte-order mark, CRLF, no cell that it takes for a formula. */
import { quotedCell, safeCell } from "../text/csv-cell.js";

export { plainCell, safeCell } from "../text/csv-cell.js";

/**
 * @param rows the header first
 * @returns the text of the file; write it as UTF-8
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** One cell: made safe, then quoted where it must be. */
export function csvCell(text: string): string {
  return quotedCell(safeCell(text));
}
