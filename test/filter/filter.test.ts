import { describe, expect, it } from "vitest";
import { checksum64 } from "../../src/artifact/checksum.js";
import { createFilter, type FilterOptions, NomlmError, outcomes } from "../../src/index.js";
import { artifactWith, judgingFilter as filterWith, term } from "../scan/fixture.js";

const words = [
  term("入门费", "entry_fee"),
  term("拉人头", "recruit_reward"),
  term("传销", "topic", "mention"),
  term("招工", "recruit_reward", "hit", {}, ["recruitment-ads"]),
  term("直播", "contact_lure", "hit", {}, ["live"]),
];

const codeOf = async (act: () => unknown): Promise<string> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NomlmError)) throw error;
    expect(error.message).not.toMatch(/\n/);
    return error.code;
  }
  return "none";
};

describe("test and minOutcome", () => {
  it.each(outcomes)("true from %s on", async (minOutcome) => {
    const filter = await filterWith(words, { minOutcome });
    const reached = ["今天", "传销", "入门费", "入门费拉人头"].map((text) => filter.test(text));
    const least = outcomes.indexOf(minOutcome);
    expect(reached).toEqual([0, 1, 2, 3].map((level) => level >= least));
  });

  it("is review by default, and does not touch scan", async () => {
    const filter = await filterWith(words);
    expect([filter.test("入门费"), filter.test("入门费拉人头")]).toEqual([false, true]);
    expect(filter.scan("入门费").outcome).toBe("observe");
  });
});

describe("mask", () => {
  it("masks hits, not what lies between them, in texts at or above minOutcome", async () => {
    const filter = await filterWith(words);
    expect(filter.mask("交入门费，拉人头有奖，传销")).toBe("交***，***有奖，**");
    expect(filter.mask("入门费可退")).toBe("入门费可退");
    expect(filter.mask("入门费可退", { minOutcome: "observe", char: "＊" })).toBe("＊＊＊可退");
    expect(filter.mask("打击传销")).toBe("打击传销");
    expect(filter.mask("打击传销", { minOutcome: "mention" })).toBe("打击**");
  });

  it("puts one char per code point of the original, noise and surrogates included", async () => {
    const filter = await filterWith([term("𠮷传", "topic")], { minOutcome: "mention", terms: [] });
    expect(filter.mask("a𠮷😀传b")).toBe("a***b");
    expect(filter.mask("a𠮷\ud83d传b")).toBe("a***b");
  });

  it("joins overlapping spans and keeps touching ones apart for replace", async () => {
    const filter = await filterWith([term("拉人头", "recruit_reward"), term("人头费用", "entry_fee"), term("很高", "slogan")]);
    const seen: object[] = [];
    const masked = filter.mask("先拉人头费用很高", {
      replace: (span) => {
        seen.push(span);
        return "〔略〕";
      },
    });
    expect(masked).toBe("先〔略〕〔略〕");
    expect(seen).toEqual([
      { start: 1, end: 6, text: "拉人头费用", element: "entry_fee" },
      { start: 6, end: 8, text: "很高", element: "slogan" },
    ]);
  });

  it("does not interpret what replace gives", async () => {
    const filter = await filterWith(words, { terms: ["黑话"] });
    expect(filter.mask("说黑话", { replace: () => "$&$1\\" })).toBe("说$&$1\\");
    expect(filter.mask("说黑话", { char: "" })).toBe("说");
  });
});

describe("scenes", () => {
  it("keep terms of other scenes out of one call; terms without scenes belong to all", async () => {
    const filter = await filterWith(words);
    const found = (scenes?: string[]) => filter.scan("招工直播入门费", scenes === undefined ? {} : { scenes }).hits.map((hit) => hit.term);
    expect(found()).toEqual(["招工", "直播", "入门费"]);
    expect(found(["recruitment-ads"])).toEqual(["招工", "入门费"]);
    expect(found(["live", "recruitment-ads"])).toEqual(["招工", "直播", "入门费"]);
    expect(found([])).toEqual(["入门费"]);
  });
});

describe("terms and allow at run time", () => {
  it("get folds and noise skipping, and boundaries where they are asked for", async () => {
    const filter = await filterWith(words, { terms: ["我站黑话", { term: "vip", boundary: "none" }, "cp"], allow: ["入门费用说明"] });
    expect(filter.scan("我·站黑話").outcome).toBe("review");
    expect(filter.test("svips")).toBe(true);
    expect(filter.test("cpm")).toBe(false);
    expect(filter.scan("入门费用说明").hits).toEqual([]);
  });

  it.each<[string, FilterOptions]>([
    ["an empty word", { terms: ["好", ""] }],
    ["a word of noise", { terms: ["***"] }],
    ["half a pair", { terms: ["\ud83d"] }],
    ["a number", { terms: [7 as unknown as string] }],
    ["an unknown element", { terms: [{ term: "好", element: "fee" as "topic" }] }],
    ["an unknown outcome", { terms: [{ term: "好", outcome: "block" as "none" }] }],
    ["a typing error", { terms: [{ term: "好", boundery: "none" } as { term: string }] }],
    ["an unusable allow-phrase", { allow: ["…"] }],
  ])("refuses %s at construction and names its place", async (_, options) => {
    expect(await codeOf(() => createFilter(options))).toBe("NOMLM_FILTER_TERM");
    await expect(createFilter(options)).rejects.toThrow(/(terms|allow)\[\d+\]/);
  });
});

