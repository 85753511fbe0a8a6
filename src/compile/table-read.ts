import { recordUnitsMax } from "../dictionary/limits.js";
import { type Cell, type Csv, readCsv } from "./csv-read.js";
import { type Decoded, decodeSource } from "./decode.js";
import type { DiagnosticLog, Place } from "./diagnostics.js";
import { quoted } from "./diagnostics.js";
import { excelDamage, lostCharacter } from "./excel.js";
import { sourceFileBytesMax } from "./limits.js";
import type { Table } from "./tables.js";

/** The files of a dictionary: path relative to its folder, with `/` → bytes. */
export type SourceFiles = ReadonlyMap<string, Uint8Array>;

/** One row of a table; columns that the file lacks read as empty cells at the row's start. */
export class Row<C extends string> {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #cells: readonly Cell[];

  /** @param columns name → place in `cells`; shared by all rows of a file */
  constructor(columns: ReadonlyMap<string, number>, cells: readonly Cell[]) {
    this.#columns = columns;
    this.#cells = cells;
  }

  /** Where the row begins. */
  get at(): Place {
    return this.#cells[0];
  }

  text(column: C): string {
    const place = this.#columns.get(column);
    return place === undefined ? "" : this.#cells[place].text;
  }

  cell(column: C): Cell {
    const place = this.#columns.get(column);
    return place === undefined ? { ...this.at, text: "" } : this.#cells[place];
  }

  /** The items of a list cell, separated by `|`; each has the cell's place. */
  list(column: C): Cell[] {
    const cell = this.cell(column);
    return itemsOf(cell.text).map((text) => ({ ...cell, text }));
  }

  texts(column: C): readonly string[] {
    return itemsOf(this.text(column));
  }

  /** A cell's text as an optional field. */
  field<K extends C>(column: K): { readonly [P in K]?: string } {
    const text = this.text(column);
    return (text === "" ? {} : { [column]: text }) as { readonly [P in K]?: string };
  }
}

/**
 * Reads one CSV file: decodes it, finds its columns, and reports what is wrong with its shape or was spoiled by a spreadsheet.
 * @returns the rows whose number of cells is right; none where a column is missing
 */
export function readTable<T extends Table>(bytes: Uint8Array, file: string, table: T, log: DiagnosticLog): Row<keyof T & string>[] {
  const decoded = readText(bytes, file, log);
  if (decoded === null) return [];
  const csv = readCsv(decoded.text, file);
  reportShape(csv, file, log);
  const [header, ...body] = csv.rows;
  const columns = readHeader(header ?? [], file, table, log);
  if (Object.entries(table).some(([name, { required }]) => required && !columns.includes(name))) return [];
  const places = new Map(columns.map((name, i) => [name, i]));
  const rows = body.filter((cells) => hasRightLength(cells, columns.length, log)).map((cells) => new Row<keyof T & string>(places, cells));
  for (const row of rows) checkCells(row, columns, table, decoded, log);
  return rows;
}

/** @returns the file's text, or null where there is nothing that could be read on */
export function readText(bytes: Uint8Array, file: string, log: DiagnosticLog): Decoded | null {
  const start = { file, line: 1, column: 1 };
  if (bytes.length > sourceFileBytesMax) {
    log.add("NOMLM_DICT_FILE_LIMIT", start, `the file has ${bytes.length} bytes, the limit is ${sourceFileBytesMax}`, "split it");
    return null;
  }
  const decoded = decodeSource(bytes);
  if (!decoded.whole) {
    log.add(
      "NOMLM_DICT_ENCODING",
      firstBroken(decoded.text, file),
      `not valid ${decoded.encoding} from here`,
      'save the file as "CSV UTF-8"',
    );
    return null;
  }
  if (decoded.encoding !== "utf-8")
    log.add(
      "NOMLM_DICT_ENCODING_READ",
      start,
      `read as ${decoded.encoding}`,
      'better save it as "CSV UTF-8": other encodings lose rare characters',
    );
  return decoded;
}

function firstBroken(text: string, file: string): Place {
  const before = text.slice(0, Math.max(0, text.indexOf("\ufffd"))).split("\n");
  return { file, line: before.length, column: before[before.length - 1].length + 1 };
}

function reportShape(csv: Csv, file: string, log: DiagnosticLog): void {
  if (csv.separator !== ",") {
    const name = csv.separator === ";" ? "semicolons" : "tabs";
    log.add(
      "NOMLM_DICT_SEPARATOR",
      { file, line: 1, column: 1 },
      `the cells are separated by ${name}`,
      'save the file as "CSV UTF-8 (comma delimited)"',
    );
  }
  if (csv.broken === null) return;
  const what = csv.broken.reason === "unclosed" ? "a quoted cell is not closed" : "text follows a closing quote";
  log.add(
    "NOMLM_DICT_QUOTES",
    csv.broken,
    `${what}; the rows from here on were not read`,
    'inside a quoted cell a quote is written twice: ""',
  );
}

/** @returns the column names by position, as many as the file has; empty names at the end are dropped */
function readHeader(header: readonly Cell[], file: string, table: Table, log: DiagnosticLog): string[] {
  const names = header.map((cell) => cell.text.toLowerCase());
  while (names.length > 0 && names[names.length - 1] === "") names.pop();
  if (names.length < header.length)
    log.add("NOMLM_DICT_EXCEL_COLUMNS", header[names.length], `${header.length - names.length} empty columns at the end`);
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) log.add("NOMLM_DICT_COLUMN_TWICE", header[i], `the column ${quoted(name)} stands twice`, "remove one");
    else if (!Object.hasOwn(table, name))
      log.add(
        "NOMLM_DICT_COLUMN_UNKNOWN",
        header[i],
        `the column ${quoted(name)} is unknown`,
        `known are: ${Object.keys(table).join(", ")}`,
      );
  });
  for (const [name, { required }] of Object.entries(table)) {
    if (required && !names.includes(name))
      log.add("NOMLM_DICT_COLUMN_MISSING", { file, line: 1, column: 1 }, `the column ${quoted(name)} is missing`, "add it to the header");
  }
  return names;
}

function hasRightLength(cells: readonly Cell[], columns: number, log: DiagnosticLog): boolean {
  const extra = cells.slice(columns).find((cell) => cell.text !== "");
  if (cells.length >= columns && extra === undefined) return true;
  const fix = extra === undefined ? "add the missing commas" : 'a cell that holds a comma needs quotes around it: "a,b"';
  log.add("NOMLM_DICT_CELLS", extra ?? cells[0], `the row has ${cells.length} cells, the header ${columns}`, fix);
  return false;
}

function checkCells(row: Row<string>, columns: readonly string[], table: Table, decoded: Decoded, log: DiagnosticLog): void {
  for (const name of columns) {
    if (!Object.hasOwn(table, name)) continue;
    const { kind } = table[name];
    const cell = row.cell(name);
    const damage = excelDamage(cell.text, kind) ?? (decoded.encoding === "gb18030" ? lostCharacter(cell.text, kind) : null);
    if (damage !== null) log.add(damage.code, cell, damage.message, damage.fix);
    // A single spelling has a limit of its own.
    if (kind !== "spelling" && cell.text.length > recordUnitsMax) {
      log.add("NOMLM_DICT_TEXT_LENGTH", cell, `the cell has ${cell.text.length} units, the limit is ${recordUnitsMax}`, "shorten it");
    }
  }
}

const noItems: readonly string[] = [];

function itemsOf(text: string): readonly string[] {
  if (text === "") return noItems;
  return text
    .split("|")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
