import { artifactOf } from "../../src/compile/index.js";
import {
  type Boundary,
  type Dictionary,
  type Element,
  legalElements,
  supportElements,
  type Term,
  type Use,
} from "../../src/dictionary/model.js";
import { createFilter, type FilterOptions } from "../../src/index.js";
import { emptyBook, type RuleBook, type RuleSource } from "../../src/rules/book.js";

/** A term for tests; what is not given is as plain as can be. */
export function term(
  text: string,
  element: Element,
  use: Use = "hit",
  boundary: Partial<Boundary> = {},
  scenes: string[] = [],
): Omit<Term, "id"> {
  return {
    text,
    element,
    use,
    tier: "C",
    boundary: { edges: "auto", forbidLeft: [], forbidRight: [], requireRight: [], ...boundary },
    scenes,
    sources: [],
  };
}

/** A dictionary of these terms; ids are T001 … in their order. */
export function dictionaryWith(terms: readonly Omit<Term, "id">[], version = "1.0.0"): Dictionary {
  return {
    meta: {
      id: "test-cn",
      version,
      serial: 1,
      title: "test",
      issuer: { name: "test", level: "community" },
      issuedAt: "2026-01-01",
      effectiveFrom: "2026-01-01",
      licence: "CC0-1.0",
      jurisdiction: "CN",
    },
    terms: terms.map((one, k) => ({ id: `T${String(k + 1).padStart(3, "0")}`, ...one })),
    sources: [],
    schemes: [],
    places: [],
    cases: [],
  };
}

export const artifactWith = (terms: readonly Omit<Term, "id">[], version?: string) => artifactOf(dictionaryWith(terms, version));

export const filterWith = (terms: readonly Omit<Term, "id">[], options: FilterOptions = {}) =>
  createFilter({ dictionary: artifactWith(terms), ...options });

/** Two legal elements together, or a legal and a supporting one: the plainest rules that give `review`. */
const togetherBook: RuleBook = {
  ...emptyBook,
  rules: [
    togetherRule("legal-pair", [], [...legalElements], 2),
    ...[...legalElements].map((element) => togetherRule(`${element}-supported`, [element], [...supportElements], 1)),
  ].sort((a, b) => (a.id < b.id ? -1 : 1)),
};

function togetherRule(id: string, all: readonly Element[], any: readonly Element[], anyMin: number): RuleSource {
  const conditions = (list: readonly Element[]) => list.map((element) => ({ kind: "element" as const, element }));
  const rest = { none: [], windowUnits: 80, outcome: "review" as const, points: 40, note: "", hit: "甲", miss: "乙" };
  return { id, title: id, all: conditions(all), any: conditions(any), anyMin, ...rest };
}

/** As `filterWith`, with rules by which elements that stand together are worth a look. */
export const judgingArtifact = (terms: readonly Omit<Term, "id">[], version?: string) =>
  artifactOf(dictionaryWith(terms, version), togetherBook);

export const judgingFilter = (terms: readonly Omit<Term, "id">[], options: FilterOptions = {}) =>
  createFilter({ dictionary: judgingArtifact(terms), ...options });
