import fc from "fast-check";
import { boundaryWordUnitsMax } from "../../src/dictionary/limits.js";
import { type Boundary, type Dictionary, elements, type Term, tiers, uses } from "../../src/dictionary/model.js";
import { issuerLevels } from "../../src/dictionary/shape.js";

/** Any string that a dictionary may hold, lone surrogates left out: JSON in UTF-8 cannot carry them. */
const prose = fc.string({ unit: "grapheme", maxLength: 12 });
const id = fc.stringMatching(/^[!-~]{1,8}$/);
const ids = (maxLength: number) => fc.uniqueArray(id, { maxLength }).map((list) => list.sort());

const neighbours = fc.array(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }).filter((word) => word.length <= boundaryWordUnitsMax),
  { maxLength: 2 },
);

const boundary: fc.Arbitrary<Boundary> = fc.record({
  edges: fc.constantFrom("auto", "none"),
  forbidLeft: neighbours,
  forbidRight: neighbours,
  requireRight: neighbours,
});

function termsOver(sources: readonly string[]): fc.Arbitrary<Term[]> {
  const rest = fc.record({
    text: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    use: fc.constantFrom(...uses),
    element: fc.constantFrom(...elements),
    tier: fc.constantFrom(...tiers),
    boundary,
    scenes: fc.array(prose, { maxLength: 2 }),
    sources: sources.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...sources), { maxLength: 2 }),
  });
  return ids(12).chain((list) => fc.tuple(...list.map((one) => rest.map((term) => ({ id: one, ...term })))));
}

/** Dictionaries as artifacts hold them: terms in ascending order of id. */
export const dictionaries: fc.Arbitrary<Dictionary> = ids(4).chain((sourceIds) =>
  fc.record({
    meta: fc.record(
      {
        id: prose,
        version: prose,
        serial: fc.nat(),
        title: prose,
        issuer: fc.record({ name: prose, level: fc.constantFrom(...issuerLevels), code: prose }, { requiredKeys: ["name", "level"] }),
        issuedAt: prose,
        effectiveFrom: prose,
        effectiveTo: prose,
        supersedes: prose,
        licence: prose,
        jurisdiction: prose,
      },
      { requiredKeys: ["id", "version", "serial", "title", "issuer", "issuedAt", "effectiveFrom", "licence", "jurisdiction"] },
    ),
    terms: termsOver(sourceIds),
    sources: fc.constant(sourceIds.map((source) => ({ id: source, kind: "news", verified: false }))),
    schemes: fc.array(
      fc.record(
        { id, name: prose, status: prose, authority: prose, caution: prose },
        { requiredKeys: ["id", "name", "status", "authority"] },
      ),
      { maxLength: 2 },
    ),
    places: fc.array(fc.record({ id, name: prose, code: prose, list: prose, year: fc.nat(3000), source: prose }), { maxLength: 2 }),
    cases: fc.array(fc.record({ id, term: id, text: prose, expect: fc.constantFrom("hit", "no_hit") }), { maxLength: 2 }),
  }),
);
