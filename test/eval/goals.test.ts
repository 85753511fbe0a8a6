import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { row } from "./judged-row.js";

/** The scorecard is plain JavaScript, so its modules are read without types. */
const load = (name: string) => import(/* @vite-ignore */ new URL(`../../bench/eval/${name}`, import.meta.url).href);

const { belowFloor, figuresOfKeywords, floorFrom, goals, markOf, reach } = await load("goals.mjs");
const { readSets } = await load("sets.mjs");
const { figuresOf } = await load("figures.mjs");
const { layOut } = await load("record.mjs");
const { countRules, lossOf, oneRuleOf } = await load("rules.mjs");
const { renderGoals, renderRules, renderSets } = await load("tables.mjs");

const devset = fileURLToPath(new URL("../fixtures/devset/", import.meta.url));

describe("goals", () => {
  const share = { at: "least", must: 0.8, aim: 0.92 };

  test("marks: bounds belong to the good side", () => {
    expect(markOf(share, { n: 92, of: 100 })).toBe("aim");
    expect(markOf(share, { n: 80, of: 100 })).toBe("must");
    expect(markOf(share, { n: 79, of: 100 })).toBe("below");
    expect(markOf({ at: "most", must: 0.05, aim: 0.02 }, { n: 2, of: 100 })).toBe("aim");
    expect(markOf({ at: "most", unit: "count", must: 6, aim: 3 }, { n: 4, of: 72 })).toBe("must");
    expect(markOf({ at: "most", unit: "per 10,000", must: 3, aim: 1 }, { n: 4, of: 10_000 })).toBe("below");
    expect(markOf({ at: "most", must: null, aim: 0.15 }, { n: 2, of: 10 })).toBe("below");
    expect(markOf({ at: "most", must: null, aim: null }, { n: 2, of: 10 })).toBe("watched");
    expect(markOf(share, null)).toBe("not measured");
  });

  test("every goal is measured on the shipped sets, but for those on real texts, corpora and rules", () => {
    const { sets, rows } = readSets(devset, null);
    const judged = rows.map((one: object) => ({ ...one, verdicts: row().verdicts }));
    const figures = { ...figuresOf(sets, judged), rulesAreData: false };
    const without = reach(figures).filter(({ figure }: { figure: unknown }) => figure === null);
    expect(
      without.map(({ goal }: { goal: { title: string } }) => goal.title).filter((title: string) => !/^real |corpora$|one rule/.test(title)),
    ).toEqual([]);
    expect(new Set(goals.map(({ title }: { title: string }) => title)).size).toBe(goals.length);
    expect(figuresOfKeywords(figures).ladder["1 plain"]).toEqual({ none: 100, mention: 0, observe: 0, review: 0, priority: 0 });
    const byKeywords = reach(figuresOfKeywords(figures));
    for (const page of [...renderSets(sets, figures), ...renderGoals(reach(figures), byKeywords, null)])
      expect(page).not.toMatch(/undefined|NaN/);
  });
});

describe("floor", () => {
  const goal = (at: string) => ({ title: "t", measure: "flagged", at });
  const of = 50;
  const count = fc.nat(of);

  test("a figure on the floor or on its good side passes, one on the other side is named", () => {
    fc.assert(
      fc.property(count, count, fc.constantFrom("least", "most"), (now, then, at) => {
        const lines = belowFloor([{ goal: goal(at), figure: { n: now, of } }], { t: { n: then, of } });
        expect(lines).toHaveLength((at === "least" ? now < then : now > then) ? 1 : 0);
      }),
    );
  });

  test("other rows than the floor's are no comparison; a corpus folder of another size is compared by rate", () => {
    expect(belowFloor([{ goal: goal("least"), figure: { n: 9, of: 9 } }], { t: { n: 1, of: 10 } })[0]).toContain("record anew");
    const corpus = { ...goal("most"), measure: "corpus" };
    expect(belowFloor([{ goal: corpus, figure: { n: 2, of: 20_000 } }], { t: { n: 1, of: 10_000 } })).toEqual([]);
    expect(belowFloor([{ goal: corpus, figure: { n: 3, of: 20_000 } }], { t: { n: 1, of: 10_000 } })).toHaveLength(1);
  });

  test("what a run did not measure keeps its floor and falls below none", () => {
    const old = { t: { n: 3, of }, u: { n: 1, of } };
    const reached = [
      { goal: goal("least"), figure: { n: 5, of } },
      { goal: { ...goal("least"), title: "u" }, figure: null },
      { goal: { ...goal("least"), title: "v" }, figure: null },
    ];
    expect(floorFrom(reached, old)).toEqual({ t: { n: 5, of }, u: { n: 1, of } });
    expect(belowFloor(reached, old)).toEqual([]);
  });

  test("every floor on record belongs to a goal, and every goal on shipped sets has one", () => {
    const file = new URL("../../bench/record/eval/floor.json", import.meta.url);
    expect(existsSync(file)).toBe(true);
    const { floor } = JSON.parse(readFileSync(file, "utf8"));
    const titles = goals.map(({ title }: { title: string }) => title);
    expect(Object.keys(floor).filter((title) => !titles.includes(title))).toEqual([]);
    const local = /^real |corpora$|one rule/;
    expect(titles.filter((title: string) => !local.test(title) && !floor[title])).toEqual([]);
  });
});

