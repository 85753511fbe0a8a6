import { byteOrderMark, csvColumns, csvRow, renderCsvRow } from "../../report/csv.js";
import { inertLine } from "../../report/inert.js";
import { toJsonLine } from "../../report/json.js";
import { painter } from "../../report/paint.js";
import { type PrettyOptions, renderPretty } from "../../report/pretty.js";
import { atLeast, type Outcome, type ScanResult } from "../../report/result.js";
import { renderSummary } from "../../report/summary.js";
import type { Tally } from "../../report/tally.js";
import type { BrokenRecord, TextRecord } from "../input/record.js";

/** Forms in which results are printed. */
export const formats = ["pretty", "ndjson", "json", "csv"] as const;
export type Format = (typeof formats)[number];

/** Turns results into output, one by one, in order. */
export interface Sink {
  readonly begin: () => string;
  readonly result: (record: TextRecord, result: ScanResult, file: string | null) => string;
  /** Error records are always printed, whatever `--min` says. */
  readonly broken: (record: BrokenRecord, file: string | null) => string;
  readonly end: (tally: Tally) => string;
}

/** What a sink has to know. */
export interface SinkOptions {
  readonly pretty: PrettyOptions;
  /** Print only results at or above it; null = the format's own: `pretty` leaves out `none`, the others print all. */
  readonly min: Outcome | null;
  /** Fields of `--keep`, which are columns in CSV. */
  readonly keep: readonly string[];
}

/** @param format how to print; @returns the sink for it */
export function sinkOf(format: Format, options: SinkOptions): Sink {
  return sinks[format](options);
}

const sinks: Readonly<Record<Format, (options: SinkOptions) => Sink>> = {
  pretty: prettySink,
  ndjson: ndjsonSink,
  json: jsonSink,
  csv: csvSink,
};

function ndjsonSink({ min }: SinkOptions): Sink {
  return {
    begin: () => "",
    result: (record, result, file) => (atLeast(result.outcome, min ?? "none") ? toJsonLine(outputObject(record, result, file)) : ""),
    broken: (record, file) => toJsonLine(errorObject(record, file)),
    end: () => "",
  };
}

/** One JSON array, an element a line, written as it comes. */
function jsonSink({ min }: SinkOptions): Sink {
  let before = "[\n";
  const element = (value: object) => {
    const text = before + toJsonLine(value).trimEnd();
    before = ",\n";
    return text;
  };
  return {
    begin: () => "",
    result: (record, result, file) => (atLeast(result.outcome, min ?? "none") ? element(outputObject(record, result, file)) : ""),
    broken: (record, file) => element(errorObject(record, file)),
    end: () => (before === "[\n" ? "[]\n" : "\n]\n"),
  };
}

function csvSink({ min, keep }: SinkOptions): Sink {
  const cell = (value: unknown) => (typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value));
  return {
    begin: () => byteOrderMark + csvRow([...csvColumns, "file", ...keep]),
    result: (record, result, file) => {
      if (!atLeast(result.outcome, min ?? "none")) return "";
      return renderCsvRow(result, { line: record.line, more: [file ?? "", ...keep.map((field) => cell(record.meta?.[field]))] });
    },
    broken: ({ id, line, code, message }, file) =>
      csvRow([
        id ?? "",
        line === null ? "" : String(line),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        `${code}: ${message}`,
        file ?? "",
        ...keep.map(() => ""),
      ]),
    end: () => "",
  };
}

function prettySink({ min, pretty }: SinkOptions): Sink {
  const paint = painter(pretty.color ?? false);
  const place = ({ line }: TextRecord | BrokenRecord, file: string | null) => [file, line].filter((part) => part !== null).join(":");
  return {
    begin: () => "",
    result: (record, result, file) => {
      if (!atLeast(result.outcome, min ?? "mention")) return "";
      return `${renderPretty(result, record.text, { ...pretty, label: place(record, file) })}\n`;
    },
    broken: (record, file) => `${paint("error", `✗ ${inertLine(place(record, file))}`)}  ${record.code}: ${record.message}\n\n`,
    end: (tally) => renderSummary(tally, pretty),
  };
}

/** A result as it is printed: where the input gave no id, its line says which text it was. */
function outputObject(record: TextRecord, result: ScanResult, file: string | null): object {
  return {
    ...result,
    ...(result.id === null && record.line !== null ? { line: record.line } : {}),
    ...(file === null ? {} : { file }),
    ...(record.replaced === 0 ? {} : { replaced: record.replaced }),
    ...(record.meta === null ? {} : { meta: record.meta }),
  };
}

/** An error record: what stands in the place of a record that cannot be read. */
export function errorObject({ id, line, code, message, replaced }: BrokenRecord, file: string | null): object {
  return { id, line, ...(file === null ? {} : { file }), ...(replaced === 0 ? {} : { replaced }), error: { code, message } };
}
