import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Encoding } from "../../src/cli/input/encoding.js";
import { lineBytesMax } from "../../src/cli/input/limits.js";
import { readLines } from "../../src/cli/input/lines.js";
import { collect, cutAt } from "./chunks.js";

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const bytesIn: Readonly<Record<"utf-8" | "utf-16le" | "utf-16be", (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16be": utf16be,
};
const linesOf = (bytes: Uint8Array, encoding: Encoding | null = null, cuts: readonly number[] = []) =>
  collect(readLines(cutAt(bytes, cuts), encoding));

describe("readLines", () => {
  // 上 is U+4E0A and 丁 U+4E01, ਀ U+0A00: units that hold the byte of a line feed.
  const line = fc.string({ unit: fc.constantFrom("传", "销", "上", "丁", "\u0a00", "ab", "𠮷", " ", "\r", "０"), maxLength: 12 });
  const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });

  it.each(["utf-8", "utf-16le", "utf-16be"] as const)("gives the lines of %s however the bytes are cut", async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        cuts,
        async (texts, ending, places) => {
          const bytes = bytesIn[encoding](texts.map((text) => text.replace(/\r+$/, "") + ending).join(""));
          const lines = await linesOf(bytes, encoding, places);
          expect(lines.map(({ number, text, ending: end, replaced }) => ({ number, text, end, replaced }))).toEqual(
            texts.map((text, i) => ({ number: i + 1, text: text.replace(/\r+$/, ""), end: ending, replaced: 0 })),
          );
        },
      ),
    );
  });

  it("counts an unfinished last line, and no line after the last line end", async () => {
    expect((await linesOf(Buffer.from("一\n二"))).map(({ text, ending }) => [text, ending])).toEqual([
      ["一", "\n"],
      ["二", ""],
    ]);
    expect(await linesOf(Buffer.from("一\n"))).toHaveLength(1);
    expect(await linesOf(Buffer.alloc(0))).toEqual([]);
    expect((await linesOf(Buffer.from("\n\n"))).map(({ text }) => text)).toEqual(["", ""]);
  });

  it.each([
    ["UTF-8 with mark", Buffer.from("\ufeff传销活动\n第二行\n")],
    ["UTF-16LE with mark", Buffer.from("\ufeff传销活动\n第二行\n", "utf16le")],
    ["UTF-16BE with mark", utf16be("\ufeff传销活动\n第二行\n")],
    ["UTF-16LE without mark", Buffer.from("传销活动\n第二行\n", "utf16le")],
    ["UTF-16BE without mark", utf16be("传销活动\n第二行\n")],
    ["GB18030", Buffer.from([0xb4, 0xab, 0xcf, 0xfa, 0xbb, 0xee, 0xb6, 0xaf, 0x0a, 0xb5, 0xda, 0xb6, 0xfe, 0xd0, 0xd0, 0x0a])],
    [
      "GB18030 with mark",
      Buffer.from([0x84, 0x31, 0x95, 0x33, 0xb4, 0xab, 0xcf, 0xfa, 0xbb, 0xee, 0xb6, 0xaf, 0x0a, 0xb5, 0xda, 0xb6, 0xfe, 0xd0, 0xd0, 0x0a]),
    ],
  ])("tells %s", async (_name, bytes) => {
    for (const places of [[], [1], [3], [5, 6, 7]]) {
      const lines = await linesOf(bytes, null, places);
      expect(lines.map(({ text, replaced }) => [text, replaced])).toEqual([
        ["传销活动", 0],
        ["第二行", 0],
      ]);
    }
  });

  it("takes ASCII at the beginning for nothing yet", async () => {
    const gbk = Buffer.concat([
      Buffer.from("id,text\n".repeat(100_000)),
      Buffer.from([0x31, 0x2c, 0xb4, 0xab, 0xcf, 0xfa, 0xb4, 0xab, 0xcf, 0xfa, 0x0a]),
    ]);
    expect((await linesOf(gbk, null, [50_000, 300_001])).at(-1)?.text).toBe("1,传销传销");
  });

  it("replaces and counts broken bytes in the line that has them", async () => {
    const bytes = Buffer.concat([Buffer.from("好的好的\n传"), Buffer.from([0xff, 0xe4, 0xbc]), Buffer.from("销\n真的\ufffd\n")]);
    const lines = await linesOf(bytes, null, [9, 16, 17, 18]);
    expect(lines.map(({ text, replaced }) => [text, replaced])).toEqual([
      ["好的好的", 0],
      ["传\ufffd\ufffd销", 2],
      ["真的\ufffd", 0],
    ]);
  });

  it("replaces broken GB18030 and the odd byte of UTF-16", async () => {
    expect(await linesOf(Buffer.from([0xb4, 0xab, 0xff, 0x0a]), "gb18030")).toMatchObject([{ text: "传\ufffd", replaced: 1 }]);
    expect(await linesOf(Buffer.from([0x20, 0x4f, 0x0a]), "utf-16le")).toMatchObject([{ text: "传\ufffd", replaced: 1 }]);
  });

  it("keeps lone surrogates of UTF-16", async () => {
    expect(await linesOf(Buffer.from("a\ud83d\nb\n", "utf16le"), "utf-16le")).toMatchObject([
      { text: "a\ud83d", replaced: 0 },
      { text: "b" },
    ]);
  });

  it("passes over a line beyond the limit, and only over that one", async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x61);
    async function* long() {
      yield Buffer.from("一\n");
      for (let bytes = 0; bytes <= lineBytesMax; bytes += piece.length) yield piece;
      yield Buffer.from("\n二\n");
    }
    const lines = await collect(readLines(long(), null));
    expect(lines.map(({ number, text, tooLong }) => [number, text, tooLong])).toEqual([
      [1, "一", false],
      [2, "", true],
      [3, "二", false],
    ]);
  });

  it("reads a line of exactly the limit", async () => {
    const [line] = await linesOf(Buffer.alloc(lineBytesMax, 0x61));
    expect([line?.text.length, line?.tooLong]).toEqual([lineBytesMax, false]);
  });
});
