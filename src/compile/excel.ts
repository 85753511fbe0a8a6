import type { DiagnosticCode } from "./diagnostic-codes.js";
import { quoted } from "./diagnostics.js";
import type { CellKind } from "./tables.js";

export interface ExcelDamage {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fix: string;
}

/** Cells whose content Excel must not interpret. */
const literalKinds: ReadonlySet<CellKind> = new Set<CellKind>(["id", "spelling", "spellings", "code"]);

const formulaError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|名称？)$/;
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
/** What `1-2`, `3/4` and `2018-07` become, in Chinese and in English Excel. */
const dateShape = new RegExp(
  `^(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}-${month}|${month}-\\d{2}|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{4}/\\d{1,2}(?:/\\d{1,2})?|\\d{1,2}/\\d{1,2}/\\d{4})$`,
  "i",
);
const scientific = /^[+-]?\d(?:\.\d+)?E[+-]?\d+$/i;

const asText = "set the column's format to Text before you type the value, then type it again";

/** @returns what Excel did to this cell, or null */
export function excelDamage(text: string, kind: CellKind): ExcelDamage | null {
  if (formulaError.test(text)) {
    return {
      code: "NOMLM_DICT_EXCEL_FORMULA",
      message: `${text} stands where a text was`,
      fix: "a cell that begins with = + - or @ needs an apostrophe before it: '+V",
    };
  }
  if (kind === "date" && new RegExp(`^${month}-\\d{2}$`, "i").test(text)) {
    return { code: "NOMLM_DICT_EXCEL_DATE", message: `Excel shortened a date to ${quoted(text)}`, fix: "write it as YYYY-MM-DD" };
  }
  if (!literalKinds.has(kind)) return null;
  if (dateShape.test(text))
    return { code: "NOMLM_DICT_EXCEL_DATE", message: `${quoted(text)} looks like a date that Excel made`, fix: asText };
  if (scientific.test(text))
    return { code: "NOMLM_DICT_EXCEL_NUMBER", message: `${quoted(text)} is a number that Excel rounded`, fix: asText };
  if (kind === "id" && /^\d+$/.test(text)) {
    return {
      code: "NOMLM_DICT_EXCEL_ZEROS",
      message: `the id ${quoted(text)} is a number: Excel removes zeros at its front`,
      fix: "begin ids with a letter",
    };
  }
  return null;
}

/** Excel puts a question mark where its encoding has no character; only a file that is not Unicode can have lost one. */
export function lostCharacter(text: string, kind: CellKind): ExcelDamage | null {
  if (!literalKinds.has(kind) || !text.includes("?")) return null;
  return {
    code: "NOMLM_DICT_EXCEL_LOST",
    message: `the question mark in ${quoted(text)} may stand for a character that was lost`,
    fix: 'save as "CSV UTF-8" and type the character again',
  };
}
