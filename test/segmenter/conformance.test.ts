/** One suite, run on every judge: what the filter may rely on whichever one a platform takes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFilter } from "../../src/index.js";
import { judgedUnitsMax } from "../../src/scan/segmenter.js";
import type { Segmenter } from "../../src/segmenter/index.js";
import { judgesUnderTest } from "./judges.js";

/** Seams of two words at which a term appears by accident, and the same terms where they are meant. */
const accidents: readonly (readonly [text: string, term: string])[] = [
  ["宣传销售", "传销"],
  ["上传销售", "传销"],
  ["一直推进", "直推"],
  ["时间推移", "间推"],
  ["严重消耗", "重消"],
  ["云集品质", "云集品"],
  ["我们公司的宣传销售一体化方案", "传销"],
  ["请大家上传销售数据", "传销"],
  ["项目一直推进得很顺利", "直推"],
  ["随着时间推移会好的", "间推"],
  ["电池严重消耗", "重消"],
  ["追求云集品质生活", "云集品"],
];
const meant: readonly (readonly [text: string, term: string])[] = [
  ["这是传销", "传销"],
  ["直推三人", "直推"],
  ["间推拿5%", "间推"],
  ["重消积分", "重消"],
  ["云集品案", "云集品"],
  ["他们是搞传销的", "传销"],
  ["警惕网络传销组织", "传销"],
  ["直推一个人奖励200", "直推"],
  ["每月重消积分300", "重消"],
];
const wellFormed = fc.string({ unit: "grapheme", maxLength: 64 });
/** Lone surrogates, controls, zero-width characters and markup included: a window may be cut anywhere. */
const anyWindow = fc.oneof(
  fc.string({ unit: "binary", maxLength: 64 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 64 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom("传", "销", "宣", "上", "直", "推", "A", "1", " ", "\u200b", "\ud842", "\udfb7", "\0", "😀"), { maxLength: 32 })
    .map((parts) => parts.join("")),
);

for (const { name, segmenter, absence } of await judgesUnderTest()) {
  describe.skipIf(segmenter === null)(`${name}${absence === "" ? "" : ` (skipped: ${absence})`}`, () => {
    const bordersIn = (text: string): number[] => [...(segmenter?.boundaries(text) ?? [])];

    /** Is the term, given at run time and so without boundary data of its own, a hit in the text when this judge decides? */
    const isHit = async (text: string, term: string, judge = segmenter): Promise<boolean> => {
      const terms = [{ term, boundary: "none" as const }];
      const filter = await createFilter(judge === null ? { terms } : { terms, segmenter: judge });
      return filter.scan(text).hits.some((hit) => hit.termId === "custom-1");
    };

    it("has its name", () => {
      expect(segmenter?.name).toBe(name);
    });

    it.each(accidents)("%s: %s stands there by accident, and falls by this judge alone", async (text, term) => {
      expect(await isHit(text, term, null)).toBe(true);
      expect(await isHit(text, term)).toBe(false);
    });

    it.each(meant)("%s: %s is meant", async (text, term) => {
      expect(await isHit(text, term)).toBe(true);
    });

    it("never sees a long text", async () => {
      const seen: number[] = [];
      const judge: Segmenter = {
        name: "watched",
        boundaries: (text) => {
          seen.push(text.length);
          return segmenter?.boundaries(text) ?? [];
        },
      };
      const filter = await createFilter({ terms: ["传销"], segmenter: judge });
      const text = `${"我们公司的宣传销售一体化方案，".repeat(400)}${"传".repeat(500)}销这是传销`;
      expect(filter.scan(text).hits.some((hit) => hit.end === text.length)).toBe(true);
      expect(seen.length).toBeGreaterThan(400);
      expect(Math.max(...seen)).toBeLessThanOrEqual(judgedUnitsMax);
    });

    it("gives ascending borders from 0 to the length, for any text whatever", () => {
      fc.assert(
        fc.property(fc.oneof(wellFormed, anyWindow), (text) => {
          const borders = bordersIn(text);
          expect(borders[0]).toBe(0);
          expect(borders.at(-1)).toBe(text.length);
          expect(borders.every((border, i) => i === 0 || border > (borders[i - 1] as number))).toBe(true);
        }),
      );
    });

    it("never cuts a surrogate pair", () => {
      fc.assert(
        fc.property(wellFormed, (text) => {
          const cut = bordersIn(text).filter((at) => /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at)));
          expect(cut).toEqual([]);
        }),
      );
    });

    it("keeps no state: the same text gives the same borders, whatever came between", () => {
      fc.assert(
        fc.property(anyWindow, anyWindow, (text, other) => {
          const before = bordersIn(text);
          bordersIn(other);
          expect(bordersIn(text)).toEqual(before);
        }),
      );
    });
  });
}
