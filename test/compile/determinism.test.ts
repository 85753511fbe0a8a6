import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkHash } from "../../src/artifact/container.js";
import { artifactOf, compileDictionary, dictionaryOf } from "../../src/compile/index.js";
import type { Dictionary } from "../../src/dictionary/model.js";
import { filesOf, goodSource } from "./fixture.js";

const { artifact, dictionary } = compileDictionary(filesOf(goodSource));

/** The same source with files and rows in another order. */
const shuffled = fc
  .tuple(
    ...Object.entries(goodSource).map(([file, text]) => {
      const [header, ...rows] = text.trimEnd().split("\n");
      if (!file.endsWith(".csv")) return fc.constant([file, text] as const);
      return fc.shuffledSubarray(rows, { minLength: rows.length }).map((order) => [file, `${[header, ...order].join("\n")}\n`] as const);
    }),
  )
  .chain((files) => fc.shuffledSubarray(files, { minLength: files.length }));

describe("the same source gives the same bytes", () => {
  it("whatever the order of files and rows", () => {
    expect(artifact).not.toBeNull();
    fc.assert(
      fc.property(shuffled, (files) => {
        expect(compileDictionary(filesOf(Object.fromEntries(files))).artifact).toEqual(artifact);
      }),
      { numRuns: 20 },
    );
  });

  it("and another source gives other bytes, with a hash that fits", async () => {
    const changed = { ...goodSource, "terms/topic.csv": goodSource["terms/topic.csv"].replace("上", "下") };
    const other = compileDictionary(filesOf(changed)).artifact as Uint8Array;
    expect(other).not.toEqual(artifact);
    expect(await checkHash(other)).not.toBe(await checkHash(artifact as Uint8Array));
  });

  it("and the dictionary can be read back", () => {
    expect(dictionaryOf(artifact as Uint8Array)).toEqual(dictionary);
  });

  it("from a dictionary built in code as well, in any order", () => {
    const whole = dictionary as Dictionary;
    expect(artifactOf(whole)).toEqual(artifact);
    expect(artifactOf({ ...whole, terms: [...whole.terms].reverse() })).toEqual(artifact);
  });
});
