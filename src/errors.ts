/**
 * The catalogue of error codes. Every refusal of this library is a `NomlmError` with one of these codes; docs/errors.md
 * lists the same codes, and a test keeps the two equal. A code is `NOMLM_<ROOM>_<CAUSE>`.
 */
export const errorCodes = {
  NOMLM_ARTIFACT_TRUNCATED: "the bytes end before the artifact does",
  NOMLM_ARTIFACT_MAGIC: "the bytes are not a nomlm artifact",
  NOMLM_ARTIFACT_VERSION: "the artifact has a format version that this library does not read",
  NOMLM_ARTIFACT_KIND: "the artifact holds something else than what was asked for",
  NOMLM_ARTIFACT_CHECKSUM: "the checksum does not fit the bytes",
  NOMLM_ARTIFACT_HASH: "the SHA-256 does not fit the bytes",
  NOMLM_ARTIFACT_SECTION: "a section is missing, doubled, misplaced or of a wrong size",
  NOMLM_ARTIFACT_INDEX: "a table points outside its bounds",
  NOMLM_ARTIFACT_LIMIT: "the artifact exceeds a limit",
  NOMLM_ARTIFACT_FOLD: "the artifact was compiled with other fold tables",
  NOMLM_MATCHER_PATTERNS: "the list of patterns is not an array of strings",
  NOMLM_MATCHER_EMPTY: "a pattern is empty or folds to nothing",
  NOMLM_MATCHER_LENGTH: "a pattern is longer than the limit",
  NOMLM_MATCHER_CHARACTER: "a pattern holds a lone surrogate or a noncharacter",
  NOMLM_MATCHER_LIMIT: "too many patterns",
  NOMLM_MATCHER_OPTION: "an option of the matcher is unknown or out of range",
  NOMLM_FILTER_OPTION: "an option of the filter is unknown or out of range",
  NOMLM_FILTER_TERM: "a term given at run time is not usable",
  NOMLM_FILTER_TEXT: "the text is neither a string nor an object with a string in text",
  NOMLM_CONVERSATION_STATE: "the state of a conversation does not have the shape that state() gives",
  NOMLM_COMPILE_DICTIONARY: "a dictionary that was built in code is not usable",
  NOMLM_SEGMENTER_MISSING: "the optional package of this segmenter is not installed",
  NOMLM_SEGMENTER_BROKEN: "the optional package of this segmenter is installed but does not load",
  NOMLM_SEGMENTER_UNSUPPORTED: "this runtime has no Intl.Segmenter; take another segmenter",
  NOMLM_SEGMENTER_OPTION: "an option of the segmenter is unknown or of a wrong type",
  NOMLM_CLI_VERB: "the command line names no verb, or an unknown one",
  NOMLM_CLI_OPTION: "an option of the command line is unknown, doubled, or has a wrong value",
  NOMLM_CLI_ARGUMENT: "the command line has too few or too many arguments",
  NOMLM_CLI_FILE: "a file or folder named on the command line cannot be read or written",
  NOMLM_CLI_OUTPUT: "the standard output cannot be written",
  NOMLM_CLI_UNEXPECTED: "something in the command line failed that should not; please report it",
  NOMLM_INPUT_JSON: "a line of ndjson is not a JSON object",
  NOMLM_INPUT_FIELD: "a record has no string in the field of the text",
  NOMLM_INPUT_CSV: "a row of CSV has a wrong number of cells or an open quote, or the header lacks a column",
  NOMLM_INPUT_LIMIT: "a line or a document is longer than the limit",
} as const;

/** One of the codes in {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** An error with a stable code. Its message is one line, says what to do, and never holds text of users. */
export class NomlmError extends Error {
  readonly code: ErrorCode;
  /**
   * @param code which refusal this is
   * @param detail what exactly was wrong and what to do; never text of users. Default: the catalogue's sentence
   */
  constructor(code: ErrorCode, detail: string = errorCodes[code]) {
    super(`${code}: ${detail}`);
    this.name = "NomlmError";
    this.code = code;
  }
}
