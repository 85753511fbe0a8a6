import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPretty } from "../../src/report/pretty.js";
import { reasonRows } from "../../src/report/reasons.js";
import type { Reason } from "../../src/report/result.js";
import { reportWords } from "../../src/report/words.js";
import { contextKinds } from "../../src/rules/finding.js";
import { resultOf } from "./results.js";

const rows = (reasons: readonly Reason[], score: number, language: "en" | "zh" = "en") =>
  reasonRows(reasons, score, { paint: (_style, text) => text, words: reportWords[language] });

const reason = (kind: Reason["kind"], name: string, points: number, more: Partial<Reason> = {}): Reason => ({
  kind,
  name,
  points,
  law: [],
  quotes: [],
  ...more,
});
const quote = (start: number, text: string) => ({ start, end: start + text.length, text });

const reasons = [
  reason("evidence", "entry_fee", 6, {
    law: ["禁止传销条例 第七条第(二)项"],
    quotes: [quote(0, "交3800元入门费"), quote(6, "入门费")],
  }),
  reason("rule", "fee-and-head-reward", 10, { quotes: [quote(0, "交3800元入门费"), quote(10, "直推")] }),
  reason("context", "question", -4, { quotes: [quote(14, "吗")] }),
  reason("fitted", "entry_fee+recruit_reward", 90, { quotes: [quote(0, "交3800元")] }),
  reason("fitted", "words", -3, { quotes: [quote(10, "直推")] }),
  reason("fitted_rest", "", 24),
  reason("limit", "fitted", -11),
  reason("cap", "100", -12),
];

describe("reasonRows", () => {
  it("gives each reason its points, the fitted part by pieces, the cap and the sum", () => {
    expect(rows(reasons, 100)).toEqual([
      "  why",
      "     +6  fee to join: “交3800元入门费”",
      "         § 禁止传销条例 第七条第(二)项",
      "    +10  rule fee-and-head-reward: “交3800元入门费” “直推”",
      "     -4  reads like a question or a doubt: “吗”",
      "   +100  fitted part",
      "          +90  fee to join + pay for recruiting: “交3800元”",
      "           -3  wording: “直推”",
      "          +24  starting value and smaller features",
      "          -11  limit of the fitted part",
      "    -12  the score ends at 100",
      "  = 100  score",
    ]);
  });

  it("speaks Chinese", () => {
    const lines = rows(reasons, 100, "zh");
    expect(lines[0]).toBe("  理由");
    expect(lines).toContain("     +6  入门费：“交3800元入门费”");
    expect(lines).toContain("          +90  入门费＋拉人头：“交3800元”");
    expect(lines.at(-1)).toBe("  = 100  分值");
  });

  it("says that there was nothing to weigh", () => expect(rows([], 0)).toEqual(["  why", "      0  nothing to weigh", "    = 0  score"]));

  const kinds = fc.constantFrom<Reason["kind"]>("evidence", "rule", "context", "fitted", "fitted_rest", "limit");
  const names = fc.constantFrom("entry_fee", "slogan+entry_fee", "words", "a-rule", "constructor", "\u001b[2J\u202e", ...contextKinds);
  const any = fc.record({
    kind: kinds,
    name: names,
    points: fc.integer({ min: -99, max: 99 }),
    law: fc.constant<string[]>([]),
    quotes: fc.array(
      fc.constantFrom("入门费", "\u001b[31m", "\u202e", "\n", "𠮷".repeat(60)).map((text) => quote(0, text)),
      { maxLength: 9 },
    ),
  });

  it("shows lines whose points add up to the sum, and nothing that acts on a terminal", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (list) => {
        const total = list.reduce((sum, { points }) => sum + points, 0);
        const score = Math.max(0, Math.min(100, total));
        const lines = rows(total === score ? list : [...list, reason("cap", `${score}`, score - total)], score);
        const outer = lines.slice(1, -1).flatMap((line) => (/^ {2} {0,4}([+-]?\d+) {2}\S/.exec(line) ?? []).slice(1));
        expect(outer.reduce((sum, points) => sum + Number(points), 0)).toBe(score);
        expect(lines.join("")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe("renderPretty", () => {
  const text = "交入门费";
  const result = resultOf(text, [{ text: "入门费" }], { score: 6 });

  it("shows reasons below the result, and only where it has them", () => {
    const reasons = [reason("evidence", "entry_fee", 6, { quotes: [quote(1, "入门费")] })];
    const shown = renderPretty({ ...result, reasons }, text);
    expect(shown).toBe(`${renderPretty(result, text)}${rows(reasons, 6).join("\n")}\n`);
  });

  it("says what held a finding back", () => {
    const quotes = [{ ...quote(1, "入门费"), element: "entry_fee" as const }];
    const finding = { rule: "x", elements: result.elements, law: [], quotes, guard: "employment" as const, start: 1, end: 4 };
    expect(renderPretty({ ...result, findings: [finding] }, text)).toContain("→ x: “入门费”  (held back: reads like employment)");
  });
});
