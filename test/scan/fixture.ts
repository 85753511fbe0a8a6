import { artifactOf } from "../../src/compile/index.js";
import type { Boundary, Dictionary, Element, Term, Use } from "../../src/dictionary/model.js";
import { createFilter, type FilterOptions } from "../../src/index.js";

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
