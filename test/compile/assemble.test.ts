import { describe, expect, it } from "vitest";
import { artifactOf, compileDictionary } from "../../src/compile/index.js";
import { termUnitsMax } from "../../src/dictionary/limits.js";
import type { Dictionary, Term } from "../../src/dictionary/model.js";
import { filesOf, goodSource } from "./fixture.js";

const good = compileDictionary(filesOf(goodSource)).dictionary as Dictionary;

function withTerm(change: Partial<Term>): Dictionary {
  return { ...good, terms: [...good.terms, { ...good.terms[0], id: "T9", ...change }] };
}

describe("artifactOf", () => {
  it.each<[string, Dictionary]>([
    ["an id that stands twice", withTerm({ id: "T0001" })],
    ["an id with a space", withTerm({ id: "T 9" })],
    ["an empty term", withTerm({ text: "" })],
    ["a term of nothing but noise", withTerm({ text: "——" })],
    ["half a character", withTerm({ text: "传\ud842" })],
    ["a term that is too long", withTerm({ text: "传".repeat(termUnitsMax + 1) })],
    ["an unknown source", withTerm({ sources: ["elsewhere"] })],
    ["an unknown element", withTerm({ element: "later" as "topic" })],
  ])("refuses %s", (_, dictionary) => {
    expect(() => artifactOf(dictionary)).toThrow(/^NOMLM_COMPILE_DICTIONARY: term T\S* ?\S*: /);
  });

  it("takes the longest term", () => {
    expect(artifactOf(withTerm({ text: "传".repeat(termUnitsMax) })).length).toBeGreaterThan(0);
  });

  it("refuses a record of a wrong shape", () => {
    expect(() => artifactOf({ ...good, places: [{ ...good.places[0], year: "2018" as unknown as number }] })).toThrow(
      /^NOMLM_ARTIFACT_SECTION: /,
    );
    expect(() => artifactOf({ ...good, meta: { ...good.meta, serial: -1 } })).toThrow(/^NOMLM_ARTIFACT_SECTION: /);
  });
});
