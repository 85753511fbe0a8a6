import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFilter } from "../../src/index.js";
import { filterWith, term } from "./fixture.js";

describe("hits", () => {
  it.each([
    ["发展下线", [], 1],
    ["發展下線", ["traditional"], 0.99],
    ["发·展下线", ["noise"], 0.98],
    ["发\u200b展下线", ["zero_width"], 0.98],
    ["发[em]e400655[/em]展下线", ["markup"], 0.97],
    ["發·展\u200b下線", ["traditional", "noise", "zero_width"], 0.95],
    ["発展下线", ["variant"], 0.97],
  ])("%s undoes %j", async (text, undone, confidence) => {
    const filter = await filterWith([term("发展下线", "recruit_reward")]);
    expect(filter.scan(`来${text}吧`).hits).toEqual([
      { term: "发展下线", termId: "T001", element: "recruit_reward", start: 1, end: 1 + text.length, text, undone, confidence },
    ]);
  });

  it("name only what differs from the dictionary's own spelling", async () => {
    const filter = await filterWith([term("VIP会员", "entry_fee")]);
    expect(filter.scan("VIP会员").hits[0].undone).toEqual([]);
    expect(filter.scan("ＶＩＰ会员").hits[0].undone).toEqual(["width"]);
    expect(filter.scan("VIP會員").hits[0].undone).toEqual(["traditional"]);
    expect((await filterWith([term("plustoken", "scheme")])).scan("PlusToken").hits[0].undone).toEqual(["case"]);
  });

  it("slice the text, in order of start and end, whatever the text is", async () => {
    const filter = await createFilter({ terms: ["下", "线下"] });
    const piece = fc.constantFrom("发展下线", "線下", "入门费", "传销", "*", "😀", "\ud83d", "[em]e1[/em]", "。", "宣传销售", "a");
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const { hits, findings } = filter.scan(text);
        for (const span of [...hits, ...findings.flatMap((finding) => finding.quotes)])
          expect(text.slice(span.start, span.end)).toBe(span.text);
        const sorted = [...hits].sort((a, b) => a.start - b.start || a.end - b.end);
        expect(hits.map(({ start, end }) => [start, end])).toEqual(sorted.map(({ start, end }) => [start, end]));
      }),
      { numRuns: 300 },
    );
  });

  it("are the same bytes of JSON for the same text", async () => {
    const text = "發·展下線，交入门费，警方，直推三人";
    const [a, b] = await Promise.all([createFilter(), createFilter()]);
    expect(JSON.stringify(a.scan(text))).toBe(JSON.stringify(b.scan(text)));
  });

  it("of two layers come from one reading of the text, and keep their ids", async () => {
    const filter = await filterWith([term("传销", "topic"), term("下线", "recruit_reward")], { terms: ["下线", "微商"] });
    expect(filter.scan("微商下线传销").hits.map((hit) => [hit.termId, hit.start])).toEqual([
      ["custom-2", 0],
      ["T002", 2],
      ["custom-1", 2],
      ["T001", 4],
    ]);
  });
});

describe("hostile texts", () => {
  it.each([
    ["zero-width flood", "\u200b".repeat(300_000)],
    ["combining marks", `传${"\u0336".repeat(100_000)}销`],
    ["nested markup", "[em]".repeat(50_000)],
    ["unterminated tags", "<b ".repeat(50_000)],
    ["lone surrogates", "\ud83d".repeat(100_000)],
    ["one term over and over", "传销".repeat(50_000)],
    ["mixed directions", "\u202e传\u202c销".repeat(30_000)],
  ])("%s: marked, never thrown", async (_, text) => {
    const filter = await createFilter();
    const result = filter.scan(text);
    expect(result.hits.length).toBeLessThanOrEqual(10_000);
  });
});
