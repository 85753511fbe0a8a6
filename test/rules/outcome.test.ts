/** The judge, with dictionaries small enough to see every point of a score. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFilter, type FilterOptions } from "../../src/index.js";
import { passagesMax, quotesMax } from "../../src/rules/judge.js";
import { passageUnitsMax } from "../../src/rules/passage.js";
import type { Scoring } from "../../src/rules/scoring.js";
import { term } from "../scan/fixture.js";
import { artifactWithRules, type BookRows, mute } from "./fixture.js";

const filterOf = (rows: BookRows, options: FilterOptions = {}) => createFilter({ ...options, dictionary: artifactWithRules(rows) });
const pad = (units: number) => "天".repeat(units);

const terms = [
  term("入门费", "entry_fee"),
  term("拉人头", "recruit_reward"),
  term("见点奖", "team_compensation"),
  term("躺赚", "slogan"),
  term("传销", "topic", "mention"),
  term("警方", "report_context", "cue"),
];
const scoring: Partial<Scoring> = {
  evidence: { entry_fee: 12, recruit_reward: 20, team_compensation: 30, slogan: 5 },
  context: [
    { kind: "report", class: "cues", points: -40, most: 1 },
    { kind: "joke", class: "laugh", points: -7, most: 2 },
  ],
  contextUnits: 10,
  observe: 12,
  review: 50,
  priority: 80,
};
const words = { laugh: ["哈哈", "玩笑", "嘻嘻"], invite: ["加入"] };
const rows: BookRows = {
  terms,
  words,
  scoring,
  phrases: { fee: ["entry_fee", "先交 ..3 {money}"], odd: ["slogan", "发财 ..3 玩笑 ..3 梦"] },
  laws: [
    { id: "L1", element: "entry_fee", instrument: "条例", article: "第七条", version: "1", from: "2005-11-01" },
    { id: "L0", element: "entry_fee", instrument: "旧条例", article: "第一条", version: "1", from: "1998-01-01", to: "2005-11-01" },
  ],
  rules: [
    { id: "R1", all: ["entry_fee", "recruit_reward"], window: 20, outcome: "review", points: 18 },
    { id: "R2", all: ["team_compensation", "recruit_reward"], none: ["<laugh>"], window: 20, outcome: "priority", points: 30 },
    { id: "R3", any: ["entry_fee", "slogan", "<invite>"], anyMin: 2, window: 12, outcome: "observe", points: 1 },
  ],
};
const filter = await filterOf(rows);
const of = (text: string) => filter.scan(text, { explain: true });
const pointsOf = (text: string) => (of(text).reasons ?? []).map(({ kind, name, points }) => `${kind} ${name} ${points}`);

describe("points", () => {
  it.each<[string, string, string[], number, string]>([
    ["nothing", "今天天气好", [], 0, "none"],
    ["evidence", "入门费", ["evidence entry_fee 12"], 12, "observe"],
    ["an element once", "入门费和入门费，先交300元", ["evidence entry_fee 12"], 12, "observe"],
    ["a phrase without a term", "先交300元", ["evidence entry_fee 12"], 12, "observe"],
    ["a rule", "入门费拉人头", ["evidence entry_fee 12", "evidence recruit_reward 20", "rule R1 18"], 50, "review"],
    ["a rule whose pieces are too few", "入门费", ["evidence entry_fee 12"], 12, "observe"],
    ["a rule that asks for some of several", "入门费加入", ["evidence entry_fee 12", "rule R3 1"], 13, "observe"],
    ["a word that is no evidence", "加入", [], 0, "none"],
    [
      "points alone, without a rule for review",
      "见点奖入门费天天躺赚",
      ["evidence entry_fee 12", "evidence slogan 5", "evidence team_compensation 30", "rule R3 1"],
      48,
      "observe",
    ],
    ["priority", "见点奖拉人头", ["evidence recruit_reward 20", "evidence team_compensation 30", "rule R2 30"], 80, "priority"],
    [
      "a cap at 100",
      "见点奖拉人头入门费躺赚",
      [
        "cap 100 -16",
        "evidence entry_fee 12",
        "evidence recruit_reward 20",
        "evidence slogan 5",
        "evidence team_compensation 30",
        "rule R1 18",
        "rule R2 30",
        "rule R3 1",
      ],
      100,
      "priority",
    ],
    ["a cap at 0", "警方入门费", ["cap 0 28", "context report -40", "evidence entry_fee 12"], 0, "mention"],
    ["words of a context, each once", "入门费哈哈哈哈", ["context joke -7", "evidence entry_fee 12"], 5, "mention"],
    [
      "different words of a context, as many as may count",
      "入门费哈哈玩笑嘻嘻",
      ["cap 0 2", "context joke -14", "evidence entry_fee 12"],
      0,
      "mention",
    ],
  ])("%s", (_, text, reasons, score, outcome) => {
    expect(pointsOf(text).sort()).toEqual([...reasons].sort());
    expect(of(text)).toMatchObject({ score, outcome });
  });

  it("says the same with and without reasons, which add up to the score", () => {
    const parts = [...terms.map((one) => one.text), ...words.laugh, "加入", "先交300元", "，", "发财玩笑梦", pad(9), "\n", pad(300)];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (list) => {
        const text = list.join("");
        const { reasons, ...told } = of(text);
        expect((reasons ?? []).reduce((sum, { points }) => sum + points, 0)).toBe(told.score);
        const { reasons: none, ...plain } = filter.scan(text);
        expect(none ?? null).toBeNull();
        expect(plain).toEqual(told);
        for (const { quotes } of reasons ?? [])
          for (const { start, end, text: quoted } of quotes) expect(text.slice(start, end)).toBe(quoted);
      }),
      { numRuns: 300 },
    );
  });
});

describe("windows of rules", () => {
  const rulesIn = (text: string) => of(text).findings.map(({ rule }) => rule);

  it.each([
    ["at the edge", `入门费${pad(14)}拉人头`, ["R1"]],
    ["beyond it", `入门费${pad(15)}拉人头`, []],
    ["the other way round", `拉人头${pad(14)}入门费`, ["R1"]],
    ["in a later window", `入门费${pad(40)}入门费拉人头`, ["R1"]],
    ["with what is forbidden behind", "见点奖拉人头哈哈", []],
    ["with what is forbidden before", "哈哈见点奖拉人头", []],
    ["with what is forbidden between", "见点奖哈哈拉人头", []],
    ["forbidden at the edge before", `哈哈${pad(16)}见点奖拉人头`, []],
    ["forbidden beyond it before", `哈哈${pad(17)}见点奖拉人头`, ["R2"]],
    ["forbidden at the edge behind", `见点奖拉人头${pad(13)}哈哈`, []],
    ["forbidden beyond it behind", `见点奖拉人头${pad(14)}哈哈`, ["R2"]],
    ["forbidden near the first pair only", `哈哈见点奖拉人头${pad(60)}见点奖拉人头`, ["R2"]],
  ])("%s", (_, text, rules) => {
    expect(rulesIn(text)).toEqual(rules);
  });

  it("of no length are the whole passage", async () => {
    const whole = await filterOf({ terms, words, rules: [{ id: "R", all: ["entry_fee", "recruit_reward"], none: ["<laugh>"] }] });
    const found = (text: string) => whole.scan(text).findings.length;
    expect([found(`入门费${pad(500)}拉人头`), found(`入门费${pad(500)}拉人头${pad(200)}哈哈`)]).toEqual([1, 0]);
  });
});

describe("context", () => {
  it.each([
    ["at the edge behind", `入门费拉人头${pad(10)}警方`, 10],
    ["beyond it behind", `入门费拉人头${pad(11)}警方`, 50],
    ["at the edge before", `警方${pad(10)}入门费拉人头`, 10],
    ["beyond it before", `警方${pad(11)}入门费拉人头`, 50],
    ["far from one piece, near the other", `入门费${pad(8)}拉人头${pad(5)}警方`, 10],
  ])("%s", (_, text, score) => {
    expect(of(text).score).toBe(score);
  });

  it("does not count inside a quote, and does outside", () => {
    expect(pointsOf("发财玩笑梦")).toEqual(["evidence slogan 5"]);
    expect(pointsOf("发财玩笑梦，玩笑")).toEqual(["evidence slogan 5"]); // a word counts where it first stands
    expect(pointsOf("玩笑，发财玩笑梦").sort()).toEqual(["cap 0 2", "context joke -7", "evidence slogan 5"]);
  });

  it("holds a finding back, and says which and by what words", () => {
    const held = of("警方：入门费拉人头，哈哈");
    expect(held).toMatchObject({ outcome: "mention", context: { kind: "report", spans: [{ start: 0, end: 2, text: "警方" }] } });
    expect(held.findings.map(({ rule, guard }) => [rule, guard])).toEqual([["R1", "report"]]);
    expect(of("入门费拉人头").context).toBeNull();
  });
});

describe("the floor", () => {
  it.each([
    ["a mention term", "这是传销", "mention"],
    ["a cue", "警方", "none"],
    ["a hit that stands free", "躺赚", "observe"],
    ["a hit near what speaks against it", "躺赚，警方", "mention"],
    ["a phrase that has too few points", "发财玩笑梦", "none"],
  ])("%s", (_, text, outcome) => {
    expect(of(text).outcome).toBe(outcome);
  });

  it("is the outcome that a run-time term brings, whatever stands around it", async () => {
    const own = await filterOf(rows, {
      terms: [
        "我站黑话",
        { term: "门票", element: "entry_fee" },
        { term: "内部词", outcome: "observe" },
        { term: "急词", outcome: "priority" },
      ],
    });
    const outcomeOf = (text: string) => own.scan(text).outcome;
    expect(["警方说我站黑话", "警方说内部词", "急词", "门票", "门票拉人头"].map(outcomeOf)).toEqual([
      "review",
      "observe",
      "priority",
      "observe",
      "review",
    ]);
  });
});

describe("the fitted part", () => {
  const fitted = { ...mute, strengths: { entry_fee: 2 }, gateMin: 3, gateDefault: -1 };
  const weights = {
    甲: { entry_fee: 127, offer: 127 },
    甲甲: { gate: 9, entry_fee: 127, offer: 127 },
    甲乙: { gate: 9 },
    丙: { offer: 32 },
    丁: { report: -64 },
    丁甲: { gate: 1 },
  };
  const make = (most: number, rest: Partial<BookRows> = {}) =>
    filterOf({ terms, words, scoring: { ...scoring, evidence: {}, fitted: { ...fitted, most } }, weights, ...rest });

  it("is never above review by itself, however many points it has", async () => {
    const alone = (await make(79)).scan("甲甲甲甲", { explain: true });
    expect(alone).toMatchObject({ outcome: "review", score: 79 });
    expect(alone.findings).toMatchObject([{ rule: "fitted", elements: ["entry_fee"], guard: null }]);
    const most = fc.integer({ min: 0, max: 200 });
    await fc.assert(
      fc.asyncProperty(most, async (limit) => {
        const { outcome, score } = (await make(limit)).scan("甲甲甲甲");
        expect(score).toBe(Math.min(limit, 99));
        expect(outcome).toBe(limit >= 50 ? "review" : limit >= 12 ? "observe" : "none");
      }),
      { numRuns: 20 },
    );
  });

  it("may fall short of review by 6 points where evidence makes up the rest, and by no more", async () => {
    const outcomeAt = async (most: number) =>
      (await filterOf({ terms, scoring: { ...scoring, fitted: { ...fitted, most } }, weights })).scan("甲甲甲甲，见点奖");
    expect(await outcomeAt(50 - 6)).toMatchObject({ outcome: "review", score: 80 - 6 });
    expect(await outcomeAt(49 - 6)).toMatchObject({ outcome: "observe", score: 79 - 6 });
  });

  it("reaches priority together with a rule that has it", async () => {
    const rules = [{ id: "P", all: ["recruit_reward"], outcome: "priority" as const, points: 10 }];
    expect((await make(79, { rules })).scan("甲甲甲甲拉人头")).toMatchObject({ outcome: "priority", score: 89 });
    expect((await make(79, { rules: [{ ...rules[0], outcome: "review" }] })).scan("甲甲甲甲拉人头")).toMatchObject({
      outcome: "review",
      score: 89,
    });
  });

  it("is not asked where the gate is shut, unless a term hits", async () => {
    const shut = await make(79);
    expect(shut.scan("丙丙丙", { explain: true })).toMatchObject({ outcome: "none", score: 0, reasons: [] });
    expect(shut.scan("丙，拉人头").score).toBe(10);
    expect(shut.scan("甲乙甲乙丙").score).toBeGreaterThan(0);
  });

  it("takes no more away than it may", async () => {
    const down = await filterOf({
      terms,
      scoring: { ...scoring, fitted: { ...fitted, least: -5 } },
      weights,
    });
    const text = "丁拉人头";
    expect(down.scan(text, { explain: true }).reasons?.map(({ kind, points }) => [kind, points])).toEqual([
      ["evidence", 20],
      ["fitted", -20],
      ["limit", 15],
    ]);
    expect(down.scan(text).score).toBe(15);
  });
});

describe("a passage that the fitted part rules out", () => {
  const make = (base: number) =>
    filterOf({
      ...rows,
      scoring: { ...scoring, fitted: { ...mute, base } },
    });

  it("is not searched for phrases, which could not make up for it", async () => {
    const reasonsOf = async (base: number, text: string) =>
      (await make(base)).scan(text, { explain: true }).reasons?.map(({ kind, points }) => [kind, points]);
    expect(await reasonsOf(-1, "先交300元")).toEqual([
      ["fitted_rest", -1],
      ["cap", 1],
    ]);
    expect(await reasonsOf(0, "先交300元")).toEqual([["evidence", 12]]);
    expect((await reasonsOf(-1, "先交300元，拉人头"))?.slice(0, 2)).toEqual([
      ["evidence", 12],
      ["evidence", 20],
    ]);
  });
});

describe("passages of a long text", () => {
  const line = `${pad(passageUnitsMax - 100)}\n`;

  it("count the highest, and tell of all that reach review", () => {
    const text = `入门费${line}见点奖拉人头${line}入门费拉人头${line}`;
    const result = of(text);
    expect(result).toMatchObject({ outcome: "priority", score: 80 });
    expect(result.findings.map(({ rule, start }) => [rule, text.slice(start, start + 3)])).toEqual([
      ["R2", "见点奖"],
      ["R1", "入门费"],
    ]);
  });

  it("do not join what stands in different ones, which a short text would", async () => {
    const whole = await filterOf({ terms, words, rules: [{ id: "R", all: ["entry_fee", "recruit_reward"] }], scoring });
    expect(whole.scan(`入门费${line}拉人头${line}`).findings).toEqual([]);
    expect(whole.scan("入门费，\n拉人头").findings.length).toBe(1);
  });

  it("skip those that the gate finds quiet", async () => {
    const fitted = { ...mute, gateMin: 3, gateDefault: -1 };
    const weights = { 先交: { gate: 127 } };
    const quiet = await filterOf({ ...rows, scoring: { ...scoring, fitted }, weights });
    expect(quiet.scan("发财玩笑梦", { explain: true }).reasons).toEqual([]);
    expect(quiet.scan(`先交300元${line}发财玩笑梦${line}`, { explain: true }).reasons?.map(({ name }) => name)).toEqual(["entry_fee"]);
    expect(quiet.scan(`发财玩笑梦${line}先交300元${line}`, { explain: true }).reasons?.map(({ name }) => name)).toEqual(["entry_fee"]);
  });

  it("are cut at the most that are weighed, and say so", async () => {
    const roomy = await filterOf(rows, { limits: { textUnitsMax: 10_000_000 } });
    const long = `拉人头${line}`;
    expect(roomy.scan(long.repeat(passagesMax)).truncated ?? false).toBe(false);
    const cut = roomy.scan(`${long.repeat(passagesMax)}见点奖拉人头${line}`);
    expect(cut).toMatchObject({ truncated: true, outcome: "observe", score: 20 });
  });
});

describe("findings", () => {
  it("quote what they rest on, in order, and cite the clause in force of each element that has one", () => {
    expect(of("交入门费，拉人头有奖").findings).toEqual([
      {
        rule: "R1",
        elements: ["entry_fee", "recruit_reward"],
        start: 1,
        end: 8,
        law: ["条例 第七条"],
        quotes: [
          { element: "entry_fee", start: 1, end: 4, text: "入门费" },
          { element: "recruit_reward", start: 5, end: 8, text: "拉人头" },
        ],
        guard: null,
      },
    ]);
  });

  it("join quotes of one element that overlap", async () => {
    const overlapping = await filterOf({
      terms: [term("拉人头", "recruit_reward"), term("入门费", "entry_fee")],
      phrases: { a: ["recruit_reward", "人头 ..2 奖励"], b: ["recruit_reward", "奖励 ..2 多多"] },
      rules: [{ id: "R", all: ["recruit_reward", "entry_fee"] }],
    });
    expect(overlapping.scan("拉人头就奖励多多，入门费").findings[0].quotes.map(({ text }) => text)).toEqual(["拉人头就奖励多多", "入门费"]);
  });

  it("quote no more than a person would read", async () => {
    const whole = await filterOf({ terms, rules: [{ id: "R", all: ["recruit_reward", "entry_fee"] }], scoring });
    expect(whole.scan("入门费，拉人头，".repeat(90)).findings[0].quotes.length).toBe(quotesMax);
  });

  it("of words alone are none: a person has nothing to read", async () => {
    const bare = await filterOf({ words, rules: [{ id: "R", all: ["<invite>"], points: 60 }], scoring });
    expect(bare.scan("加入")).toMatchObject({ findings: [], score: 60, outcome: "review" });
  });
});
