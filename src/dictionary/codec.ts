import type { Container, Section } from "../artifact/container.js";
import { NomlmError } from "../errors.js";
import { type Columns, TermColumns } from "./columns.js";
import { jsonBytes, parseJson } from "./fields.js";
import { idUnitsMax, termsMax, termUnitsMax } from "./limits.js";
import { type Boundary, type Dictionary, elements, type Term, tiers, uses } from "./model.js";
import { type Records, readRecords } from "./shape.js";

/** A dictionary as it lies in an artifact: small tables as objects, terms as columns. */
export interface DictionaryTable extends Pick<Dictionary, "meta" | "sources" | "schemes" | "places" | "cases"> {
  readonly terms: TermColumns;
}

/**
 * Writes the dictionary's sections: one per column of the terms, and `DICT`, the small tables as JSON.
 * @param dictionary its terms in ascending order of id, each list of records in the order in which they shall come back
 * @param patternTerms pattern of the matcher → index into `dictionary.terms`
 * @returns the same sections for the same dictionary
 */
export function encodeDictionary(dictionary: Dictionary, patternTerms: Uint32Array): Section[] {
  const { terms } = dictionary;
  const boundaries = new Interned<Boundary>();
  const scenes = new Interned<readonly string[]>();
  const sourceLists = new Interned<readonly string[]>();
  const column = (of: (term: Term) => number): Uint32Array => Uint32Array.from(terms, of);
  const boundary = column((term) => boundaries.indexOf(plainBoundary(term.boundary)));
  const scene = column((term) => scenes.indexOf(term.scenes));
  const source = column((term) => sourceLists.indexOf(term.sources));
  const names = { elements, uses, tiers };
  const tables = { boundaries: boundaries.values, scenes: scenes.values, sourceLists: sourceLists.values };
  const { meta, sources, schemes, places, cases } = dictionary;
  return [
    { tag: "TEXT", bytes: bytesOf(unitsOf(terms.map((term) => term.text))) },
    { tag: "TEND", bytes: bytesOf(endsOf(terms.map((term) => term.text))) },
    { tag: "ID__", bytes: Uint8Array.from(unitsOf(terms.map((term) => term.id))) },
    { tag: "IEND", bytes: bytesOf(endsOf(terms.map((term) => term.id))) },
    { tag: "ELEM", bytes: Uint8Array.from(terms, (term) => elements.indexOf(term.element)) },
    { tag: "USE_", bytes: Uint8Array.from(terms, (term) => uses.indexOf(term.use)) },
    { tag: "TIER", bytes: Uint8Array.from(terms, (term) => tiers.indexOf(term.tier)) },
    { tag: "BNDX", bytes: bytesOf(boundary) },
    { tag: "SCNX", bytes: bytesOf(scene) },
    { tag: "SRCX", bytes: bytesOf(source) },
    { tag: "PATT", bytes: bytesOf(patternTerms) },
    // Read back before it is written: keys get their fixed order, and what a load would refuse is refused here.
    {
      tag: "DICT",
      bytes: jsonBytes(readRecords({ meta, ...names, ...tables, sources, schemes, places, cases }), "sources, schemes, places and cases"),
    },
  ];
}

/**
 * Reads and checks the dictionary's sections; after this no access can leave its table.
 * @param container an opened artifact of kind `dictionary`
 * @throws NomlmError `NOMLM_ARTIFACT_SECTION` (missing, of wrong size or shape), `NOMLM_ARTIFACT_INDEX` (points outside a table),
 *   `NOMLM_ARTIFACT_LIMIT`
 */
export function decodeDictionary(container: Container): DictionaryTable {
  const records = readRecords(parseJson(container.bytes("DICT"), "DICT"));
  const columns: Columns = {
    text: container.u16("TEXT"),
    textEnd: container.u32("TEND"),
    id: container.bytes("ID__"),
    idEnd: container.u32("IEND"),
    element: container.bytes("ELEM"),
    use: container.bytes("USE_"),
    tier: container.bytes("TIER"),
    boundary: container.u32("BNDX"),
    scenes: container.u32("SCNX"),
    sources: container.u32("SRCX"),
    pattern: container.u32("PATT"),
  };
  checkColumns(columns, records);
  checkSourceLists(records);
  const { meta, sources, schemes, places, cases } = records;
  return { meta, sources, schemes, places, cases, terms: new TermColumns(columns, records) };
}

