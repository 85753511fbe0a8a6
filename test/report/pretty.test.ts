import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPretty } from "../../src/report/pretty.js";
import { renderSummary } from "../../src/report/summary.js";
import { Tally } from "../../src/report/tally.js";
import { displayWidth } from "../../src/report/width.js";
import { hasLoneSurrogate } from "../../src/text/units.js";
import { resultOf } from "./results.js";

describe("renderPretty", () => {
  it("draws outcome, text, terms, findings and law", () => {
    const text = "交入門費３８００，發·展下線有奖励";
    const result = resultOf(
      text,
      [
        { text: "入門費", term: "入门费", undone: ["traditional"] },
        { text: "發·展下線", term: "发展下线", element: "recruit_reward", undone: ["traditional", "noise"] },
      ],
      { id: "m3", outcome: "review" },
    );
    const quotes = result.hits.map(({ element, start, end, text: quote }) => ({ element, start, end, text: quote }));
    const finding = {
      rule: "elements-together",
      elements: result.elements,
      law: ["禁止传销条例 第七条第(二)项"],
      quotes,
      guard: null,
      start: 1,
      end: 15,
    };
    expect(renderPretty({ ...result, findings: [finding] }, text, { label: "a.ndjson:3" })).toBe(
      [
        "● review  m3  a.ndjson:3  fee to join + pay for recruiting",
        "  │ 交«入門費»３８００，«發·展下線»有奖励",
        "  入门费    fee to join         written “入門費”  undone: traditional characters",
        "  发展下线  pay for recruiting  written “發·展下線”  undone: traditional characters, characters put between",
        "  → elements-together: “入門費” “發·展下線”",
        "    § 禁止传销条例 第七条第(二)项",
        "",
      ].join("\n"),
    );
  });

  it("speaks Chinese and marks mentions otherwise", () => {
    const text = "警方提醒：谨防传销";
    const context = { kind: "report", spans: [{ start: 0, end: 2, text: "警方" }] } as const;
    const result = resultOf(text, [{ text: "传销", element: "topic" }], { outcome: "mention", elements: [], context });
    expect(renderPretty(result, text, { language: "zh" })).toBe(
      "○ 提及\n  │ 警方提醒：谨防‹传销›\n  传销  话题词\n  似为通报或警示：警方\n",
    );
  });

  it("joins overlapping marks and counts a term once", () => {
    const text = "下线发展下线。下线";
    const result = resultOf(text, [{ text: "下线" }, { text: "发展下线", element: "recruit_reward" }]);
    const later = { ...(result.hits[0] as (typeof result.hits)[0]), start: 7, end: 9 };
    const lines = renderPretty({ ...result, hits: [...result.hits, later] }, text).split("\n");
    expect(lines[1]).toBe("  │ «下线»«发展下线»。«下线»");
    expect(lines[2]).toBe("  下线 ×2   fee to join");
  });

  it("shows a long text around its hits only", () => {
    const text = `${"前".repeat(500)}入门费${"中".repeat(500)}入门费${"后".repeat(500)}`;
    const result = resultOf(text, [{ text: "入门费" }]);
    const second = { ...(result.hits[0] as (typeof result.hits)[0]), start: 1003, end: 1006 };
    const shown = renderPretty({ ...result, hits: [...result.hits, second] }, text, { width: 200 }).split("\n");
    expect(shown[1]).toBe(`  │ …${"前".repeat(40)}«入门费»${"中".repeat(40)}…`);
    expect(shown[2]).toBe(`  │ …${"中".repeat(40)}«入门费»${"后".repeat(40)}…`);
  });

  it("says how many places of a long text are not shown", () => {
    const text = "入门费".padEnd(200, "。").repeat(9);
    const hit = resultOf(text, [{ text: "入门费" }]).hits[0] as ReturnType<typeof resultOf>["hits"][0];
    const hits = Array.from({ length: 9 }, (_, i) => ({ ...hit, start: i * 200, end: i * 200 + 3 }));
    expect(renderPretty({ ...resultOf(text, []), hits }, text)).toContain("(4 more places not shown)");
  });

  it("shows other parts too where one part is full of hits", () => {
    const text = `${"入门费".repeat(200)}${"中".repeat(500)}入门费${"后".repeat(300)}`;
    const hit = resultOf(text, [{ text: "入门费" }]).hits[0] as ReturnType<typeof resultOf>["hits"][0];
    const hits = [...Array.from({ length: 200 }, (_, i) => i * 3), 1100].map((start) => ({ ...hit, start, end: start + 3 }));
    const shown = renderPretty({ ...resultOf(text, []), hits }, text, { width: 400 });
    expect(shown).toContain(`…${"中".repeat(40)}«入门费»${"后".repeat(40)}…`);
    expect(shown).toMatch(/\(\d+ more places not shown\)/);
  });

  it("does not cut a character of two units", () => {
    const text = `${"𠮷".repeat(300)}入门费${"𠮷".repeat(300)}`;
    expect(hasLoneSurrogate(renderPretty(resultOf(`x${text}`, [{ text: "入门费" }]), `x${text}`))).toBe(false);
  });

  it("lists at most twelve terms", () => {
    const words = Array.from({ length: 15 }, (_, i) => `词${String.fromCharCode(0x4e00 + i)}`);
    expect(
      renderPretty(
        resultOf(
          words.join(""),
          words.map((text) => ({ text })),
        ),
        words.join(""),
      ),
    ).toContain("… and 3 more terms");
  });

  const parts = fc.array(
    fc.constantFrom("交钱", "\u001b[31m", "\u202e", "\n", "\r", "入门费", "👨\u200d👩", "𠮷", "e\u0301", "abc ", "\u009b2J", "\ud83d"),
    { maxLength: 120 },
  );

  it("keeps every line within the width, and nothing in it acts but its own colours", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 40, max: 120 }), (texts, width) => {
        const text = texts.join("");
        const result = resultOf(text, text.includes("入门费") ? [{ text: "入门费" }] : []);
        const lines = renderPretty(result, text, { width }).trimEnd().split("\n");
        for (const line of lines.filter((each) => each.startsWith("  │"))) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        const colored = renderPretty(result, text, { width, color: true });
        expect(colored.replace(/\u001b\[[\d;]+m/g, "")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it("is the same with and without colours, but for the marks", () => {
    const text = "交入门费";
    const result = resultOf(text, [{ text: "入门费" }]);
    expect(renderPretty(result, text, { color: true }).replace(/\u001b\[[\d;]+m/g, "")).toBe(
      renderPretty(result, text).replace(/[«»]/g, ""),
    );
  });
});

describe("renderSummary", () => {
  it("counts texts by outcome and element", () => {
    const tally = new Tally();
    tally.add(resultOf("入门费", [{ text: "入门费" }]));
    tally.add(resultOf("入门费入门费", [{ text: "入门费" }, { text: "入门费" }], { outcome: "review" }));
    tally.add(resultOf("好", [], { outcome: "none" }));
    tally.addReplaced(3);
    tally.unreadable = 1;
    const lines = renderSummary(tally).split("\n");
    expect(lines).toContain("Outcomes  3 texts");
    expect(lines).toContain(`  review    1  ${"█".repeat(32)}`);
    expect(lines).toContain("  priority  0");
    expect(lines).toContain(`  fee to join  2  ${"█".repeat(32)}`);
    expect(lines).toContain("1 record could not be read");
    expect(lines).toContain("3 broken byte sequences in 1 record replaced by U+FFFD");
    expect(lines).toContain(`Dictionary  test 1.0.0  sha256 ${"ab".repeat(32)}`);
  });

  it("counts elements that phrases show where there is no term", () => {
    const tally = new Tally();
    tally.add(resultOf("好", [], { elements: ["slogan"] }));
    expect(renderSummary(tally)).toContain("  slogan  1  ");
  });

  it("says nothing of a dictionary when nothing was scanned", () => expect(renderSummary(new Tally())).not.toContain("sha256"));
});
