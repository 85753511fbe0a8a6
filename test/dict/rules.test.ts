/** Phrases, rules, words and citations of dict/: they keep what their notes and sentences promise. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readContainer } from "../../src/artifact/container.js";
import { foldKey } from "../../src/compile/fold-key.js";
import { compileDictionary, type RuleBook, rulesOf, testProofs } from "../../src/compile/index.js";
import { legalElements } from "../../src/dictionary/model.js";
import { phrasesIn } from "../../src/rules/features.js";
import { lawOf } from "../../src/rules/law.js";
import type { Lexicon } from "../../src/rules/lexicon.js";
import { openRules } from "../../src/rules/open.js";
import { passageUnitsMax, readPassage } from "../../src/rules/passage.js";
import { occurrencesMax } from "../../src/rules/sequence.js";
import { opened } from "../compile/fixture.js";

const files = new Map<string, Uint8Array>();
let artifact: Uint8Array;
let book: RuleBook;
let lexicon: Lexicon;

beforeAll(() => {
  for (const name of readdirSync("dict", { recursive: true }) as string[])
    if (/\.(csv|json)$/.test(name)) files.set(name.replaceAll("\\", "/"), readFileSync(join("dict", name)));
  const compiled = compileDictionary(files);
  if (compiled.artifact === null || compiled.rules === null) throw new Error(JSON.stringify(compiled.diagnostics));
  artifact = compiled.artifact;
  book = compiled.rules;
  lexicon = openRules(readContainer(artifact, "dictionary")).lexicon as Lexicon;
});

describe("phrases and rules", () => {
  it("are found in their hit sentence and not in their miss sentence", () => {
    const results = testProofs(artifact);
    expect(results.length).toBe(2 * (book.phrases.length + book.rules.length));
    expect(book.phrases.length > 0 && book.rules.length > 0).toBe(true);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it("can be read back out of the artifact", () => {
    expect(rulesOf(artifact)).toEqual(opened(book));
  });

  it("each have a note", () => {
    expect([...book.phrases, ...book.rules].filter(({ note }) => note.length < 4).map(({ id }) => id)).toEqual([]);
  });

  it("share no run of more than eight characters with a development text", () => {
    const runs = new Set(developmentTexts().flatMap((text) => runsOf(foldKey(text))));
    expect(runs.size).toBeGreaterThan(10_000);
    const own = [
      ...[...book.phrases, ...book.rules].flatMap(({ hit, miss }) => [hit, miss]),
      ...book.classes.flatMap(({ words }) => words).filter((word) => /\P{ASCII}/u.test(word)), // an English word is a word, however long
      ...book.phrases.flatMap(({ text }) => text.split(/[^\p{L}\p{N}]+/u)),
    ];
    expect(own.filter((text) => runsOf(foldKey(text)).some((run) => runs.has(run)))).toEqual([]);
  });
});

describe("citations", () => {
  it("are the three clauses of article 7 of 禁止传销条例, one for each legal element", () => {
    expect(book.laws.map(({ element }) => element).sort()).toEqual([...legalElements].sort());
    for (const { element, instrument, article, version, from, to } of book.laws) {
      expect([`${instrument} ${article}`]).toEqual(lawOf(book.laws, [element]));
      expect([version, from, to]).toEqual(["国务院令第444号", "2005-11-01", undefined]);
    }
  });
});

describe("texts of one repeated word", () => {
  it("take a bounded number of steps, whatever the word", () => {
    const words = new Set(["推荐三人奖励100元", "你", "一代3%二代5%", ...lexicon.classes.map((_, k) => book.classes[k].words[0])]);
    const most = lexicon.sequences.reduce((sum, { symbols }) => sum + 3 * symbols.length * occurrencesMax ** 2, 0);
    for (const word of words) {
      const [once, longer] = [1, 10].map((times) => stepsOn(word.repeat(Math.ceil(passageUnitsMax / word.length) * times)));
      expect(longer, word).toBeLessThanOrEqual(once + 64);
      expect(once, word).toBeLessThanOrEqual(most);
    }
  });
});

/** How often the search for phrases looks at an occurrence. */
function stepsOn(text: string): number {
  let steps = 0;
  const passage = readPassage(lexicon, text, 0, text.length);
  const occurrences = passage.occurrences.map((events) =>
    events.map(({ start, end }) => ({
      get start() {
        steps++;
        return start;
      },
      end,
    })),
  );
  phrasesIn(lexicon, { occurrences });
  return steps;
}

function developmentTexts(): string[] {
  const folder = "test/fixtures/devset";
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line !== "")
    .flatMap((line) => stringsIn(JSON.parse(line)));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const runUnits = 9;

function runsOf(units: string): string[] {
  return Array.from({ length: Math.max(0, units.length - runUnits + 1) }, (_, k) => units.slice(k, k + runUnits));
}