/** @returns the whole dictionary as objects, for people and tools; scanning needs only the columns */
export function toDictionary(table: DictionaryTable): Dictionary {
  const { meta, sources, schemes, places, cases } = table;
  const terms = Array.from({ length: table.terms.count }, (_, index) => table.terms.termAt(index));
  return { meta, terms, sources, schemes, places, cases };
}

function checkColumns(columns: Columns, records: Records): void {
  const count = columns.textEnd.length;
  if (count > termsMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${termsMax} terms`);
  const perTerm = [columns.idEnd, columns.element, columns.use, columns.tier, columns.boundary, columns.scenes, columns.sources];
  if (perTerm.some((column) => column.length !== count))
    throw new NomlmError("NOMLM_ARTIFACT_SECTION", "the columns of the terms have different lengths");
  checkEnds(columns.textEnd, columns.text.length, termUnitsMax);
  checkEnds(columns.idEnd, columns.id.length, idUnitsMax);
  checkIds(columns.id, columns.idEnd);
  checkBelow(columns.element, records.elements.length);
  checkBelow(columns.use, records.uses.length);
  checkBelow(columns.tier, records.tiers.length);
  checkBelow(columns.boundary, records.boundaries.length);
  checkBelow(columns.scenes, records.scenes.length);
  checkBelow(columns.sources, records.sourceLists.length);
  checkBelow(columns.pattern, count);
}

/** Ends ascend, no string is empty or too long, and the last one ends where the blob does. */
function checkEnds(ends: Uint32Array, blobUnits: number, unitsMax: number): void {
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const length = ends[i] - start;
    if (length <= 0) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "the offsets of terms do not ascend");
    if (length > unitsMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `a term or id is longer than ${unitsMax} units`);
    start = ends[i];
  }
  if (start !== blobUnits) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "the offsets of terms do not end where their text does");
}

/** Ids are printable ASCII and ascend strictly: so they are unique, and a search by halves is right. */
function checkIds(id: Uint8Array, ends: Uint32Array): void {
  for (let i = 0; i < id.length; i++)
    if (id[i] < 0x21 || id[i] > 0x7e) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "an id is not printable ASCII");
  let before = 0;
  for (let i = 1; i < ends.length; i++) {
    const start = ends[i - 1];
    let k = 0;
    while (start + k < ends[i] && before + k < start && id[before + k] === id[start + k]) k++;
    const ascends = start + k < ends[i] && (before + k === start || id[before + k] < id[start + k]);
    if (!ascends) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "the ids of terms do not ascend");
    before = start;
  }
}

function checkBelow(indexes: Uint8Array | Uint32Array, limit: number): void {
  for (let i = 0; i < indexes.length; i++)
    if (indexes[i] >= limit) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "a column of the terms points outside its table");
}

function checkSourceLists(records: Records): void {
  const known = new Set(records.sources.map((source) => source.id));
  if (records.sourceLists.some((list) => list.some((id) => !known.has(id))))
    throw new NomlmError("NOMLM_ARTIFACT_INDEX", "a term names a source that is not there");
}

/** Distinct values in the order of their first appearance. */
class Interned<T> {
  readonly values: T[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** A fixed order of keys, so that equal boundaries have equal JSON. */
function plainBoundary({ edges, forbidLeft, forbidRight, requireRight }: Boundary): Boundary {
  return { edges, forbidLeft, forbidRight, requireRight };
}

function unitsOf(strings: readonly string[]): Uint16Array {
  const units = new Uint16Array(strings.reduce((sum, string) => sum + string.length, 0));
  let at = 0;
  for (const string of strings) for (let k = 0; k < string.length; k++) units[at++] = string.charCodeAt(k);
  return units;
}

function endsOf(strings: readonly string[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(strings, (string) => (end += string.length));
}

function bytesOf(column: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
