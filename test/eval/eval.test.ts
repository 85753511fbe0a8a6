import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { row } from "./judged-row.js";

/** The scorecard is plain JavaScript, so its modules are read without types. */
const load = (name: string) => import(/* @vite-ignore */ new URL(`../../bench/eval/${name}`, import.meta.url).href);

const { breakdown, countFlagged, countPairs, countThreads, kindKeys, kindRowsMin, ladderOf } = await load("count.mjs");
const { countSpans, isSameElement, overlapping, placeOf } = await load("spans.mjs");
const { marker, partOf, readSets } = await load("sets.mjs");
const { isFlagged, judgeByKeywords, judgeRows, judgeThread, verdictOf } = await load("judges.mjs");
const { gateMisses } = await load("gate.mjs");
const { readSource, sourceWithOpenGate, sourceWithout } = await load("dictionary.mjs");
const { mayShow, mistakesOf, shown } = await load("mistakes.mjs");

const devset = fileURLToPath(new URL("../fixtures/devset/", import.meta.url));
const outcomes = ["none", "mention", "observe", "review", "priority"];
const anOutcome = fc.constantFrom(...outcomes);

describe("counting", () => {
  test("review and priority are flagged, and nothing else", () => {
    expect(outcomes.filter((outcome) => isFlagged({ outcome }))).toEqual(["review", "priority"]);
  });

  test("the ladder holds every row once and agrees with what is flagged", () => {
    fc.assert(
      fc.property(fc.array(anOutcome), (list) => {
        const rows = list.map((outcome) => row({}, outcome));
        const ladder = ladderOf(rows, "nomlm");
        expect(Object.keys(ladder)).toEqual(outcomes);
        for (const outcome of outcomes) expect(ladder[outcome]).toBe(list.filter((one) => one === outcome).length);
        expect(countFlagged(rows, "nomlm")).toEqual({ of: list.length, flagged: ladder.review + ladder.priority });
      }),
    );
  });

  test("a breakdown counts a row under each of its keys, by its side of the line", () => {
    const rows = [
      row({ elements: ["entry_fee", "recruit_reward"] }, "review"),
      row({ elements: ["entry_fee"] }, "observe"),
      row({ elements: ["entry_fee"], label: "report" }, "priority"),
      row({ elements: [] }, "review"),
    ];
    expect(breakdown(rows, "nomlm", ({ elements }: { elements: string[] }) => elements)).toEqual({
      entry_fee: { recruitment: { of: 2, flagged: 1 }, report: { of: 1, flagged: 1 } },
      recruit_reward: { recruitment: { of: 1, flagged: 1 } },
    });
  });

  test("kinds on too few rows are counted together, rows without a kind nowhere", () => {
    const rows = [...Array(kindRowsMin).fill("job"), ...Array(kindRowsMin - 1).fill("rare"), null].map((kind) => row({ kind }));
    const keys = kindKeys(rows);
    expect(rows.flatMap((one) => keys(one)).filter((key: string) => key === "job")).toHaveLength(kindRowsMin);
    expect(keys(row({ kind: "rare" }))).toEqual(["(rarer kinds)"]);
    expect(keys(row({ kind: null }))).toEqual([]);
  });

  test("a pair is right when its hit is caught and its miss is not", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anOutcome, anOutcome)), (pairs) => {
        const rows = pairs.flatMap(([hit, miss], k) => [row({ id: `p${k}` }, hit), row({ id: `p${k}`, label: "benign" }, miss)]);
        const right = pairs.filter(([hit, miss]) => isFlagged({ outcome: hit }) && !isFlagged({ outcome: miss })).length;
        expect(countPairs(rows, "nomlm")).toEqual({ of: pairs.length, right });
      }),
    );
  });

  test("a thread is right when recruitment is caught and anything else is left alone", () => {
    const rows = [row({}, "review"), row({}, "observe"), row({ label: "benign" }, "observe"), row({ label: "benign" }, "review")];
    expect(countThreads(rows, "nomlm")).toEqual({ of: 4, right: 2 });
  });
});

