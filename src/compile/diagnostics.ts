import { type DiagnosticCode, diagnosticCodes, type Severity } from "./diagnostic-codes.js";

/** One remark about the source of a dictionary. Remarks are collected, never thrown one by one. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** Any `error` means that no artifact is made. */
  readonly severity: Severity;
  /** Path relative to the dictionary's folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units of the line; for a CSV the start of the cell. */
  readonly column: number;
  /** One line. */
  readonly message: string;
  /** One line that says what to do, where that is known. */
  readonly fix: string | null;
}

/** A place in a source file: lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Collects diagnostics; their order in the end depends on where they point, not on who came first. */
export class DiagnosticLog {
  readonly #diagnostics: Diagnostic[] = [];

  add(code: DiagnosticCode, at: Place, message: string, fix: string | null = null): void {
    const { file, line, column } = at;
    this.#diagnostics.push({
      code,
      severity: diagnosticCodes[code].severity,
      file,
      line,
      column,
      message: oneLine(message),
      fix: fix && oneLine(fix),
    });
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === "error");
  }

  /** Was every row read? Where not, checks across files would only repeat the same mistake in other words. */
  get isWhole(): boolean {
    return !this.#diagnostics.some((diagnostic) => unread.has(diagnostic.code));
  }

  /** @returns all diagnostics by file, line, column, code and message; where Excel spoiled a cell, nothing else about that cell */
  sorted(): Diagnostic[] {
    const spoiled = new Set(this.#diagnostics.filter((diagnostic) => spoiling.has(diagnostic.code)).map(placeKey));
    return this.#diagnostics
      .filter((diagnostic) => spoiling.has(diagnostic.code) || !spoiled.has(placeKey(diagnostic)))
      .sort((a, b) => byPlace(a, b) || compare(a.code, b.code) || compare(a.message, b.message));
  }
}

const unread: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "NOMLM_DICT_FILE_MISSING",
  "NOMLM_DICT_FILE_LIMIT",
  "NOMLM_DICT_ENCODING",
  "NOMLM_DICT_QUOTES",
  "NOMLM_DICT_COLUMN_MISSING",
  "NOMLM_DICT_CELLS",
]);
const spoiling: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "NOMLM_DICT_EXCEL_DATE",
  "NOMLM_DICT_EXCEL_FORMULA",
  "NOMLM_DICT_EXCEL_NUMBER",
  "NOMLM_DICT_EXCEL_ZEROS",
]);

function placeKey({ file, line, column }: Place): string {
  return `${line}:${column} ${file}`;
}

export function byPlace(a: Place, b: Place): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** Order by UTF-16 units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const quotedUnitsMax = 40;

/** A piece of the source for a message: short, on one line, with everything invisible or directional shown as a code. */
export function quoted(text: string): string {
  const short = text.length > quotedUnitsMax ? `${text.slice(0, quotedUnitsMax)}…` : text;
  return `"${short.replace(invisible, (found) => `\\u{${(found.codePointAt(0) as number).toString(16)}}`)}"`;
}

/** C0, C1, soft hyphen, zero-width, bidi controls, separators, byte-order mark, lone surrogates. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu;

function oneLine(message: string): string {
  return message.replace(/\s*[\r\n]+\s*/g, " ");
}
