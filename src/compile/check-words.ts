import type { WordClass } from "../rules/book.js";
import { textProblem } from "./check-entries.js";
import { compare, type DiagnosticLog, quoted } from "./diagnostics.js";
import { foldKey } from "./fold-key.js";
import type { WordRow } from "./rule-draft.js";

/** Joins the rows of each class; reports names and words that are wrong. @returns classes by name, words without doubles, in order */
export function joinClasses(rows: readonly WordRow[], log: DiagnosticLog): WordClass[] {
  const classes = new Map<string, Map<string, string>>();
  for (const { name, words } of rows) {
    if (!/^[a-z][a-z0-9_]*$/.test(name.text)) {
      const fix = "a small letter, then small letters, digits and underscores";
      log.add("NOMLM_DICT_CLASS", name, `${quoted(name.text)} cannot name a word class`, fix);
      continue;
    }
    const known = classes.get(name.text) ?? new Map<string, string>();
    classes.set(name.text, known);
    for (const cell of words) {
      const key = foldKey(cell.text);
      const problem = textProblem(cell.text, key);
      const before = known.get(key);
      if (problem !== null) log.add(problem.code, cell, problem.message, problem.fix);
      else if (before === undefined) known.set(key, cell.text);
      else if (compare(cell.text, before) < 0) known.set(key, cell.text);
      if (before !== undefined)
        log.add("NOMLM_DICT_WORD_TWICE", cell, `${quoted(cell.text)} is in <${name.text}> already, as ${quoted(before)}`, "remove one");
    }
  }
  return [...classes].sort(([a], [b]) => compare(a, b)).map(([name, words]) => ({ name, words: spellings(words) }));
}

/** By folded form, so that neither the order of rows nor which of two spellings came first changes the artifact. */
function spellings(words: ReadonlyMap<string, string>): string[] {
  return [...words].sort(([a], [b]) => compare(a, b)).map(([, spelling]) => spelling);
}