describe("evidence spans", () => {
  const text = "交三百进群，拉一个返五十";
  const labelled = [
    { text: "交三百进群", element: "entry_fee" },
    { text: "拉一个返五十", element: "recruit_reward" },
  ];

  test("overlap means at least one unit in common", () => {
    const span = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length, element: null }));
    fc.assert(
      fc.property(span, span, (place, found) => {
        const units = Array.from({ length: place.end - place.start }, (_, k) => place.start + k);
        const touch = units.some((unit) => found.start <= unit && unit < found.end);
        expect(overlapping(place, [found])).toHaveLength(touch ? 1 : 0);
      }),
    );
  });

  test("are counted per element and in all; a neighbour does not touch", () => {
    const found = [{ start: 1, end: 3, element: "recruit_reward" }];
    expect(countSpans([row({ text, spans: labelled, found })], "nomlm")).toEqual({
      all: { of: 2, overlapped: 1, sameElement: 0 },
      entry_fee: { of: 1, overlapped: 1, sameElement: 0 },
      recruit_reward: { of: 1, overlapped: 0, sameElement: 0 },
    });
    expect(overlapping(placeOf(text, "拉一个返五十"), [{ start: 0, end: 6 }])).toEqual([]);
  });

  test("of reports are not asked for, and a piece that the text lacks is missed", () => {
    const found = [{ start: 0, end: text.length, element: "entry_fee" }];
    expect(countSpans([row({ label: "report", text, spans: labelled, found })], "nomlm").all.of).toBe(0);
    const lost = [{ text: "没有", element: "entry_fee" }];
    expect(countSpans([row({ text, spans: lost, found })], "nomlm").all).toEqual({ of: 1, overlapped: 0, sameElement: 0 });
  });

  test("have the sets' names of elements", () => {
    expect(isSameElement("multi_level", "team_compensation")).toBe(true);
    expect(isSameElement("brainwash_slogan", "slogan")).toBe(true);
    expect(isSameElement("disguise", "disguise_coin")).toBe(true);
    expect(isSameElement("entry_fee", "recruit_reward")).toBe(false);
    expect(isSameElement("entry_fee", null)).toBe(false);
  });

  test("of the shipped sets stand in their texts", () => {
    const { rows } = readSets(devset, null);
    const pieces = rows.flatMap(({ text: whole, spans = [] }: { text: string; spans: { text: string }[] }) =>
      spans.map((span) => placeOf(whole, span.text)),
    );
    expect(pieces.length).toBeGreaterThan(4000);
    expect(pieces.filter((piece: unknown) => piece === null)).toEqual([]);
  });
});

