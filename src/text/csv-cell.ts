/** Cells of CSV that a spreadsheet shows and never runs: one rule for what dictionaries, reports and the command line write. */

/** Formula starters, also in full width (Chinese Excel takes them the same way) and behind spaces. */
const formulaStart = /^[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r]/;
const needsQuotes = /[",\r\n\t;]|^\s|\s$/;

/**
 * A spreadsheet runs a cell that begins with `= + - @`, a tab or a carriage return: an apostrophe before it makes it text.
 * A text that itself begins with apostrophes and then such a character gets one more, so that taking one off gives every text back.
 */
export function safeCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link safeCell} off. */
export function plainCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;
}

/** Quoted where RFC 4180 or Excel asks for it. */
export function quotedCell(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
