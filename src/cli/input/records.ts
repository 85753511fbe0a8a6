import type { Messages } from "../messages.js";
import { CsvRecords } from "./csv-records.js";
import { decode, type Encoding, encodingOf, sampleBytesMax } from "./encoding.js";
import { textBytesMax } from "./limits.js";
import { type Line, readLines } from "./lines.js";
import { ndjsonRecord } from "./ndjson.js";
import type { Fields, InputKind, InputRecord } from "./record.js";

/** How a source is read. */
export interface ReadOptions {
  /** Null: told by the first line (only where no file name tells it). */
  readonly kind: InputKind | null;
  /** Null: detected. */
  readonly encoding: Encoding | null;
  readonly fields: Fields;
  readonly messages: Messages;
  /** Called with the header row of a CSV file, in safe cells. */
  readonly onHeader?: (header: string) => void;
}

/**
 * Reads a source as records, in order, a batch per chunk of bytes, in bounded memory.
 * @param chunks bytes in any cut
 */
export async function* readRecords(chunks: AsyncIterable<Buffer>, options: ReadOptions): AsyncGenerator<InputRecord[]> {
  if (options.kind === "text") {
    yield [await readDocument(chunks, options)];
    return;
  }
  let reader: LineReader | null = null;
  for await (const lines of readLines(chunks, options.encoding)) {
    reader ??= readerOf(options.kind ?? kindOfLine(lines[0] as Line, options), options);
    const records: InputRecord[] = [];
    for (const line of lines) {
      const record = reader.read(line);
      if (record !== null) records.push(record);
    }
    if (records.length > 0) yield records;
    if (reader.failed()) return;
  }
  const last = reader?.end() ?? null;
  if (last !== null) yield [last];
}

interface LineReader {
  read(line: Line): InputRecord | null;
  end(): InputRecord | null;
  failed(): boolean;
}

function readerOf(kind: InputKind, options: ReadOptions): LineReader {
  const { fields, messages } = options;
  if (kind === "csv") return csvReader(options);
  const read = kind === "ndjson" ? (line: Line) => ndjsonRecord(line, fields, messages) : (line: Line) => plainRecord(line, messages);
  return { read, end: () => null, failed: () => false };
}

function csvReader({ fields, messages, onHeader }: ReadOptions): LineReader {
  const records = new CsvRecords(fields, messages);
  let told = false;
  const read = (line: Line) => {
    const record = records.push(line);
    if (!told && records.header !== "" && !records.failed) {
      told = true;
      onHeader?.(records.header);
    }
    return record;
  };
  return { read, end: () => records.end(), failed: () => records.failed };
}

/** Without a name to go by, a first line that is an object with the text field says ndjson; anything else is plain lines. */
function kindOfLine(line: Line, { fields, messages }: ReadOptions): InputKind {
  return line.text.trimStart().startsWith("{") && ndjsonRecord(line, fields, messages)?.kind === "text" ? "ndjson" : "lines";
}

/** Each line is a document, an empty one too: line n of the output belongs to line n of the input. */
function plainRecord(line: Line, messages: Messages): InputRecord {
  const { number, text, ending, replaced } = line;
  const place = { form: "lines", line: number, id: null, replaced, withText: (other: string) => other + ending } as const;
  if (line.tooLong) return { ...place, kind: "broken", code: "NOMLM_INPUT_LIMIT", message: messages.lineTooLong };
  return { ...place, kind: "text", text, about: {}, meta: null };
}

async function readDocument(chunks: AsyncIterable<Buffer>, { encoding, messages }: ReadOptions): Promise<InputRecord> {
  const place = { form: "text", line: null, id: null, withText: (other: string) => other } as const;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > textBytesMax) {
      return { ...place, kind: "broken", code: "NOMLM_INPUT_LIMIT", message: messages.textTooLong, replaced: 0 };
    }
    parts.push(chunk);
  }
  const whole = Buffer.concat(parts);
  const { text, replaced } = decode(whole, encoding ?? encodingOf(whole.subarray(0, sampleBytesMax)));
  const unmarked = text.startsWith("\ufeff") ? text.slice(1) : text;
  return { ...place, kind: "text", text: unmarked, about: {}, meta: null, replaced };
}
