import type { Cell } from "./csv-read.js";
import { plainCell } from "./csv-write.js";
import { decodeSource } from "./decode.js";
import type { Place } from "./diagnostics.js";
import type { SourceFiles } from "./table-read.js";

/** Finds places inside cells, for remarks about one part of a long cell. Files are decoded again, and only where there is something to remark. */
export class CellPlaces {
  readonly #files: SourceFiles;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  /**
   * @param offset in the text of the cell, in UTF-16 units
   * @returns where that unit stands in the file: behind the quote, the blanks and the apostrophe that reading took off
   */
  inside({ file, line, column, text }: Cell, offset: number): Place {
    const walk = new CellWalk(this.#linesOf(file), line, column);
    const quoted = walk.unit === '"';
    if (quoted) walk.step(false);
    while (/\s/.test(walk.unit)) walk.step(quoted);
    if (walk.unit === "'" && plainCell(`'${text}`) === text) walk.step(quoted);
    for (let k = 0; k < offset; k++) walk.step(quoted);
    return { file, line: walk.line, column: walk.column };
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#lines.get(file) ?? decodeSource(this.#files.get(file) ?? new Uint8Array()).text.split("\n");
    this.#lines.set(file, known);
    return known;
  }
}

class CellWalk {
  readonly #lines: readonly string[];
  line: number;
  column: number;

  constructor(lines: readonly string[], line: number, column: number) {
    this.#lines = lines;
    this.line = line;
    this.column = column;
  }

  /** The unit here; a line feed at the end of a line. */
  get unit(): string {
    return (this.#lines[this.line - 1] ?? "")[this.column - 1] ?? (this.line < this.#lines.length ? "\n" : "");
  }

  /** @param quoted inside quotes, where two of them stand for one */
  step(quoted: boolean): void {
    if (this.unit === "\n") {
      this.line++;
      this.column = 1;
    } else this.column += quoted && this.unit === '"' ? 2 : 1;
  }
}