describe("sets", () => {
  const recruitment = { id: "a", label: "recruitment", text: "交钱", evasions: [] };

  test("every row counts in one part", () => {
    expect(partOf(recruitment, {})).toBe("plain");
    expect(partOf({ ...recruitment, evasions: ["emoji"] }, {})).toBe("evasive");
    expect(partOf(recruitment, { idsApart: ["a"] })).toBe("apart");
    expect(partOf(recruitment, { obviousWords: ["交"] })).toBe("obvious");
    expect(partOf({ ...recruitment, strength: "weak" }, {})).toBe("plain");
    expect(partOf({ ...recruitment, strength: "weak" }, { byStrength: true })).toBe("weak");
    expect(partOf({ label: "benign", kind: "job bait" }, { kindsApart: ["job bait"] })).toBe("job bait");
    expect(partOf({ label: "benign", kind: "job bait" }, {})).toBe("benign");
    expect(partOf({ label: "disputed" }, {})).toBeNull();
  });

  test("have the sizes that their pages state", () => {
    const { rows, missing } = readSets(devset, null);
    const size = (set: string, part: string) =>
      rows.filter((one: { set: string; part: string }) => one.set === set && one.part === part).length;
    expect(size("2", "plain")).toBe(145);
    expect(size("2", "obvious")).toBe(15);
    expect(size("3", "apart")).toBe(26);
    expect([size("3", "job bait"), size("3", "other spam")]).toEqual([50, 38]);
    expect([size("pairs2", "hit"), size("pairs2", "miss")]).toEqual([80, 80]);
    expect(size("conversations2", "recruitment") + size("conversations2", "benign")).toBe(40);
    expect(missing).toEqual(["real_posts", "real_schemes", "real_mentions"]);
  });

  test("a real set is read from the second folder, and its disputed rows are left out", () => {
    const folder = mkdtempSync(join(tmpdir(), "nomlm-eval-test-"));
    try {
      const lines = [
        { id: "a", label: "recruitment", strength: "strong", text: "甲" },
        { id: "b", label: "disputed", text: "乙" },
      ];
      writeFileSync(join(folder, "real_posts.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
      const { rows, missing } = readSets(devset, folder);
      expect(missing).toEqual(["real_schemes", "real_mentions"]);
      expect(rows.filter(({ set }: { set: string }) => set === "real_posts")).toMatchObject([{ id: "a", part: "strong" }]);
      expect(() => readSets(folder, null)).toThrow("recruitment.jsonl");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("no set that is only scored is marked seen without a date", () => {
    for (const { seen, date } of marker.sets) expect(date === null).toBe(!seen);
  });
});

describe("judges", () => {
  test("the keywords are plain substrings", () => {
    expect(judgeByKeywords("上传销售表").outcome).toBe("review");
    expect(judgeByKeywords("拉人头，再拉人头").spans).toEqual([
      { start: 0, end: 3, element: null },
      { start: 5, end: 8, element: null },
    ]);
    expect(judgeByKeywords("带人进来").outcome).toBe("none");
  });

  test("a held-back finding names no rule; its quotes are still evidence", () => {
    const quote = { start: 1, end: 3, element: "entry_fee", text: "xx" };
    const finding = (rule: string, guard: string | null) => ({ rule, guard, quotes: [quote] });
    const verdict = verdictOf({
      outcome: "review",
      score: 7,
      hits: [],
      findings: [finding("a", null), finding("b", "report"), finding("a", null)],
    });
    expect(verdict.rules).toEqual(["a"]);
    expect(verdict.spans).toHaveLength(3);
  });

  test("a thread has the outcome of its last state, whole or as a word", () => {
    const filterOf = (states: unknown[]) => ({
      openConversation: () => ({ add: () => states.shift() }),
      scan: () => ({ outcome: "none", score: 0, findings: [], hits: [] }),
    });
    const messages = [{ text: "一" }, { text: "二" }];
    expect(judgeThread(filterOf([{ outcome: "review" }, { outcome: "observe" }]), messages).outcome).toBe("observe");
    expect(judgeThread(filterOf(["none", "priority"]), messages).outcome).toBe("priority");
    const [judged] = judgeRows([{ messages, text: "一\n二" }], filterOf([{ outcome: "none" }, { outcome: "review", score: 50 }]));
    expect(judged.verdicts.nomlm).toMatchObject({ outcome: "review", score: 50 });
  });
});

describe("what lacks something", () => {
  const text = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

  test("the gate's misses are recruitment rows that only the open gate catches", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("recruitment", "benign"), anOutcome, anOutcome), { maxLength: 20 }), (list) => {
        const shut = list.map(([label, outcome]) => row({ label }, outcome));
        const open = list.map(([label, , outcome]) => row({ label }, outcome));
        const caught = list.filter(([label, , outcome]) => label === "recruitment" && isFlagged({ outcome }));
        const stopped = caught.filter(([, outcome]) => !isFlagged({ outcome })).length;
        expect(Object.values(gateMisses(shut, open))).toEqual(caught.length > 0 ? [{ stopped, of: caught.length }] : []);
      }),
    );
  });

  test("without weights there is no fitted part, and all other points stay", () => {
    const source = readSource();
    const lacking = sourceWithout(source, "weights");
    expect([source.has("weights.csv"), lacking.has("weights.csv")]).toEqual([true, false]);
    expect(text(lacking.get("scoring.json"))).toEqual({ ...text(source.get("scoring.json")), fitted: null });
    expect(sourceWithOpenGate(lacking)).toBeNull();
  });

  test("an open gate changes one number", () => {
    const { fitted, ...rest } = text(readSource().get("scoring.json"));
    expect(text(sourceWithOpenGate(readSource()).get("scoring.json"))).toEqual({
      ...rest,
      fitted: { ...fitted, gateMin: -32_768, glanceMin: -32_768 },
    });
  });
});

describe("mistakes", () => {
  test("texts are shown of composed sets that may be read, ids of all", () => {
    expect(mayShow({ role: "fitted", seen: true })).toBe(true);
    expect(mayShow({ role: "scored", seen: false })).toBe(false);
    expect(mayShow({ role: "scored", seen: true })).toBe(true);
    expect(mayShow({ role: "scored", seen: true, local: true })).toBe(false);
    const sets = [
      { name: "1", role: "fitted", seen: true },
      { name: "real", role: "scored", seen: true, local: true },
    ];
    const rows = [row({ set: "real", text: "机密" }), row({ text: "公开" }), row({ part: "apart" }), row({}, "review")];
    expect(mistakesOf(sets, rows)).toMatchObject([
      { set: "1", text: "公开", side: "missed" },
      { set: "real", text: null },
    ]);
  });

  test("a text is shown as inert characters, at most sixty of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(shown(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029|]/u);
      }),
    );
    expect([...shown("𠀀".repeat(99))]).toHaveLength(60);
    expect(shown("a\u202eb\u001b[0m")).toBe("a‹202E›b‹1B›[0m");
  });
});
