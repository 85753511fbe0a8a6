import type { ErrorCode } from "../../errors.js";

/** One text of the input. */
export interface TextRecord {
  readonly kind: "text";
  readonly form: InputKind;
  /** Line of the file, 1-based; null where the file is one document. */
  readonly line: number | null;
  readonly id: string | null;
  readonly text: string;
  /** Fields that tell the library about the text: `at`, `channel`, `source`. */
  readonly about: Readonly<Record<string, string>>;
  /** Fields that pass through to the output (`--keep`); null where none were asked for. */
  readonly meta: Readonly<Record<string, unknown>> | null;
  /** Broken byte sequences replaced by U+FFFD. */
  readonly replaced: number;
  /** The input as it stood, line end included, with only the text given anew: what `mask` prints. */
  readonly withText: (text: string) => string;
}

/** A record that could not be read. It keeps its place, so that no line is lost. */
export interface BrokenRecord {
  readonly kind: "broken";
  readonly form: InputKind;
  readonly line: number | null;
  readonly id: string | null;
  readonly code: ErrorCode;
  /** One line; says what to do; holds no text of the input. */
  readonly message: string;
  readonly replaced: number;
  /** A line of the input's form that says so in the place of the record; `ndjson` has its own form for that. */
  readonly withText: (text: string) => string;
}

export type InputRecord = TextRecord | BrokenRecord;

/** Which fields of a record mean what. */
export interface Fields {
  /** The field, or column, of the text. */
  readonly text: string;
  readonly id: string;
  /** Was the id field named by the user, so that a file without it is wrong? */
  readonly idNamed: boolean;
  /** Name that the library knows → field of the input. */
  readonly about: ReadonlyMap<string, string>;
  readonly keep: readonly string[];
}

/** Kinds of input. `text` = the whole file is one document. */
export const inputKinds = ["text", "lines", "ndjson", "csv"] as const;
export type InputKind = (typeof inputKinds)[number];