describe("options", () => {
  it.each([
    ["a typing error", { dictonary: new Uint8Array() }],
    ["an unknown outcome", { minOutcome: "block" }],
    ["a judge that is none", { segmenter: {} }],
    ["no list", { dictionary: "file.bin" }],
    ["two dictionaries", { dictionary: [new Uint8Array(), new Uint8Array()] }],
    ["a limit of zero", { limits: { hitsMax: 0 } }],
    ["an unknown limit", { limits: { hits: 1 } }],
    ["terms that are no list", { terms: "传销" }],
  ])("refuses %s", async (_, options) => {
    expect(await codeOf(() => createFilter(options as FilterOptions))).toBe("NOMLM_FILTER_OPTION");
  });

  it("of calls are checked too", async () => {
    const filter = await filterWith(words);
    expect(await codeOf(() => filter.scan("好", { scene: ["x"] } as object))).toBe("NOMLM_FILTER_OPTION");
    expect(await codeOf(() => filter.scan("好", { scenes: "x" as unknown as string[] }))).toBe("NOMLM_FILTER_OPTION");
    expect(await codeOf(() => filter.mask("好", { minOutcome: "x" as "none" }))).toBe("NOMLM_FILTER_OPTION");
    for (const input of [undefined, null, 7, {}, { text: 7 }])
      expect(await codeOf(() => filter.scan(input as unknown as string))).toBe("NOMLM_FILTER_TEXT");
  });
});

describe("inputs", () => {
  it("may be objects, whose id comes back", async () => {
    const filter = await filterWith(words);
    expect(filter.scan({ text: "传销", id: "m1", at: "2026-01-01", channel: "chat", source: "post" })).toMatchObject({
      id: "m1",
      outcome: "mention",
    });
    expect(filter.scan("传销").id).toBeNull();
    expect(filter.scanMany(["传销", { text: "好", id: "b" }]).map(({ id, outcome }) => [id, outcome])).toEqual([
      [null, "mention"],
      ["b", "none"],
    ]);
  });
});

describe("limits", () => {
  const limits = { textUnitsMax: 10, hitsMax: 3 };

  it("mark the result of a longer text, and only that", async () => {
    const filter = await filterWith(words, { limits });
    expect(filter.scan("一二三四五六七入门费")).toMatchObject({ outcome: "observe" });
    expect(filter.scan("一二三四五六七入门费").truncated).toBeUndefined();
    expect(filter.scan("一二三四五六七八入门费")).toMatchObject({ outcome: "none", truncated: true });
  });

  it("mark the result with more hits, and keep the first ones", async () => {
    const filter = await filterWith(words, { limits: { hitsMax: 3 } });
    expect(filter.scan("传销".repeat(3)).truncated).toBeUndefined();
    const many = filter.scan("传销".repeat(100));
    expect(many).toMatchObject({ truncated: true });
    expect(many.hits.map((hit) => hit.start)).toEqual([0, 2, 4]);
  });
});

describe("replaceDictionary", () => {
  it("takes another dictionary at once and keeps terms and allow", async () => {
    const filter = await filterWith(words, { terms: ["黑话"] });
    const ref = filter.replaceDictionary(artifactWith([term("新词", "topic", "mention")], "2.0.0"));
    expect(ref).toMatchObject({ id: "test-cn", version: "2.0.0" });
    expect(filter.dictionary).toEqual(ref);
    expect(filter.scan("入门费新词黑话").hits.map((hit) => hit.term)).toEqual(["新词", "黑话"]);
    expect(filter.scan("新词").dictionary).toEqual(ref);
  });

  it("refuses damaged bytes and keeps the old dictionary", async () => {
    const filter = await filterWith(words);
    const before = filter.dictionary;
    const bytes = artifactWith([term("新词", "topic")]);
    bytes[bytes.length - 20] ^= 1;
    expect(await codeOf(() => filter.replaceDictionary(bytes))).toBe("NOMLM_ARTIFACT_CHECKSUM");
    expect(filter.dictionary).toBe(before);
    expect(filter.scan("入门费").outcome).toBe("observe");
  });
});

describe("createFilter with a dictionary", () => {
  it("checks the SHA-256 where the checksum was made to fit", async () => {
    const bytes = artifactWith([term("新词", "topic")]);
    const spelling = bytes.findIndex((byte, k) => byte === 0xb0 && bytes[k + 1] === 0x65); // 新
    bytes[spelling] = 0xb1;
    sealChecksumOnly(bytes);
    expect(await codeOf(() => createFilter({ dictionary: bytes }))).toBe("NOMLM_ARTIFACT_HASH");
  });

  it("refuses what is no dictionary", async () => {
    expect(await codeOf(() => createFilter({ dictionary: new Uint8Array(100) }))).toBe("NOMLM_ARTIFACT_MAGIC");
    expect(await codeOf(() => createFilter({ dictionary: new Uint8Array(0) }))).toBe("NOMLM_ARTIFACT_TRUNCATED");
  });
});

/** What an attacker does who can compute the checksum but must keep the hash that others know. */
function sealChecksumOnly(bytes: Uint8Array): void {
  const [low, high] = checksum64(bytes, 24, 32);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(24, low, true);
  view.setUint32(28, high, true);
}
