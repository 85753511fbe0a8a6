import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { foldFingerprint } from "../../src/fold/index.js";
import { tableHash, unicodeVersion } from "../../src/fold/tables.generated.js";
import { folded, profiles } from "./profiles.js";
import { foldCharacter, gb2312, isNoise, ownVariants } from "./truth.js";

const sameUnicode = process.versions.unicode === unicodeVersion;
const why = `the tables are of Unicode ${unicodeVersion}, this Node has ${process.versions.unicode}`;
if (!sameUnicode && process.env.NOMLM_REQUIRE?.includes("unicode")) throw new Error(why);
if (!sameUnicode) console.log(`skipped: derivation of the fold tables, since ${why}`);

describe.skipIf(!sameUnicode)("baked tables", () => {
  it.each(["none", "default"] as const)("say of every code point what a second derivation says (folds: %s)", (folds) => {
    const wrong: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point);
      const kept = foldCharacter(character, folds);
      const clean = Array.from(kept, (each) => (isNoise(each) ? "" : each)).join("");
      if (folded(character, { folds, skipNoise: true }) !== clean) wrong.push(`${point.toString(16)} with noise skipped`);
      if (folded(character, { folds, skipNoise: false }) !== kept) wrong.push(`${point.toString(16)} with noise kept`);
    }
    // Two noncharacters are the marks of the unit table, so where folds run and noise stays they become U+FFFD.
    expect(wrong).toEqual(folds === "none" ? [] : ["fffe with noise kept", "ffff with noise kept"]);
  });

  it("are what the bake tool writes", () => {
    const run = () => execFileSync(process.execPath, ["tools/bake-folds.mjs", "--check"], { encoding: "utf8", stdio: "pipe" });
    expect(run).not.toThrow();
  });
});

describe("idempotence", () => {
  it.each(Object.entries(profiles))("folding twice is folding once, for every code point (%s)", (_name, options) => {
    const wrong: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const once = folded(String.fromCodePoint(point), options);
      if (folded(once, options) !== once) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe("characters of everyday Chinese", () => {
  it("of GB2312 level 1 only 乾 changes", () => {
    expect(gb2312.one.size).toBe(3755);
    const changed = [...gb2312.one].filter((character) => folded(character, profiles.full) !== character);
    expect(changed.map((character) => character + folded(character, profiles.full))).toEqual(["乾干"]);
  });

  it("of GB2312 level 2 only traditional forms change", () => {
    const changed = [...gb2312.both].filter((character) => !gb2312.one.has(character) && folded(character, profiles.full) !== character);
    expect(changed.map((character) => character + folded(character, profiles.full)).join(" ")).toBe(
      "夥伙 拚拼 捱挨 榘矩 袷夹 醣糖 麴曲 麽么 摺折 徵征 菸烟 於于 吒咤 薹苔 後后".split(" ").sort(byLevelTwoOrder).join(" "),
    );
  });
});

describe("rows written by hand", () => {
  it.each(ownVariants)("$source → $target ($group)", ({ source, target, group, reason }) => {
    expect(folded(source, profiles.full)).toBe(folded(target, profiles.full));
    expect(source).not.toBe(target);
    expect(gb2312.both.has(source)).toBe(false);
    expect(["seen", "glyph", "martian", "radical"]).toContain(group);
    expect(reason).not.toBe("");
  });

  it("have one row each", () => {
    expect(new Set(ownVariants.map(({ source }) => source)).size).toBe(ownVariants.length);
  });
});

describe("fingerprint", () => {
  it("differs between profiles and from the bare tables", () => {
    const prints = Object.values(profiles).map(foldFingerprint);
    expect(new Set([...prints, tableHash]).size).toBe(prints.length + 1);
    for (const print of prints) expect(print).toBe(print >>> 0);
  });
});

function byLevelTwoOrder(left: string, right: string): number {
  const order = [...gb2312.both];
  return order.indexOf(left[0]) - order.indexOf(right[0]);
}
