/** The explanation of the built-in dictionary, on every recruitment text of the development set. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFilter } from "../../src/index.js";
import type { Reason } from "../../src/rules/finding.js";

const folder = "test/fixtures/devset";
const texts = readdirSync(folder)
  .filter((name) => /^recruitment\d*\.jsonl$/.test(name))
  .flatMap((name) => readFileSync(`${folder}/${name}`, "utf8").split("\n"))
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);
const filter = await createFilter();
const reasonsOf = (text: string) => filter.scan(text, { explain: true }).reasons ?? [];
const sum = (reasons: readonly Reason[]) => reasons.reduce((total, { points }) => total + points, 0);
/** A character that no word, phrase or weight of the dictionary holds. */
const blank = "\u6c35";

describe("reasons of the built-in dictionary", () => {
  it("add up to the score, and quote the text", () => {
    expect(texts.length).toBeGreaterThan(1000);
    for (const text of texts) {
      const { score, reasons } = filter.scan(text, { explain: true });
      expect(sum(reasons ?? []), text).toBe(score);
      for (const { quotes } of reasons ?? []) for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  });

  it("add up for any string, and for any cut of texts joined", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(...texts).chain((text) => fc.nat(text.length).map((at) => text.slice(at))),
      fc.constantFrom("\n", "。", "，".repeat(700), "警方提示：", "招聘", "？"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const { reasons, ...told } = filter.scan(text, { explain: true });
        expect(sum(reasons ?? [])).toBe(told.score);
        expect(told.score).toBeGreaterThanOrEqual(0);
        expect(told.score).toBeLessThanOrEqual(100);
        const { reasons: _, ...plain } = filter.scan(text);
        expect(plain).toEqual(told);
      }),
      { numRuns: 400 },
    );
  });

  it("are tested with a blank that the dictionary does not know", () => {
    const files = (readdirSync("dict", { recursive: true }) as string[]).filter((name) => name.endsWith(".csv"));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((name) => readFileSync(`dict/${name}`, "utf8").includes(blank))).toEqual([]);
  });

  // A blank may bring something else to light (a rule that forbade what stood there, a number read another way): that is not compared.
  it("are what evidence and rules rest on: with the quotes of an element blanked, what they gave falls", () => {
    let blanked = 0;
    for (const text of texts) {
      const before = restOn(reasonsOf(text));
      for (const { quotes, points } of before.filter(({ kind }) => kind === "evidence")) {
        expect(points).toBeGreaterThan(0);
        const units = text.split("");
        for (const { start, end } of quotes) units.fill(blank, start, end);
        const left = restOn(reasonsOf(units.join(""))).filter(({ name }) => before.some((one) => one.name === name));
        expect(sum(left), text).toBeLessThan(sum(before));
        blanked++;
      }
    }
    expect(blanked).toBeGreaterThan(1000);
  });
});

function restOn(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ kind }) => kind === "evidence" || kind === "rule");
}
