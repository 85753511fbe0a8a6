import { describe, expect, it } from "vitest";
import { seal } from "../../src/artifact/container.js";
import { Matcher, NomlmError } from "../../src/engine.js";
import { patternUnitsMax } from "../../src/matcher/limits.js";

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof NomlmError)) throw error;
    expect(error.message).not.toMatch(/\n/);
    return error.code;
  }
  return "none";
};

describe("compile refuses", () => {
  it.each([
    ["an empty pattern", [""], "NOMLM_MATCHER_EMPTY"],
    ["a pattern of noise", ["传销", "***"], "NOMLM_MATCHER_EMPTY"],
    ["half a pair", ["\ud83d"], "NOMLM_MATCHER_CHARACTER"],
    ["half a pair inside", ["传\udc00销"], "NOMLM_MATCHER_CHARACTER"],
    ["no string", [42], "NOMLM_MATCHER_PATTERNS"],
    ["no list", "传销", "NOMLM_MATCHER_PATTERNS"],
    ["a pattern over the limit", ["传".repeat(patternUnitsMax + 1)], "NOMLM_MATCHER_LENGTH"],
  ])("%s", (_, patterns, code) => {
    expect(codeOf(() => Matcher.compile(patterns as string[]))).toBe(code);
  });

  it("noncharacters, which no text can show", () => {
    expect(codeOf(() => Matcher.compile(["\uffff"], { folds: "none", skipNoise: false }))).toBe("NOMLM_MATCHER_CHARACTER");
  });

  it("unknown options", () => {
    expect(codeOf(() => Matcher.compile(["a"], { folds: "all" as "none" }))).toBe("NOMLM_MATCHER_OPTION");
    expect(codeOf(() => Matcher.compile(["a"], { skipNoise: "yes" as unknown as boolean }))).toBe("NOMLM_MATCHER_OPTION");
  });

  it("nothing else: a pattern of the longest length is found", () => {
    const pattern = "传".repeat(patternUnitsMax);
    expect(Matcher.compile([pattern]).findAll(`销${pattern}`)).toEqual([{ pattern: 0, start: 1, end: patternUnitsMax + 1 }]);
  });
});

describe("damaged artifacts", () => {
  const words = [
    "传",
    "传销",
    "直推奖",
    "发展下线",
    "发展下级",
    "链动2+1",
    "传销",
    ..."abcdefghij".split("").map((letter) => `静态收益${letter}`),
  ];
  const text = "发展下线,直推奖,静态收益a静态收益静态收益jj传销链动2+1";
  const bytes = Matcher.compile(words).toBytes();
  const reads = (damaged: Uint8Array): void => {
    const matcher = Matcher.load(damaged);
    const found = matcher.findAll(text);
    for (const { start, end } of found) expect(end <= text.length && start < end).toBe(true);
  };

  it("are refused at every truncation", () => {
    for (let length = 0; length < bytes.length; length += length < 600 ? 1 : 97)
      expect(codeOf(() => reads(bytes.slice(0, length)))).toMatch(/^NOMLM_ARTIFACT_/);
  });

  it("are refused with any byte flipped", () => {
    for (const at of interesting(bytes)) {
      const damaged = bytes.slice();
      damaged[at] ^= 0x55;
      expect(codeOf(() => reads(damaged))).toMatch(/^NOMLM_ARTIFACT_/);
    }
  });

  it("are refused or harmless with any byte flipped and the checksum made valid again", () => {
    for (const at of interesting(bytes)) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const damaged = bytes.slice();
        damaged[at] ^= flip;
        seal(damaged, false);
        expect(codeOf(() => reads(damaged))).toMatch(/^(none|NOMLM_ARTIFACT_)/);
      }
    }
  });

  it("are read wherever the bytes lie", () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(Matcher.load(shifted.subarray(3)).findAll(text)).toEqual(Matcher.compile(words).findAll(text));
  });

  it("are nothing but bytes", () => {
    expect(codeOf(() => Matcher.load("NOMLM" as unknown as Uint8Array))).toBe("NOMLM_ARTIFACT_MAGIC");
  });
});

/** Every byte that is not zero, its neighbours, and the whole header: long runs of zeros are empty slots, all alike. */
function interesting(bytes: Uint8Array): number[] {
  return Array.from(bytes.keys()).filter((at) => at < 512 || bytes[at] !== 0 || bytes[at - 1] !== 0 || bytes[at + 1] !== 0);
}
