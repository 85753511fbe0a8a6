import { csvRow } from "../../report/csv.js";
import type { Messages } from "../messages.js";
import { CsvReader, type CsvRow } from "./csv.js";
import { lineBytesMax } from "./limits.js";
import type { Line } from "./lines.js";
import type { BrokenRecord, Fields, InputRecord } from "./record.js";

/** Longest row: a quote left open is found out after this much, not at the end of a large file. */
const rowUnitsMax = lineBytesMax / 16;

/** Turns the lines of a CSV file into records; the first row names the columns. */
export class CsvRecords {
  private readonly reader = new CsvReader(rowUnitsMax);
  private columns: ReadonlyMap<string, number> | null = null;
  private width = 0;
  /** The header as a row of safe cells; empty before it was read. For `mask`. */
  header = "";
  /** The header is wrong: nothing below it can be read. */
  failed = false;

  /** @param fields which columns mean what */
  constructor(
    private readonly fields: Fields,
    private readonly messages: Messages,
  ) {}

  push(line: Line): InputRecord | null {
    if (this.failed) return null;
    if (line.tooLong) return this.broken(line.number, null, "NOMLM_INPUT_LIMIT", this.messages.lineTooLong, line.replaced);
    const row = this.reader.push(line);
    return row === null ? null : this.record(row);
  }

  end(): InputRecord | null {
    const row = this.failed ? null : this.reader.end();
    return row === null ? null : this.record(row);
  }

  private record(row: CsvRow): InputRecord | null {
    if (row.unclosed) return this.broken(row.line, null, "NOMLM_INPUT_CSV", this.messages.csvUnclosed, row.replaced);
    if (this.columns === null) return this.readHeader(row);
    if (row.cells.length === 1 && row.cells[0]?.trim() === "") return null; // a blank line holds nothing
    const id = this.cell(row, this.fields.id);
    if (row.cells.length !== this.width) {
      return this.broken(row.line, null, "NOMLM_INPUT_CSV", this.messages.csvWidth(row.cells.length, this.width), row.replaced);
    }
    return {
      kind: "text",
      form: "csv",
      line: row.line,
      id: id === "" ? null : id,
      text: this.cell(row, this.fields.text) as string,
      about: Object.fromEntries([...this.fields.about].map(([name, column]) => [name, this.cell(row, column) as string])),
      meta: this.fields.keep.length === 0 ? null : Object.fromEntries(this.fields.keep.map((column) => [column, this.cell(row, column)])),
      replaced: row.replaced,
      withText: (text) => this.rowWith(text, row.cells),
    };
  }

  private readHeader(row: CsvRow): BrokenRecord | null {
    const names = row.cells.map((cell) => cell.trim());
    this.columns = new Map([...names.entries()].reverse().map(([at, name]) => [name, at]));
    this.width = names.length;
    this.header = csvRow(row.cells);
    const { text, id, idNamed, about, keep } = this.fields;
    const missing = [text, ...(idNamed ? [id] : []), ...about.values(), ...keep].find((name) => !this.columns?.has(name));
    if (missing === undefined) return null;
    this.failed = true;
    return this.broken(row.line, null, "NOMLM_INPUT_CSV", this.messages.csvColumn(missing, names.length), row.replaced);
  }

  private cell(row: CsvRow, column: string): string | null {
    const at = this.columns?.get(column);
    return at === undefined ? null : (row.cells[at] ?? null);
  }

  private broken(line: number, id: string | null, code: BrokenRecord["code"], message: string, replaced: number): BrokenRecord {
    const empty = Array.from({ length: this.width }, () => "");
    return { kind: "broken", form: "csv", line, id, code, message, replaced, withText: (text) => this.rowWith(text, empty) };
  }

  private rowWith(text: string, cells: readonly string[]): string {
    const place = this.columns?.get(this.fields.text);
    return csvRow(place === undefined ? [text] : cells.map((cell, at) => (at === place ? text : cell)));
  }
}
