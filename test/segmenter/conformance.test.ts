/** One suite, run on every judge: what the filter may rely on whichever one a platform takes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
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

    it("has its name", () => {
      expect(segmenter?.name).toBe(name);
    });

    it.each(accidents)("%s: %s stands there by accident", (text, term) => {
      expect(isRefused(bordersIn(text), text.indexOf(term), term.length)).toBe(true);
    });

    it.each(meant)("%s: %s is meant", (text, term) => {
      expect(isRefused(bordersIn(text), text.indexOf(term), term.length)).toBe(false);
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

/** The filter's rule: a hit of at most two characters falls when words cross both its ends, a longer one when a word crosses either. */
function isRefused(borders: readonly number[], start: number, length: number): boolean {
  const crossesLeft = !borders.includes(start);
  const crossesRight = !borders.includes(start + length);
  return length <= 2 ? crossesLeft && crossesRight : crossesLeft || crossesRight;
}
