import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContainer, type Section, seal, writeContainer } from "../../src/artifact/container.js";
import { decodeDictionary, encodeDictionary, toDictionary } from "../../src/dictionary/codec.js";
import { recordsBytesMax } from "../../src/dictionary/limits.js";
import type { Dictionary } from "../../src/dictionary/model.js";
import { type ErrorCode, NomlmError } from "../../src/errors.js";
import { dictionaries } from "./arbitrary.js";

const plain: Dictionary = {
  meta: {
    id: "test",
    version: "1.0.0",
    serial: 1,
    title: "试",
    issuer: { name: "本项目", level: "community" },
    issuedAt: "2026-01-01",
    effectiveFrom: "2026-01-01",
    licence: "CC0-1.0",
    jurisdiction: "CN",
  },
  terms: ["A1", "B2", "B20"].map((id, i) => ({
    id,
    text: ["传销", "𠮷", "报单中心"][i],
    use: "hit",
    element: "topic",
    tier: "S",
    boundary: { edges: "auto", forbidLeft: i === 0 ? ["宣"] : [], forbidRight: [], requireRight: [] },
    scenes: [],
    sources: ["s"],
  })),
  sources: [{ id: "s", kind: "news", verified: false }],
  schemes: [],
  places: [],
  cases: [],
};

function artifact(
  dictionary: Dictionary,
  patterns = identity(dictionary),
  change: (sections: Section[]) => Section[] = (same) => same,
): Uint8Array {
  return writeContainer({ kind: "dictionary", foldFingerprint: 1, sections: change(encodeDictionary(dictionary, patterns)), hash: false });
}

function identity(dictionary: Dictionary): Uint32Array {
  return Uint32Array.from(dictionary.terms, (_, i) => i);
}

function open(bytes: Uint8Array) {
  return decodeDictionary(readContainer(bytes, "dictionary"));
}

function codeOf(run: () => unknown): ErrorCode | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof NomlmError) return error.code;
    throw error;
  }
}

/** The artifact of `plain` with one section replaced. */
function withSection(tag: string, bytes: Uint8Array): Uint8Array {
  return artifact(plain, identity(plain), (sections) => sections.map((section) => (section.tag === tag ? { tag, bytes } : section)));
}

function withJson(change: (records: Record<string, unknown>) => unknown): Uint8Array {
  const records = JSON.parse(new TextDecoder().decode(readContainer(artifact(plain), "dictionary").bytes("DICT"))) as Record<
    string,
    unknown
  >;
  return withSection("DICT", new TextEncoder().encode(JSON.stringify(change(records))));
}

function withLeft(forbidLeft: string[]): Uint8Array {
  const plainOne = { edges: "auto", forbidLeft: [], forbidRight: [], requireRight: [] };
  return withJson((all) => ({ ...all, boundaries: [{ ...plainOne, forbidLeft }, plainOne] }));
}

const ascii = (text: string) => new TextEncoder().encode(text);
const u32 = (...values: number[]) => new Uint8Array(Uint32Array.from(values).buffer);

