import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Element } from "../../src/dictionary/model.js";
import { contextUnitsMax, quotesMax, togetherUnitsMax } from "../../src/rules/judge.js";
import { filterWith, term } from "../scan/fixture.js";

const words = [
  term("入门费", "entry_fee"),
  term("拉人头", "recruit_reward"),
  term("见点奖", "team_compensation"),
  term("静态收益", "return_promise"),
  term("躺赚", "slogan"),
  term("传销", "topic", "mention"),
  term("共同富裕", "slogan", "evidence"),
  term("警方", "report_context", "cue"),
  term("五级三阶", "team_compensation"),
  term("五级三阶制", "team_compensation"),
];
const filter = await filterWith(words);
const of = (text: string) => filter.scan(text);
const pad = (units: number) => "，".repeat(units);

/** docs/outcome.md, "Until rules come". */
describe("the ladder before rules", () => {
  it.each([
    ["nothing", "今天天气好", "none"],
    ["an evidence word", "共同富裕", "none"],
    ["a cue", "警方", "none"],
    ["a mention term", "这是传销", "mention"],
    ["mention terms do not add up", "传销传销入", "mention"],
    ["one legal element", "入门费", "observe"],
    ["one element twice", "入门费和入门费", "observe"],
    ["two supporting elements", "静态收益躺赚", "observe"],
    ["two legal elements", "入门费拉人头", "review"],
    ["a legal and a supporting element", "拉人头躺赚", "review"],
    ["two legal elements at the edge", `入门费${pad(togetherUnitsMax)}拉人头`, "review"],
    ["two legal elements beyond it", `入门费${pad(togetherUnitsMax + 1)}拉人头`, "observe"],
    ["a cue at the edge", `入门费${pad(contextUnitsMax)}警方`, "mention"],
    ["a cue beyond it", `入门费${pad(contextUnitsMax + 1)}警方`, "observe"],
    ["a cue before the hit", `警方${pad(3)}入门费拉人头`, "mention"],
    ["a cue near one of two hits", `警方入门费${pad(60)}拉人头`, "observe"],
    ["a cue far from the pair", `警方${pad(60)}入门费拉人头`, "review"],
    ["a supporting element between legal ones of one kind", "入门费躺赚入门费", "review"],
    ["a term inside a longer one is no second piece", "五级三阶制", "observe"],
  ])("%s", (_, text, outcome) => {
    expect(of(text).outcome).toBe(outcome);
  });

  it("never says priority, and gives no points", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words.map((word) => word.text), "，", "好"), { maxLength: 20 }), (parts) => {
        const { outcome, score, findings, hits } = of(parts.join(""));
        expect(outcome).not.toBe("priority");
        expect(score).toBe(0);
        expect(outcome === "review").toBe(findings.length > 0);
        expect(outcome === "none").toBe(hits.length === 0);
      }),
    );
  });

  it("is the naive reading of the conditions", () => {
    const legal = new Set<Element>(["entry_fee", "recruit_reward", "team_compensation"]);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom("入门费", "拉人头", "见点奖", "静态收益", "躺赚", "警方"), fc.integer({ min: 1, max: 90 }).map(pad)),
          { maxLength: 12 },
        ),
        (parts) => {
          const text = parts.join("");
          const hits = of(text).hits;
          const cues = [...text.matchAll(/警方/g)].map((match) => ({ start: match.index, end: match.index + 2 }));
          const between = (a: { start: number; end: number }, b: { start: number; end: number }) =>
            Math.max(0, a.start - b.end, b.start - a.end);
          const free = hits.filter((hit) => !cues.some((cue) => between(cue, hit) <= contextUnitsMax));
          const pair = free.some((a) =>
            free.some(
              (b) => a.element !== b.element && (legal.has(a.element) || legal.has(b.element)) && between(a, b) <= togetherUnitsMax,
            ),
          );
          expect(of(text).outcome).toBe(hits.length === 0 ? "none" : pair ? "review" : free.length > 0 ? "observe" : "mention");
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the finding", () => {
  it("quotes what it rests on, and cites the clause of each legal element", () => {
    expect(of("交入门费，拉人头有奖，静态收益高").findings).toEqual([
      {
        rule: "elements-together",
        elements: ["entry_fee", "recruit_reward", "return_promise"],
        start: 1,
        end: 15,
        law: ["禁止传销条例 第七条第(二)项", "禁止传销条例 第七条第(一)项"],
        quotes: [
          { element: "entry_fee", start: 1, end: 4, text: "入门费" },
          { element: "recruit_reward", start: 5, end: 8, text: "拉人头" },
          { element: "return_promise", start: 11, end: 15, text: "静态收益" },
        ],
        guard: null,
      },
    ]);
  });

  it("quotes no more than a person would read", () => {
    expect(of("入门费拉人头".repeat(quotesMax)).findings[0].quotes.length).toBe(quotesMax);
  });

  it("gives way to the context, which names its words", () => {
    expect(of("警方：入门费拉人头")).toMatchObject({
      findings: [],
      context: { kind: "report", spans: [{ start: 0, end: 2, text: "警方" }] },
    });
  });
});

describe("run-time terms", () => {
  it("are review by themselves, whatever stands around them", async () => {
    const own = await filterWith(words, { terms: ["我站黑话"] });
    expect(own.scan("警方说我站黑话").outcome).toBe("review");
  });

  it("may bring an element and take part in findings, or an outcome", async () => {
    const own = await filterWith(words, {
      terms: [
        { term: "门票", element: "entry_fee" },
        { term: "内部词", outcome: "observe" },
      ],
    });
    expect(own.scan("门票").outcome).toBe("observe");
    expect(own.scan("门票拉人头").outcome).toBe("review");
    expect(own.scan("内部词").outcome).toBe("observe");
  });
});
