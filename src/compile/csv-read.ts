import Papa from "papaparse";
import { plainCell } from "./csv-write.js";
import type { Place } from "./diagnostics.js";

export interface Cell extends Place {
  /** Without quotes, trimmed, with the guard of {@link "./csv-write".safeCell} taken off. */
  readonly text: string;
}

/** Where reading stopped, since quotes are wrong there. */
export interface CsvBreak extends Place {
  readonly reason: "unclosed" | "trailing";
}

export interface Csv {
  readonly separator: "," | ";" | "\t";
  /** All rows that are not blank, the header first; each cell with its place. */
  readonly rows: readonly (readonly Cell[])[];
  readonly broken: CsvBreak | null;
}

/**
 * Reads a CSV text.
 * @param text with `\n` as line end
 * @param file named in the places of the cells
 */
export function readCsv(text: string, file: string): Csv {
  const separator = separatorOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: "\n", quoteChar: '"', header: false });
  const broken = errors.find((error) => error.type === "Quotes");
  const readable = broken === undefined ? data : data.slice(0, broken.row);
  const walk = new Walk(text, separator, file);
  const rows = readable.map((cells) => walk.row(cells)).filter((cells) => cells.some((cell) => cell.text !== ""));
  if (broken === undefined) return { separator, rows, broken: null };
  // Papa points behind the opening quote.
  return {
    separator,
    rows,
    broken: { ...walk.placeAt((broken.index ?? 1) - 1), reason: broken.code === "MissingQuotes" ? "unclosed" : "trailing" },
  };
}

/** Excel writes semicolons where the system's list separator is one, and tabs as "Unicode text"; the header tells, since ids hold none of them. */
function separatorOf(text: string): Csv["separator"] {
  const end = text.indexOf("\n");
  const header = end < 0 ? text : text.slice(0, end);
  if (header.includes(",")) return ",";
  return header.includes("\t") ? "\t" : header.includes(";") ? ";" : ",";
}

/** Papa gives the cells without their places: this walks the text beside it and finds where each one begins. */
class Walk {
  readonly #text: string;
  readonly #separator: string;
  readonly #file: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string, separator: string, file: string) {
    this.#text = text;
    this.#separator = separator;
    this.#file = file;
  }

  place(): Place {
    return { file: this.#file, line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  /** The place of a later offset. */
  placeAt(offset: number): Place {
    while (this.#at < offset) this.#step();
    return this.place();
  }

  row(cells: readonly string[]): Cell[] {
    return cells.map((raw) => {
      const cell = { text: clean(raw), ...this.place() };
      this.#skip(raw);
      return cell;
    });
  }

  /** Past the cell and the separator or line end behind it. */
  #skip(raw: string): void {
    const end = this.#text[this.#at] === '"' ? this.#closingQuote() : this.#at + raw.length;
    while (this.#at < end) this.#step();
    while (this.#at < this.#text.length && this.#text[this.#at] !== this.#separator && this.#text[this.#at] !== "\n") this.#step();
    this.#step();
  }

  #closingQuote(): number {
    let at = this.#at + 1;
    for (;;) {
      const quote = this.#text.indexOf('"', at);
      if (quote < 0) return this.#text.length;
      if (this.#text[quote + 1] !== '"') return quote + 1;
      at = quote + 2;
    }
  }

  #step(): void {
    if (this.#text[this.#at++] !== "\n") return;
    this.#line++;
    this.#lineStart = this.#at;
  }
}

function clean(raw: string): string {
  return plainCell(raw.trim());
}
