import { integer, list, object, oneOf, optional, refuse, string, strings } from "./fields.js";
import { boundaryWordsMax, boundaryWordUnitsMax } from "./limits.js";
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
