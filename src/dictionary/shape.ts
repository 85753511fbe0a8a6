import { NomlmError } from "../errors.js";
import { boundaryWordsMax, boundaryWordUnitsMax, recordUnitsMax } from "./limits.js";
import {
  type Boundary,
  type Case,
  type DictionaryMeta,
  type Element,
  elements,
  type Issuer,
  type Place,
  type Scheme,
  type Source,
  type Tier,
  tiers,
  type Use,
  uses,
} from "./model.js";

/**
 * The small tables of an artifact: everything of a dictionary that is not a column of its terms. `elements`, `uses` and `tiers` name what
 * the numbers of those columns mean, so that a later library may add names without misreading an older artifact.
 */
export interface Records {
  readonly meta: DictionaryMeta;
  readonly elements: readonly Element[];
  readonly uses: readonly Use[];
  readonly tiers: readonly Tier[];
  readonly boundaries: readonly Boundary[];
  readonly scenes: readonly (readonly string[])[];
  readonly sourceLists: readonly (readonly string[])[];
  readonly sources: readonly Source[];
  readonly schemes: readonly Scheme[];
  readonly places: readonly Place[];
  readonly cases: readonly Case[];
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Checks the shape of foreign JSON and copies it into fresh objects, so that nothing unexpected travels on.
 * @throws NomlmError `NOMLM_ARTIFACT_SECTION`, naming the field
 */
export function readRecords(value: unknown): Records {
  const row = object(value, "DICT");
  return {
    meta: readMeta(row.meta),
    elements: list(row, "elements", (item) => oneOf(item, elements, "elements")),
    uses: list(row, "uses", (item) => oneOf(item, uses, "uses")),
    tiers: list(row, "tiers", (item) => oneOf(item, tiers, "tiers")),
    boundaries: list(row, "boundaries", readBoundary),
    scenes: list(row, "scenes", (item) => strings(item, "scenes")),
    sourceLists: list(row, "sourceLists", (item) => strings(item, "sourceLists")),
    sources: list(row, "sources", readSource),
    schemes: list(row, "schemes", readScheme),
    places: list(row, "places", readPlace),
    cases: list(row, "cases", readCase),
  };
}

/** @returns the metadata in the order of keys that artifacts use; refuses what is missing or of another type */
export function readMeta(value: unknown): DictionaryMeta {
  const row = object(value, "meta");
  return {
    id: string(row, "id"),
    version: string(row, "version"),
    serial: integer(row, "serial"),
    title: string(row, "title"),
    issuer: readIssuer(row.issuer),
    issuedAt: string(row, "issuedAt"),
    effectiveFrom: string(row, "effectiveFrom"),
    ...optional(row, "effectiveTo"),
    ...optional(row, "supersedes"),
    licence: string(row, "licence"),
    jurisdiction: string(row, "jurisdiction"),
  };
}

export const issuerLevels = ["national", "province", "city", "platform", "community"] as const satisfies readonly Issuer["level"][];

function readIssuer(value: unknown): Issuer {
  const row = object(value, "issuer");
  return { name: string(row, "name"), level: oneOf(row.level, issuerLevels, "issuer.level"), ...optional(row, "code") };
}

export function readBoundary(value: unknown): Boundary {
  const row = object(value, "boundaries");
  return {
    edges: oneOf(row.edges, ["auto", "none"] as const, "boundaries.edges"),
    forbidLeft: neighbours(row.forbidLeft, "forbidLeft"),
    forbidRight: neighbours(row.forbidRight, "forbidRight"),
    requireRight: neighbours(row.requireRight, "requireRight"),
  };
}

/** An empty one would stand beside everything. */
function neighbours(value: unknown, where: string): string[] {
  const words = strings(value, where);
  if (words.length > boundaryWordsMax) refuse(`${where} has more than ${boundaryWordsMax} words`);
  if (words.some((word) => word === "" || word.length > boundaryWordUnitsMax)) refuse(`${where} has an empty or too long word`);
  return words;
}

export function readSource(value: unknown): Source {
  const row = object(value, "sources");
  if (typeof row.verified !== "boolean") refuse("sources.verified is not true or false");
  return {
    id: string(row, "id"),
    kind: string(row, "kind"),
    verified: row.verified,
    ...optional(row, "issuer"),
    ...optional(row, "title"),
    ...optional(row, "date"),
    ...optional(row, "url"),
  };
}

export function readScheme(value: unknown): Scheme {
  const row = object(value, "schemes");
  return {
    id: string(row, "id"),
    name: string(row, "name"),
    status: string(row, "status"),
    authority: string(row, "authority"),
    ...optional(row, "date"),
    ...optional(row, "caution"),
  };
}

export function readPlace(value: unknown): Place {
  const row = object(value, "places");
  return {
    id: string(row, "id"),
    name: string(row, "name"),
    code: string(row, "code"),
    list: string(row, "list"),
    year: integer(row, "year"),
    source: string(row, "source"),
  };
}

export function readCase(value: unknown): Case {
  const row = object(value, "cases");
  return {
    id: string(row, "id"),
    term: string(row, "term"),
    text: string(row, "text"),
    expect: oneOf(row.expect, ["hit", "no_hit"] as const, "cases.expect"),
  };
}

function object(value: unknown, where: string): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(`${where} is not an object`);
  return value as Row;
}

function list<T>(row: Row, key: string, read: (item: unknown) => T): T[] {
  const value = own(row, key);
  if (!Array.isArray(value)) refuse(`${key} is not a list`);
  return (value as unknown[]).map((item) => read(item));
}

function string(row: Row, key: string): string {
  return text(own(row, key), key);
}

function text(value: unknown, where: string): string {
  if (typeof value !== "string") refuse(`${where} is not a string`);
  if ((value as string).length > recordUnitsMax) refuse(`${where} is longer than ${recordUnitsMax} units`);
  return value as string;
}

function strings(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) refuse(`${where} is not a list`);
  return (value as unknown[]).map((item) => text(item, where));
}

function integer(row: Row, key: string): number {
  const value = own(row, key);
  if (!Number.isSafeInteger(value) || (value as number) < 0) refuse(`${key} is not a whole number from 0`);
  return value as number;
}

function optional<K extends string>(row: Row, key: K): { readonly [P in K]?: string } {
  if (own(row, key) === undefined) return {};
  return { [key]: string(row, key) } as { readonly [P in K]: string };
}

function oneOf<T extends string>(value: unknown, names: readonly T[], where: string): T {
  const name = names.find((known) => known === value);
  if (name === undefined) refuse(`${where} holds a name that this library does not know`);
  return name as T;
}

/** Own keys only: a JSON text must not reach into `Object.prototype`. */
function own(row: Row, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}

function refuse(detail: string): never {
  throw new NomlmError("NOMLM_ARTIFACT_SECTION", `dictionary tables: ${detail}; compile the dictionary again`);
}
