import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** The bench is plain JavaScript, so its modules are read without types. */
const load = (name: string) => import(/* @vite-ignore */ new URL(`../../bench/${name}`, import.meta.url).href);
const definition = (name: string) => JSON.parse(readFileSync(new URL(`../../bench/definitions/${name}.json`, import.meta.url), "utf8"));

const { makeDictionary } = await load("dictionaries.mjs");
const { makeTexts } = await load("texts.mjs");
const { naiveCount } = await load("naive.mjs");
const { makeMessages } = await load("filter.mjs");
const { checkHits } = await load("hits.mjs");
const { medianOf, speedOf } = await load("numbers.mjs");
const { cellsOf, ratiosOf, table } = await load("tables.mjs");

describe("dictionaries", () => {
  test("hold the number asked for, 2 to 6 hanzi each, unique by their identity", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (terms, seed) => {
        const identity = (term: string) => term.slice(0, 3);
        const made: string[] = makeDictionary(terms, seed, identity);
        expect(made).toHaveLength(terms);
        expect(new Set(made.map(identity)).size).toBe(terms);
        for (const term of made) expect(term).toMatch(/^[\u4e00-\u9fff]{2,6}$/u);
      }),
      { numRuns: 20 },
    );
  });

  test("come from the seed alone", () => {
    const identity = (term: string) => term;
    expect(makeDictionary(300, 5, identity)).toEqual(makeDictionary(300, 5, identity));
    expect(makeDictionary(300, 5, identity)).not.toEqual(makeDictionary(300, 6, identity));
  });
});

