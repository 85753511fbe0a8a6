/** One row of a CSV file. */
export interface CsvRow {
  /** The line on which it begins, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote that was opened and not closed within the limit, or before the end: the cells cannot be trusted. */
  readonly unclosed: boolean;
  readonly replaced: number;
}

/** What {@link CsvReader.push} takes of a line. */
export interface CsvLine {
  readonly number: number;
  readonly text: string;
  readonly ending: string;
  readonly replaced: number;
}

/**
 * Reads CSV (RFC 4180) line by line, so that a file of any size streams. The separator is the one that the header uses most:
 * comma, semicolon (Excel in some regions) or tab.
 */
export class CsvReader {
  private separator: string | null = null;
  private cells: string[] = [];
  private cell = "";
  private inQuotes = false;
  private line = 0;
  private units = 0;
  private replaced = 0;

  /** @param unitsMax longest row, in UTF-16 units; a quote left open must not swallow the rest of the file */
  constructor(private readonly unitsMax: number) {}

  /** @returns the rows that end with this line: one, or none while a quoted cell goes on */
  push(line: CsvLine): CsvRow | null {
    this.separator ??= separatorOf(line.text);
    if (this.cells.length === 0 && !this.inQuotes) this.line = line.number;
    this.replaced += line.replaced;
    this.units += line.text.length + line.ending.length;
    if (!this.inQuotes && !line.text.includes('"')) return this.finish([...this.cells, ...line.text.split(this.separator)], false);
    this.readQuoted(line.text);
    if (!this.inQuotes) return this.finish([...this.cells, this.cell], false);
    this.cell += line.ending;
    return this.units > this.unitsMax ? this.finish([], true) : null;
  }

  /** @returns the row that the end of the file cut off, if there is one */
  end(): CsvRow | null {
    return this.inQuotes ? this.finish([], true) : null;
  }

  /** Goes through a line from quote to quote; what stands between is copied in one piece. */
  private readQuoted(text: string): void {
    let at = 0;
    while (at < text.length) {
      if (this.inQuotes) at = this.readInside(text, at);
      else at = this.readOutside(text, at);
    }
  }

  private readInside(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      this.cell += text.slice(from);
      return text.length;
    }
    this.cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      this.cell += '"';
      return quote + 2;
    }
    this.inQuotes = false;
    return quote + 1;
  }

  private readOutside(text: string, from: number): number {
    if (text[from] === '"' && this.cell === "") {
      this.inQuotes = true;
      return from + 1;
    }
    const separator = text.indexOf(this.separator as string, from);
    this.cell += text.slice(from, separator === -1 ? text.length : separator);
    if (separator === -1) return text.length;
    this.cells.push(this.cell);
    this.cell = "";
    return separator + 1;
  }

  private finish(cells: readonly string[], unclosed: boolean): CsvRow {
    const row = { line: this.line, cells, unclosed, replaced: this.replaced };
    this.cells = [];
    this.cell = "";
    this.inQuotes = false;
    this.units = 0;
    this.replaced = 0;
    return row;
  }
}

function separatorOf(header: string): string {
  const outside = header.replace(/"[^"]*"/g, "");
  const count = (separator: string) => outside.split(separator).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}
