/**
 * Hand-written tables are text, so that many short rows can be read at a glance: `word:form,form` with spaces between the rows.
 * @param {string} rows
 * @returns {Readonly<Record<string, readonly string[]>>} word → its forms, without doubles and never the word itself
 */
export function tableOf(rows) {
  const entries = rows
    .trim()
    .split(/\s+/)
    .map((row) => [row.slice(0, row.indexOf(":", 1)), row.slice(row.indexOf(":", 1) + 1).split(",")]);
  return Object.fromEntries(entries.map(([word, forms]) => [word, [...new Set(forms)].filter((form) => form !== "" && form !== word)]));
}
