import { describe, expect, it } from "vitest";
import { createFilter } from "../../src/index.js";
import type { Segmenter } from "../../src/scan/segmenter.js";
import { filterWith, term } from "./fixture.js";

const hitsOf = async (options: Parameters<typeof filterWith>[1], text: string, ...terms: Parameters<typeof filterWith>[0]) =>
  (await filterWith(terms, options)).scan(text).hits.map((hit) => hit.text);

describe("boundary rows with the built-in dictionary", () => {
  it.each([
    ["传销", "宣传销售", "这是传销"],
    ["传销", "上传销售", "网上传销害人"],
    ["直推", "一直推进", "直推三人"],
    ["间推", "时间推移", "间推拿5%"],
    ["重消", "严重消耗", "重消积分"],
    ["云集品", "云集品质", "云集品案"],
  ])("%s is not in %s but in %s", async (word, accident, meant) => {
    const filter = await createFilter();
    const found = (text: string) => filter.scan(text).hits.map((hit) => hit.term);
    expect(found(accident)).not.toContain(word);
    expect(found(meant)).toContain(word);
  });
});

describe("boundary data", () => {
  const word = term("传销", "topic", "hit", { forbidLeft: ["宣", "线上"], forbidRight: ["售"] });

  it.each([
    ["传销", ["传销"]],
    ["宣传销", []],
    ["传销售", []],
    ["線上传销", []],
    ["上传销", ["传销"]],
    ["宣，传销", ["传销"]],
    ["传销。售价", ["传销"]],
    ["宣\u200b传销", ["传销"]],
    ["宣 传 销", []],
    ["传 销 售", []],
  ])("%s gives %j", async (text, expected) => {
    expect((await hitsOf({}, text, word)).map((found) => found.replace(/ /g, ""))).toEqual(expected);
  });

  it("asks for what must follow", async () => {
    const cue = term("提示", "topic", "hit", { requireRight: ["：", ":"] });
    expect(await hitsOf({}, "提示：谨防", cue)).toEqual(["提示"]);
    expect(await hitsOf({}, "风险提示: 谨防", cue)).toEqual(["提示"]);
    expect(await hitsOf({}, "提示谨防", cue)).toEqual([]);
    expect(await hitsOf({}, "提示", cue)).toEqual([]);
  });
});

describe("Latin letters and digits at the edge of a term", () => {
  it.each([
    ["69", "695 billion", []],
    ["69", "6·9块", ["6·9"]],
    ["star", "stars", []],
    ["star", "a star!", ["star"]],
    ["vip", "加vip群", ["vip"]],
    ["vip", "ＳＶＩＰ", []],
    ["vip", "vip8", ["vip"]],
    ["é", "café", []],
    ["直推5人", "直推5人", ["直推5人"]],
    ["直推5人", "直推50人", []],
  ])("%s in %s", async (word, text, expected) => {
    expect(await hitsOf({}, text, term(word, "topic"))).toEqual(expected);
  });

  it("may be told not to ask", async () => {
    expect(await hitsOf({}, "stars", term("star", "topic", "hit", { edges: "none" }))).toEqual(["star"]);
  });
});

describe("noise in short terms", () => {
  it.each([
    ["传销", "传*销", true],
    ["传销", "传 销", true],
    ["传销", "传。销", false],
    ["传销", "传，销", false],
    ["传销", "传\n销", false],
    ["传销", `传${"-".repeat(21)}销`, false],
    ["直推奖", "直，推，奖", true],
    ["直推奖", "直推。奖", false],
    ["静态动态收益", "静态。动态收益", true],
  ])("%s in %j: %s", async (word, text, found) => {
    expect((await hitsOf({}, text, term(word, "topic"))).length === 1).toBe(found);
  });
});

describe("allow-phrases", () => {
  const words = [term("传销", "topic"), term("传销法研究会", "topic", "allow")];

  it("win over the terms inside them, and only there", async () => {
    expect(await hitsOf({}, "传销法研究会谈传销", ...words)).toEqual(["传销"]);
    expect((await (await filterWith(words)).scan("传销法研究会谈传销")).hits[0].start).toBe(7);
  });

  it("are folded like everything else", async () => {
    expect(await hitsOf({}, "傳銷法研究會", ...words)).toEqual([]);
  });

  it("do not reach a term that only overlaps", async () => {
    expect(await hitsOf({}, "传销法研究会所", term("研究会所", "topic"), ...words)).toEqual(["研究会所"]);
  });

  it("reach over later shorter ones", async () => {
    expect(await hitsOf({}, "甲传销法研究会乙传销", term("甲传销法研究会乙传销", "topic", "allow"), ...words)).toEqual([]);
  });
});

describe("the port for judges", () => {
  const cutting = (words: string[], seen: string[] = []): Segmenter => ({
    name: "test",
    boundaries: (text) => {
      seen.push(text);
      const borders = [0];
      while ((borders.at(-1) as number) < text.length) {
        const from = borders.at(-1) as number;
        borders.push(from + (words.find((word) => text.startsWith(word, from))?.length ?? 1));
      }
      return borders;
    },
  });

  it("refuses a pair that straddles two words, keeps one that starts a word", async () => {
    expect(await hitsOf({ segmenter: cutting(["宣传", "销售"]) }, "宣传销售", term("传销", "topic"))).toEqual([]);
    expect(await hitsOf({ segmenter: cutting(["推拿"]) }, "间推拿5%", term("间推", "topic"))).toEqual(["间推"]);
    expect(await hitsOf({ segmenter: cutting(["云集", "品质"]) }, "云集品质", term("云集品", "topic"))).toEqual([]);
    expect(await hitsOf({ segmenter: cutting(["宣传", "销售"]) }, "宣传销售", term("传销", "topic", "mention"))).toEqual(["传销"]);
  });

  it("sees a window around the hit only", async () => {
    const seen: string[] = [];
    await hitsOf({ segmenter: cutting([], seen) }, `${"前".repeat(5000)}传销${"后".repeat(5000)}`, term("传销", "topic"));
    expect(seen).toEqual([`${"前".repeat(16)}传销${"后".repeat(16)}`]);
  });

  it("is not asked where nothing is found", async () => {
    const seen: string[] = [];
    await hitsOf({ segmenter: cutting([], seen) }, "好".repeat(1000), term("传销", "topic"));
    expect(seen).toEqual([]);
  });
});
