import type { Boundary, Element, Term, Tier, Use } from "./model.js";
import type { Records } from "./shape.js";

/** The raw columns of an artifact, already checked: every number below is inside the table it points into. */
export interface Columns {
  /** All spellings one after another, in UTF-16 units; `textEnd[i]` is where term `i` ends. */
  readonly text: Uint16Array;
  readonly textEnd: Uint32Array;
  /** All ids one after another, in ASCII. Ids ascend, so they are unique and can be searched. */
  readonly id: Uint8Array;
  readonly idEnd: Uint32Array;
  readonly element: Uint8Array;
  readonly use: Uint8Array;
  readonly tier: Uint8Array;
  readonly boundary: Uint32Array;
  readonly scenes: Uint32Array;
  readonly sources: Uint32Array;
  /** Pattern of the matcher → term. */
  readonly pattern: Uint32Array;
}

/** The terms of a loaded dictionary as columns: opening 100,000 of them makes no object per term; a string is made when it is asked for. */
export class TermColumns {
  /** How many terms there are, `evidence` words included. */
  readonly count: number;
  /** How many patterns the matcher holds for them. */
  readonly patternCount: number;
  readonly #columns: Columns;
  readonly #records: Records;

  constructor(columns: Columns, records: Records) {
    this.#columns = columns;
    this.#records = records;
    this.count = columns.textEnd.length;
    this.patternCount = columns.pattern.length;
  }

  /** @param pattern number of a pattern of the matcher, `0 … patternCount - 1` */
  termOfPattern(pattern: number): number {
    return this.#columns.pattern[pattern];
  }

  /** The dictionary's spelling of term `index`. */
  textOf(index: number): string {
    const { text, textEnd } = this.#columns;
    return unitsToString(text.subarray(startOf(textEnd, index), textEnd[index]));
  }

  idOf(index: number): string {
    const { id, idEnd } = this.#columns;
    return unitsToString(id.subarray(startOf(idEnd, index), idEnd[index]));
  }

  elementOf(index: number): Element {
    return this.#records.elements[this.#columns.element[index]];
  }

  useOf(index: number): Use {
    return this.#records.uses[this.#columns.use[index]];
  }

  tierOf(index: number): Tier {
    return this.#records.tiers[this.#columns.tier[index]];
  }

  boundaryOf(index: number): Boundary {
    return this.#records.boundaries[this.#columns.boundary[index]];
  }

  /** Number of the boundary in {@link boundaries}: equal boundaries share one, so a scanner may prepare each of them once. */
  boundaryIndexOf(index: number): number {
    return this.#columns.boundary[index];
  }

  /** The distinct boundaries of this dictionary. */
  get boundaries(): readonly Boundary[] {
    return this.#records.boundaries;
  }

  scenesOf(index: number): readonly string[] {
    return this.#records.scenes[this.#columns.scenes[index]];
  }

  sourcesOf(index: number): readonly string[] {
    return this.#records.sourceLists[this.#columns.sources[index]];
  }

  /** Term `index` as an object, made anew on each call. */
  termAt(index: number): Term {
    return {
      id: this.idOf(index),
      text: this.textOf(index),
      use: this.useOf(index),
      element: this.elementOf(index),
      tier: this.tierOf(index),
      boundary: this.boundaryOf(index),
      scenes: this.scenesOf(index),
      sources: this.sourcesOf(index),
    };
  }

  /** @returns the number of the term with this id, or -1 */
  indexOfId(id: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.idOf(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.idOf(low) === id ? low : -1;
  }
}

function startOf(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : ends[index - 1];
}

/** Short runs only (a term, an id): the limits keep them far below what a call takes as arguments. */
function unitsToString(units: Uint16Array | Uint8Array): string {
  return String.fromCharCode(...units);
}