test("a record reads back as what was written, one innermost object a line", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(JSON.parse(layOut(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
  expect(layOut({ a: { b: { n: 1, of: 2 } }, c: [] })).toBe('{\n "a": {\n  "b": {"n":1,"of":2}\n },\n "c": []\n}');
});

describe("rules", () => {
  const rows = [
    row({ id: "a" }, "review", ["one"]),
    row({ id: "b" }, "priority", ["one", "two"]),
    row({ id: "c" }, "review", []),
    row({ id: "d" }, "observe", ["three"]),
    row({ id: "e", label: "benign" }, "review", ["two"]),
  ];

  test("count caught rows by how many rules catch them", () => {
    const counted = countRules(rows);
    expect(counted.caughtBy).toEqual({ 0: 1, 1: 1, 2: 1, 3: 0 });
    expect(counted.rules).toEqual({
      one: { rows: 2, caught: 2, alone: 1, wrong: 0 },
      three: { rows: 1, caught: 0, alone: 0, wrong: 0 },
      two: { rows: 2, caught: 1, alone: 0, wrong: 1 },
    });
    expect(counted.firesOnce).toEqual(["three"]);
    expect(oneRuleOf(counted)).toEqual({ n: 1, of: 3 });
    expect(oneRuleOf(countRules([]))).toBeNull();
  });

  test("the loss without a rule is asked of the rows that name it and are flagged", () => {
    const asked: string[] = [];
    const judgeAgain = ({ id }: { id: string }) => {
      asked.push(id);
      return { outcome: id === "b" ? "review" : "none" };
    };
    expect(lossOf("one", rows, judgeAgain)).toEqual({ lost: 1, gone: 0 });
    expect(asked).toEqual(["a", "b"]);
    expect(lossOf("two", rows, () => ({ outcome: "none" }))).toEqual({ lost: 1, gone: 1 });
  });

  test("are shown with what hangs on each; while they are no data, the page says so", () => {
    const copied = { patterns: 3, sentences: 0, shared: [{ file: "rules.csv", id: "R1", run: "甲", row: "rec-1" }] };
    const without = [
      { rule: "one", lost: 7, gone: 0 },
      { rule: "two", problem: "does not compile" },
    ];
    const page = renderRules({ rules: countRules(rows), rulesAreData: true, without, copied }).join("\n");
    for (const piece of ["1: 1/3 33 %", "Fires on one row only: three", "does not compile", "rules.csv R1: 甲 (rec-1)"])
      expect(page).toContain(piece);
    expect(page).not.toMatch(/undefined|NaN/);
    expect(renderRules({ rules: countRules(rows), rulesAreData: false, copied })[1]).toContain("No rules as data yet");
  });

  test("a column shows the library without its fitted part, once there is one", () => {
    const { sets, rows: all } = readSets(devset, null);
    const judged = all.map((one: object) => ({ ...one, verdicts: row().verdicts }));
    const figures = figuresOf(sets, judged);
    const [, page] = renderSets(sets, {
      ...figures,
      withoutWeights: Object.fromEntries(Object.keys(figures.ladder).map((key) => [key, 3])),
    });
    expect(page).toContain("without the fitted part");
    expect(page).toMatch(/1 plain .* 0\/100 0 % .* 3\/100 3 % .* 0\/100 0 %/);
    expect(renderSets(sets, figures)[1]).not.toContain("without the fitted part");
  });
});
