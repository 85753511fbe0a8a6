import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bordersOf } from "../../src/segmenter/borders.js";
import { intlSegmenter } from "../../src/segmenter/index.js";
import { importPeer } from "../../src/segmenter/peer.js";

describe("bordersOf", () => {
  it("adds up the lengths of the pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }), { maxLength: 12 }), (pieces) => {
        const ends = pieces.map((_, i) => pieces.slice(0, i + 1).join("").length);
        expect([...bordersOf(pieces.join(""), pieces, [])]).toEqual([0, ...ends]);
      }),
    );
  });

  it("has every code point apart when the judge has lost or added characters, so that nothing is refused", () => {
    expect([...bordersOf("宣𠮷传", ["宣𠮷"], [])]).toEqual([0, 1, 3, 4]);
    expect([...bordersOf("宣𠮷传", ["宣𠮷", "传", "?"], [])]).toEqual([0, 1, 3, 4]);
  });

  it.each([
    ["上传销售", ["上", "传", "销售"], ["上传"], [0, 2, 4]],
    ["上传上传", ["上", "传", "上", "传"], ["上传"], [0, 2, 4]],
    ["马上传销", ["马上", "传销"], ["上传"], [0, 2, 4]], // the judge has seen another word there
    ["上传销", ["上", "传", "销"], ["上传", "传销"], [0, 2, 3]], // first come, first served
  ])("%s cut as %j with the words %j", (text, pieces, words, expected) => {
    expect([...bordersOf(text, pieces, words)]).toEqual(expected);
  });
});

describe("options and peers", () => {
  it("takes words of the user", async () => {
    const text = "云集品生活馆";
    const plain = await intlSegmenter();
    const taught = await intlSegmenter({ words: ["云集品"] });
    expect([...plain.boundaries(text)]).toContain(1);
    expect([...taught.boundaries(text)].slice(0, 2)).toEqual([0, 3]);
  });

  it.each([[["", "x"]], [["x", 1]], ["上传"]])("refuses the words %j", async (words) => {
    await expect(intlSegmenter({ words: words as string[] })).rejects.toMatchObject({ code: "NOMLM_SEGMENTER_OPTION" });
  });

  it("names the command that installs an absent package", async () => {
    const failure = importPeer("@nomlm/never-published/part.js", "@nomlm/never-published");
    await expect(failure).rejects.toMatchObject({
      code: "NOMLM_SEGMENTER_MISSING",
      message: expect.stringContaining("npm i @nomlm/never-published"),
    });
  });

  it("tells a package that does not load from one that is absent", async () => {
    const failure = importPeer(new URL("./broken-peer.cjs", import.meta.url).href, "broken-peer");
    await expect(failure).rejects.toMatchObject({
      code: "NOMLM_SEGMENTER_BROKEN",
      message: expect.stringContaining("npm rebuild broken-peer"),
    });
  });
});
