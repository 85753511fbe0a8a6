import type { DiagnosticCode } from "./diagnostic-codes.js";

/** What is wrong with a phrase, and where in its text. */
export class PhraseError extends Error {
  /** Place in the phrase, in UTF-16 units. */
  readonly at: number;
  readonly code: DiagnosticCode;
  /** One line that says what to do, or null. */
  readonly fix: string | null;

  constructor(message: string, at: number, fix: string | null = null, code: DiagnosticCode = "NOMLM_DICT_PHRASE_SYNTAX") {
    super(message);
    this.name = "PhraseError";
    this.at = at;
    this.fix = fix;
    this.code = code;
  }
}
