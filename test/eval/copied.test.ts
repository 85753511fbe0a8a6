import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const load = (name: string) => import(/* @vite-ignore */ new URL(`../../bench/eval/${name}`, import.meta.url).href);
const { compareWithRows, longTerms, patternRunMax, runsOf, sharedRuns, sharedWithText, writtenPatterns, writtenSentences } =
  await load("copied.mjs");
const { readCsv, readSource, ruleIds, sourceWithout } = await load("dictionary.mjs");
const { readSets } = await load("sets.mjs");

const bytes = (text: string) => new TextEncoder().encode(`\ufeff${text.replaceAll("\n", "\r\n")}`);
const rowText = "甲乙丙丁戊己庚辛壬癸子丑";
const runs = runsOf([{ id: "r1", text: rowText }], patternRunMax + 1);
const found = (phrase: string, terms: string[] = []) => sharedRuns(phrase, runs, terms).map(({ run }: { run: string }) => run);

describe("shared runs", () => {
  test("eight characters in common are free, nine are not", () => {
    expect(found("甲乙丙丁戊己庚辛")).toEqual([]);
    expect(found("甲乙丙丁戊己庚辛壬")).toEqual(["甲乙丙丁戊己庚辛壬"]);
    expect(sharedRuns("甲乙丙丁戊己庚辛壬", runs)).toEqual([{ run: "甲乙丙丁戊己庚辛壬", row: "r1" }]);
  });

  test("marks, blanks and width in between do not hide one", () => {
    expect(found("甲乙，丙丁 戊己、庚辛壬")).toHaveLength(1);
    expect(sharedWithText("甲乙。丙丁戊（己庚）辛？壬", runs)).toHaveLength(1);
  });

  test("alternatives and optional parts are read in every way, also as a list", () => {
    expect(found("甲乙(子|丙丁(丑|戊))己庚辛壬癸")).toEqual(["甲乙丙丁戊己庚辛壬", "乙丙丁戊己庚辛壬癸"]);
    expect(found("甲乙丙丁 寅卯? 戊己庚辛壬")).toEqual(["甲乙丙丁戊己庚辛壬"]);
    expect(found("寅卯|甲乙丙丁戊己庚辛壬")).toHaveLength(1);
    expect(found("甲乙丙丁戊|己庚辛壬")).toEqual([]);
  });

  test("a gap, a class, a slot or a reference ends a run", () => {
    for (const between of ["..6", "..2-6", "<join>", "{money>=100}", "@pay-to-join"])
      expect(found(`甲乙丙丁戊${between}己庚辛壬癸`)).toEqual([]);
    expect(found("..6 甲乙丙丁戊己庚辛壬")).toHaveLength(1);
  });

  test("a run within a term of the dictionary is free", () => {
    expect(found("甲乙丙丁戊己庚辛壬", ["寅甲乙丙丁戊己庚辛壬卯"])).toEqual([]);
  });

  test("a plain phrase shares exactly what a naive search finds", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", "乙"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (phrase, whole) => {
        const naive = new Set(
          Array.from({ length: Math.max(0, phrase.length - patternRunMax) }, (_, k) => phrase.slice(k, k + patternRunMax + 1)),
        );
        const shared = sharedRuns(phrase, runsOf([{ id: "r", text: whole }], patternRunMax + 1));
        expect(new Set(shared.map(({ run }: { run: string }) => run))).toEqual(new Set([...naive].filter((run) => whole.includes(run))));
      }),
    );
  });

  test("many alternatives in a row cost no list of all readings", () => {
    expect(found("(甲|乙|丙)".repeat(40))).toEqual([]);
  });

  test("a phrase that is not well formed ends, whatever it is", () => {
    const part = fc.constantFrom("(", ")", "|", "?", "<a", ">", "{", "}", "@", "..", ".", "甲乙丙");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(Array.isArray(found(parts.join("")))).toBe(true);
      }),
    );
  });
});

describe("what is compared", () => {
  const source = new Map([
    ["phrases/entry_fee.csv", bytes("id,phrase,element,note\npay,甲乙丙丁戊己庚辛壬,entry_fee,甲乙丙丁戊己庚辛壬癸\n")],
    ["weights.csv", bytes("run,weight\n拉人,12\nabc,3\n")],
    ["rules.csv", bytes("id,title,when,must_hit\nR1,甲,@pay,甲乙丙丁戊己庚辛壬癸子丑\nR2,乙,@pay,寅卯\n")],
    ["terms/topic.csv", bytes("id,term\nT1,甲乙丙丁戊己庚辛壬癸\nT2,乙\n")],
    ["cases.csv", bytes("id,term,text,expect\nC1,R1,甲乙丙丁,hit\nC2,T2,乙,hit\n")],
    ["advice.csv", bytes("id,text\nA1,甲乙丙丁戊己庚辛壬癸\n")],
  ]);

  test("phrases and weights as patterns, without notes; cases and sentences of rules as sentences; advice not at all", () => {
    expect(writtenPatterns(source).map(({ phrase }: { phrase: string }) => phrase)).toEqual(["甲乙丙丁戊己庚辛壬", "拉人"]);
    expect(writtenSentences(source).map(({ phrase }: { phrase: string }) => phrase)).toEqual([rowText, "寅卯", "甲乙丙丁", "乙"]);
    expect(longTerms(source)).toEqual(["甲乙丙丁戊己庚辛壬癸"]);
  });

  test("a whole dictionary against rows: a term frees the pattern, a sentence may share twelve characters", () => {
    const rows = [{ id: "r1", text: `${rowText}寅` }];
    expect(compareWithRows(source, rows)).toEqual({ patterns: 2, sentences: 4, shared: [] });
    const copied = new Map([...source].filter(([file]) => file !== "terms/topic.csv")).set(
      "cases.csv",
      bytes(`id,term,text,expect\nC1,R1,${rowText}寅,hit\n`),
    );
    const { shared } = compareWithRows(copied, rows);
    expect(shared.map(({ file, row }: { file: string; row: string }) => `${file} ${row}`)).toEqual([
      "phrases/entry_fee.csv r1",
      "cases.csv r1",
    ]);
  });

  test("no development sentence is copied into the dictionary", () => {
    const local = process.env.NOMLM_DEVSET || null;
    const { rows } = readSets(fileURLToPath(new URL("../fixtures/devset/", import.meta.url)), local);
    expect(rows.length).toBeGreaterThan(4000);
    const { sentences, shared } = compareWithRows(readSource(), rows);
    expect(sentences).toBeGreaterThan(100);
    expect(shared).toEqual([]);
  });

  test("without a rule its row and its sentences are gone and nothing else", () => {
    expect(ruleIds(source)).toEqual(["R1", "R2"]);
    const lacking = sourceWithout(source, "R1");
    expect(ruleIds(lacking)).toEqual(["R2"]);
    expect(readCsv(lacking.get("cases.csv")).data.map(({ id }: { id: string }) => id)).toEqual(["C2"]);
    expect([...lacking].filter(([file, content]) => content !== source.get(file)).map(([file]) => file)).toEqual([
      "rules.csv",
      "cases.csv",
    ]);
    expect(readCsv(lacking.get("rules.csv")).meta.fields).toEqual(["id", "title", "when", "must_hit"]);
  });

  test("without the weights their file is gone; what is not there cannot be left out", () => {
    expect([...sourceWithout(source, "weights").keys()]).not.toContain("weights.csv");
    expect(sourceWithout(new Map([...source].slice(2)), "weights")).toBeNull();
    expect(sourceWithout(source, "R9")).toBeNull();
  });
});
