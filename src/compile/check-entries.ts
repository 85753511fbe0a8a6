import { idUnitsMax, termsMax, termUnitsMax } from "../dictionary/limits.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import { byPlace, type DiagnosticLog, type Place, quoted } from "./diagnostics.js";
import type { Draft, Entry } from "./draft.js";
import { metaFile } from "./tables.js";

/** What makes a spelling or an id unusable. */
export interface TextProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fix: string;
}

/** Checks ids and spellings one by one. */
export function checkEntries(draft: Draft, log: DiagnosticLog): void {
  const start = { file: metaFile, line: 1, column: 1 };
  if (draft.entries.length > termsMax)
    log.add("NOMLM_DICT_FILE_LIMIT", start, `${draft.entries.length} entries, the limit is ${termsMax}`, "split the dictionary");
  for (const entry of draft.entries) report(textProblem(entry.term.text, entry.key), entry.at, log);
  checkIds(rowsOf(draft.entries), log);
  for (const table of [draft.sources, draft.schemes, draft.places, draft.cases]) {
    checkIds(
      table.map(({ value, at }) => ({ id: value.id, at })),
      log,
    );
  }
}

/** Checks that there is something to find at all. */
export function checkNotEmpty(draft: Draft, log: DiagnosticLog): void {
  if (draft.entries.some((entry) => entry.status === "active" && isFound(entry))) return;
  log.add(
    "NOMLM_DICT_EMPTY",
    { file: metaFile, line: 1, column: 1 },
    "the dictionary holds no active term of use hit or mention",
    "add one under terms/",
  );
}

/** Is this what a text can be found for? */
export function isFound(entry: Entry): boolean {
  return entry.origin === "scheme" || (entry.origin === "term" && entry.term.use !== "evidence");
}

/** @param key the folded form of `text` */
export function textProblem(text: string, key: string): TextProblem | null {
  if (text === "") return { code: "NOMLM_DICT_TEXT_EMPTY", message: "the spelling is empty", fix: "fill it in, or remove the row" };
  if (/\p{Cs}|[\ufffd-\uffff]/u.test(text)) {
    return { code: "NOMLM_DICT_TEXT_SURROGATE", message: `${quoted(text)} holds a broken character`, fix: "type it again" };
  }
  if (text.length > termUnitsMax || key.length > termUnitsMax) {
    return {
      code: "NOMLM_DICT_TEXT_LENGTH",
      message: `${quoted(text)} has ${text.length} units, the limit is ${termUnitsMax}`,
      fix: "a term is a word or phrase, not a sentence",
    };
  }
  if (key === "")
    return {
      code: "NOMLM_DICT_TEXT_NOISE",
      message: `${quoted(text)} has no letter or digit`,
      fix: "punctuation and symbols are skipped in texts, so it could never be found",
    };
  return null;
}

/** @returns why this cannot be an id, or null */
export function idProblem(id: string): TextProblem | null {
  if (/^[A-Za-z][\w.-]*$/.test(id) && id.length <= idUnitsMax) return null;
  return {
    code: "NOMLM_DICT_ID",
    message: id === "" ? "the id is empty" : `${quoted(id)} cannot be an id`,
    fix: `a letter, then letters, digits, dots, dashes or underscores; at most ${idUnitsMax}`,
  };
}

/** One id for each row: a scheme's spellings stand one after the other and share theirs. */
function rowsOf(entries: readonly Entry[]): { id: string; at: Place }[] {
  return entries.filter(({ rowAt }, i) => i === 0 || entries[i - 1].rowAt !== rowAt).map(({ rowId, rowAt }) => ({ id: rowId, at: rowAt }));
}

export function checkIds(rows: readonly { id: string; at: Place }[], log: DiagnosticLog): void {
  const first = new Map<string, Place>();
  for (const { id, at } of [...rows].sort((a, b) => byPlace(a.at, b.at))) {
    report(idProblem(id), at, log);
    const before = first.get(id);
    if (before === undefined) first.set(id, at);
    else if (id !== "")
      log.add(
        "NOMLM_DICT_ID_TWICE",
        at,
        `the id ${quoted(id)} stands already at ${before.file}:${before.line}`,
        "give one of them a new id",
      );
  }
}

function report(problem: TextProblem | null, at: Place, log: DiagnosticLog): void {
  if (problem !== null) log.add(problem.code, at, problem.message, problem.fix);
}