describe("messages of the filter part", () => {
  const plan = { seed: 5, files: ["ordinary.jsonl"], unitsMax: 2000, cutUnits: 200 };

  test("are whole ordinary texts, each as often as any other, and cuts of one length", () => {
    const rows = readFileSync(new URL("../fixtures/devset/ordinary.jsonl", import.meta.url), "utf8")
      .split("\n")
      .filter(Boolean);
    const texts = rows.map((line) => JSON.parse(line).text);
    const { messages, cut } = makeMessages(plan, { messages: 2 * texts.length, cut: 50 }, null);
    expect([...messages].sort()).toEqual([...texts, ...texts].sort());
    expect(cut.map((text: string) => text.length)).toEqual(Array(50).fill(200));
    expect(makeMessages(plan, { messages: 2 * texts.length, cut: 50 }, null)).toEqual({ messages, cut });
  });

  test("of a corpus are the lines that nothing was learnt from", () => {
    const folder = mkdtempSync(join(tmpdir(), "nomlm-bench-test-"));
    try {
      const lines = Array.from({ length: 40 }, (_, k) => `第${k}行`);
      writeFileSync(join(folder, "jobs.txt"), lines.join("\n"));
      writeFileSync(join(folder, "other.txt"), "别的");
      const { messages } = makeMessages(plan, { messages: 500, cut: 0 }, folder);
      const isOdd = (line: string) => createHash("sha256").update(line).digest()[31] % 2 === 1;
      expect([...new Set(messages)].sort()).toEqual(lines.filter(isOdd).sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("texts", () => {
  const plan = { units: 50_000, seed: 3, files: ["ordinary.jsonl"], messages: { count: 200, unitsMin: 20, unitsMax: 200 } };

  test("have the lengths of the plan and no half of a surrogate pair", () => {
    const { long, messages } = makeTexts(plan, null);
    expect(long).toHaveLength(plan.units);
    expect(messages).toHaveLength(plan.messages.count);
    for (const message of messages) {
      expect(message.length).toBeGreaterThanOrEqual(plan.messages.unitsMin);
      expect(message.length).toBeLessThanOrEqual(plan.messages.unitsMax);
      expect(message.isWellFormed()).toBe(true);
    }
    expect(makeTexts(plan, null)).toEqual({ long, messages, from: expect.any(String) });
  });

  test("come from a corpus folder when one is given; a folder without text is refused", () => {
    const folder = mkdtempSync(join(tmpdir(), "nomlm-bench-test-"));
    try {
      expect(() => makeTexts(plan, folder)).toThrow("no .txt file");
      writeFileSync(join(folder, "a.txt"), "甲乙丙丁戊己庚辛\n壬癸\n");
      expect(new Set(makeTexts(plan, folder).long)).toEqual(new Set("甲乙丙丁戊己庚辛壬癸\n"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the naive count is the number of positions at which a term stands", () => {
  const word = fc.string({ unit: fc.constantFrom("传", "销", "下", "线"), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 8 }), fc.array(word, { maxLength: 20 }), (terms, pieces) => {
      const text = pieces.join("");
      const expected = terms.reduce((sum, term) => sum + [...text].filter((_c, i) => text.startsWith(term, i)).length, 0);
      expect(naiveCount(terms, [text])).toBe(expected);
    }),
  );
});

describe("hit counts", () => {
  const row = { candidate: "a", dictionary: "1k", workload: "no such workload", size: 1, answer: "all", hits: 5 };

  test("that disagree, or are not pinned, are named", () => {
    expect(checkHits([row, { ...row, candidate: "b" }], { shipped: false, pin: false })).toEqual([]);
    expect(checkHits([row, { ...row, candidate: "b", hits: 6 }], { shipped: false, pin: false })).toHaveLength(1);
    expect(checkHits([row, { ...row, candidate: "b", answer: "distinct words", hits: 6 }], { shipped: false, pin: false })).toEqual([]);
    expect(checkHits([row], { shipped: true, pin: false })[0]).toContain("not pinned");
  });

  test("are pinned for every candidate of the shipped runs", () => {
    const pinned = definition("hits");
    const { full, quick } = definition("scan");
    for (const scale of [full, quick]) {
      for (const dictionary of Object.keys(scale.rounds)) {
        for (const { answer, units, messages, dictionaries } of definition("candidates")) {
          if (dictionaries && !dictionaries.includes(dictionary)) continue;
          const sizes = {
            long: Math.min(units ?? scale.units, scale.units),
            messages: Math.min(messages ?? scale.messages, scale.messages),
          };
          for (const [workload, size] of Object.entries(sizes)) {
            if (size > 0)
              expect(pinned, `${dictionary} ${workload} ${size} ${answer}`).toHaveProperty([
                [dictionary, workload, size, answer].join(" | "),
              ]);
          }
        }
      }
    }
  });
});

describe("tables", () => {
  const scan = [
    { candidate: "nomlm folds", dictionary: "1k", workload: "long", units: 6e6, seconds: [0.03, 0.02, 0.04] },
    { candidate: "two-pass (x)", dictionary: "1k", workload: "long", units: 6e6, seconds: [1, 2, 3] },
    { candidate: "two-pass (y)", dictionary: "1k", workload: "long", units: 6e6, seconds: [1, 1, 1] },
    { candidate: "rival", dictionary: "1k", workload: "long", units: 1e6, seconds: [0.1, 0.1, 0.1] },
    { candidate: "slow rival", dictionary: "1k", workload: "long", units: 0, seconds: [], stopped: "stopped" },
  ];

  test("take ratios against the fastest baseline and the fastest rival, per unit read", () => {
    const [cell] = cellsOf(scan);
    expect(cell.baseline.candidate).toBe("two-pass (y)");
    expect(cell.rival.candidate).toBe("rival");
    const ratios = ratiosOf(cell, "nomlm folds");
    expect(ratios.speed).toBeCloseTo(200);
    expect(ratios.baseline).toBeCloseTo(200 / 6);
    expect(ratios.rival).toBeCloseTo(20);
    expect(ratios.rivalFastest).toBeCloseTo(30);
  });

  test("have lines of one width", () => {
    const lines = table(
      ["甲", "b"],
      [
        ["x", "12"],
        ["传销组织", "3"],
      ],
    ).split("\n");
    const widths = lines.map((line: string) => line.replace(/[\u2e80-\uffff]/g, "xx").length);
    expect(new Set(widths).size).toBe(1);
  });

  test("medians lie in the middle, and a row that was stopped has no speed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (list) => {
        const median = medianOf(list);
        expect(list.filter((x) => x < median).length).toBeLessThanOrEqual(list.length / 2);
        expect(list.filter((x) => x > median).length).toBeLessThanOrEqual(list.length / 2);
      }),
    );
    expect(speedOf(scan[4])).toBeNull();
  });
});
