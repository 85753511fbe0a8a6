/** CSV that Chinese Excel opens with a double click and saves again unharmed: byte-order mark, CRLF, no cell that it takes for a formula. */

/**
 * @param rows the header first
 * @returns the text of the file; write it as UTF-8
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}

/** One cell: made safe, then quoted where it must be. */
export function csvCell(text: string): string {
  const safe = safeCell(text);
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A spreadsheet runs a cell that begins with `= + - @`, a tab or a carriage return, also behind spaces: an apostrophe before it makes it text.
 * A text that itself begins with apostrophes and then such a character gets one more, so that taking one off gives every text back.
 */
export function safeCell(text: string): string {
  return /^[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r]/.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link safeCell} off. */
export function plainCell(text: string): string {
  return text.startsWith("'") && safeCell(text.slice(1)) !== text.slice(1) ? text.slice(1) : text;
}