describe("dictionary codec", () => {
  it("gives back every dictionary", () => {
    fc.assert(
      fc.property(dictionaries, (dictionary) => {
        expect(toDictionary(open(artifact(dictionary)))).toEqual(dictionary);
      }),
    );
  });

  it("gives the same bytes whatever the order of keys", () => {
    fc.assert(
      fc.property(dictionaries, (dictionary) => {
        const shuffled = reverseKeys(dictionary) as Dictionary;
        expect(artifact(shuffled)).toEqual(artifact(dictionary));
      }),
      { numRuns: 30 },
    );
  });

  it("finds a term by its id, and only that", () => {
    fc.assert(
      fc.property(dictionaries, fc.string(), (dictionary, other) => {
        const { terms } = open(artifact(dictionary));
        expect(dictionary.terms.map((term) => terms.indexOfId(term.id))).toEqual([...dictionary.terms.keys()]);
        expect(terms.indexOfId(other)).toBe(dictionary.terms.findIndex((term) => term.id === other));
      }),
    );
  });

  it("maps patterns to terms", () => {
    const { terms } = open(artifact(plain, Uint32Array.of(2, 0, 0)));
    expect([0, 1, 2].map((pattern) => terms.textOf(terms.termOfPattern(pattern)))).toEqual(["报单中心", "传销", "传销"]);
  });

  const refused: readonly [name: string, bytes: () => Uint8Array, code: ErrorCode][] = [
    ["offsets that go back", () => withSection("TEND", u32(4, 2, 8)), "NOMLM_ARTIFACT_INDEX"],
    ["an empty term", () => withSection("TEND", u32(2, 2, 8)), "NOMLM_ARTIFACT_INDEX"],
    ["offsets past the text", () => withSection("TEND", u32(2, 4, 9)), "NOMLM_ARTIFACT_INDEX"],
    ["offsets before the end of the text", () => withSection("TEND", u32(2, 4, 7)), "NOMLM_ARTIFACT_INDEX"],
    ["a term that is too long", () => withSection("TEND", u32(2, 4, 4_000_000_000)), "NOMLM_ARTIFACT_LIMIT"],
    ["a column that is too short", () => withSection("TIER", Uint8Array.of(0, 0)), "NOMLM_ARTIFACT_SECTION"],
    ["a column of half numbers", () => withSection("BNDX", new Uint8Array(13)), "NOMLM_ARTIFACT_SECTION"],
    ["an unknown element", () => withSection("ELEM", Uint8Array.of(0, 0, 200)), "NOMLM_ARTIFACT_INDEX"],
    ["an unknown use", () => withSection("USE_", Uint8Array.of(9, 0, 0)), "NOMLM_ARTIFACT_INDEX"],
    ["a boundary that is not there", () => withSection("BNDX", u32(0, 1, 2)), "NOMLM_ARTIFACT_INDEX"],
    ["scenes that are not there", () => withSection("SCNX", u32(0, 1, 0)), "NOMLM_ARTIFACT_INDEX"],
    ["sources that are not there", () => withSection("SRCX", u32(0, 0, 1)), "NOMLM_ARTIFACT_INDEX"],
    ["a pattern of no term", () => withSection("PATT", u32(0, 1, 3)), "NOMLM_ARTIFACT_INDEX"],
    ["ids that do not ascend", () => withSection("ID__", new TextEncoder().encode("B2A1B20")), "NOMLM_ARTIFACT_INDEX"],
    ["ids that are doubled", () => withSection("ID__", new TextEncoder().encode("A1A1B20")), "NOMLM_ARTIFACT_INDEX"],
    ["an id with a space", () => withSection("ID__", new TextEncoder().encode(" 1B2B20")), "NOMLM_ARTIFACT_INDEX"],
    ["a table that is not JSON", () => withSection("DICT", Uint8Array.of(0x7b)), "NOMLM_ARTIFACT_SECTION"],
    ["a table that is not UTF-8", () => withSection("DICT", Uint8Array.of(0x22, 0xff, 0x22)), "NOMLM_ARTIFACT_SECTION"],
    ["brackets that nest without end", () => withSection("DICT", new Uint8Array(recordsBytesMax).fill(0x5b)), "NOMLM_ARTIFACT_SECTION"],
    [
      "brackets that nest a million deep",
      () => withSection("DICT", ascii(`${"[".repeat(1e6)}${"]".repeat(1e6)}`)),
      "NOMLM_ARTIFACT_SECTION",
    ],
    ["small tables past the limit", () => withSection("DICT", new Uint8Array(recordsBytesMax + 1).fill(0x20)), "NOMLM_ARTIFACT_LIMIT"],
    ["a table that is a list", () => withJson(() => []), "NOMLM_ARTIFACT_SECTION"],
    ["a missing table", () => withJson(({ scenes: _, ...rest }) => rest), "NOMLM_ARTIFACT_SECTION"],
    ["metadata of another type", () => withJson((all) => ({ ...all, meta: { ...plain.meta, serial: "1" } })), "NOMLM_ARTIFACT_SECTION"],
    ["a name from a later library", () => withJson((all) => ({ ...all, elements: ["later_element"] })), "NOMLM_ARTIFACT_SECTION"],
    [
      "a list in place of a string",
      () => withJson((all) => ({ ...all, cases: [{ id: [], term: "A1", text: "", expect: "hit" }] })),
      "NOMLM_ARTIFACT_SECTION",
    ],
    ["a source list with an unknown source", () => withJson((all) => ({ ...all, sourceLists: [["other"]] })), "NOMLM_ARTIFACT_INDEX"],
    ["an empty neighbour", () => withLeft([""]), "NOMLM_ARTIFACT_SECTION"],
    ["too many neighbours", () => withLeft(Array(257).fill("宣")), "NOMLM_ARTIFACT_SECTION"],
    ["a neighbour that is too long", () => withLeft(["宣".repeat(25)]), "NOMLM_ARTIFACT_SECTION"],
    [
      "a missing section",
      () => artifact(plain, identity(plain), (sections) => sections.filter((one) => one.tag !== "PATT")),
      "NOMLM_ARTIFACT_SECTION",
    ],
  ];
  it.each(refused)("refuses %s", (_, bytes, code) => {
    expect(codeOf(() => open(bytes()))).toBe(code);
  });

  it("refuses every flipped byte with a code or reads it without leaving a table, also with the checksum made right again", () => {
    const bytes = artifact(plain);
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const broken = bytes.slice();
        broken[at] ^= flip;
        expect(at < 24 || at >= 64 ? codeOf(() => open(broken)) : "").not.toBeNull();
        seal(broken, false);
        codeOf(() => JSON.stringify(toDictionary(open(broken))));
      }
    }
  });

  it("refuses every truncation", () => {
    const bytes = artifact(plain);
    for (let length = 0; length < bytes.length; length++) expect(codeOf(() => open(bytes.slice(0, length)))).not.toBeNull();
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}
