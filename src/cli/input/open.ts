import { createReadStream, fstatSync, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { NomlmError } from "../../errors.js";
import { inertLine } from "../../report/inert.js";
import type { Messages } from "../messages.js";
import type { InputKind } from "./record.js";

/** A file or the standard input, opened. */
export interface Source {
  /** As the user wrote it; `-` for the standard input. */
  readonly name: string;
  /** Null where it is not known before the end. */
  readonly sizeBytes: number | null;
  readonly chunks: AsyncIterable<Buffer>;
}

const chunkBytes = 256 * 1024;

/**
 * Opens an input.
 * @param name path, or `-` for the standard input
 * @throws NOMLM_CLI_FILE when it is not there, not readable, or a folder
 */
export async function openSource(name: string, messages: Messages): Promise<Source> {
  try {
    // Node gives a folder as standard input for an empty one.
    if (name === "-" && fstatSync(0).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (name === "-") return { name, sizeBytes: null, chunks: coded(process.stdin, name, messages) };
    const info = await stat(name);
    if (info.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    const sizeBytes = info.isFile() ? info.size : null;
    return { name, sizeBytes, chunks: coded(createReadStream(name, { highWaterMark: chunkBytes }), name, messages) };
  } catch (error) {
    throw fileError(error, name, messages);
  }
}

/** Names the kind of input by the ending of the file's name; null where the name says nothing. */
export function kindOfName(name: string): InputKind | null {
  const kind = kindsByEnding[extname(name).toLowerCase()];
  return kind ?? (name === "-" ? null : "text");
}

const kindsByEnding: Readonly<Record<string, InputKind>> = {
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".tsv": "csv",
  ".log": "lines",
  ".lines": "lines",
};

/**
 * The refusal for a file that cannot be read.
 * @param error what the system said
 * @param name the file, as the user wrote it
 */
export function fileError(error: unknown, name: string, messages: Messages): NomlmError {
  if (error instanceof NomlmError) return error;
  const cause = (error as NodeJS.ErrnoException).code ?? "";
  return new NomlmError("NOMLM_CLI_FILE", messages.fileUnreadable(inertLine(name), messages.fileCauses[cause] ?? cause));
}

/** A failure in the middle of reading is as coded as one at its beginning. */
async function* coded(stream: ReadStream | NodeJS.ReadStream, name: string, messages: Messages): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Buffer);
  } catch (error) {
    throw fileError(error, name, messages);
  }
}
