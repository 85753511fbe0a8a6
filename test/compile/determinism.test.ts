import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkHash, readContainer } from "../../src/artifact/container.js";
import { artifactOf, compileDictionary, dictionaryOf, type RuleBook, rulesOf } from "../../src/compile/index.js";
import type { Dictionary } from "../../src/dictionary/model.js";
import { emptyBook } from "../../src/rules/book.js";
import { filesOf, goodSource, opened, richSource, scoring } from "./fixture.js";

const { artifact, dictionary, rules } = compileDictionary(filesOf(richSource));

/** The same source with files and rows in another order. */
const shuffled = fc
  .tuple(
    ...Object.entries(richSource).map(([file, text]) => {
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
        const again = compileDictionary(filesOf(Object.fromEntries(files))).artifact as Uint8Array;
        expect(Buffer.from(again).equals(artifact as Uint8Array)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("and another source gives other bytes, with a hash that fits", async () => {
    const changed = { ...richSource, "terms/topic.csv": richSource["terms/topic.csv"].replace("上", "下") };
    const other = compileDictionary(filesOf(changed)).artifact as Uint8Array;
    expect(other).not.toEqual(artifact);
    expect(await checkHash(other)).not.toBe(await checkHash(artifact as Uint8Array));
  });

  it("and the dictionary can be read back", () => {
    expect(dictionaryOf(artifact as Uint8Array)).toEqual(dictionary);
  });

  it("and its phrases, rules and weights as well", () => {
    expect(rules?.phrases.map(({ id }) => id)).toEqual(["ef1", "ef2", "rr1", "rr2"]);
    expect(rules?.classes).toEqual([
      { name: "bring", words: ["介绍", "带来", "拉", "推荐"] },
      { name: "fee", words: ["会费", "门槛费"] },
      { name: "reward", words: ["奖励", "返现"] },
    ]);
    expect(rules?.scoring).toEqual(scoring);
    expect(rulesOf(artifact as Uint8Array)).toEqual(opened(rules as RuleBook));
  });

  it("from a dictionary built in code as well, in any order", () => {
    const whole = dictionary as Dictionary;
    const book = rules as RuleBook;
    expect(artifactOf(whole, book)).toEqual(artifact);
    expect(artifactOf({ ...whole, terms: [...whole.terms].reverse() }, reversed(book))).toEqual(artifact);
  });

  it("without phrases, rules and weights as it was before there were any", () => {
    const plain = compileDictionary(filesOf(goodSource));
    expect(plain.rules).toEqual(emptyBook);
    expect(artifactOf(plain.dictionary as Dictionary)).toEqual(plain.artifact);
    const container = readContainer(plain.artifact as Uint8Array, "dictionary");
    expect(["RULE", "BOOK", "LHED", "QSYM", "WKEY", "GKEY"].filter((tag) => container.has(tag))).toEqual([]);
    expect(rulesOf(plain.artifact as Uint8Array)).toEqual(emptyBook);
  });
});

function reversed({ classes, phrases, rules: list, laws, scoring, model }: RuleBook): RuleBook {
  const back = <T>(items: readonly T[]) => [...items].reverse();
  return { classes: back(classes), phrases: back(phrases), rules: back(list), laws: back(laws), scoring, model };
}
