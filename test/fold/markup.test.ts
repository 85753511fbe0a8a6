import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emoticonNames } from "../../src/fold/emoticons.js";
import { explain, foldSpecial, markupUnitsMax } from "../../src/fold/index.js";
import { markupLength } from "../../src/fold/markup.js";
import { folded, profiles } from "./profiles.js";

/** Text as written, folded. A tag or emoticon is gone, what stands between stays. */
const rows: readonly (readonly [string, string, string])[] = [
  ["numbered emoticon", "轻投[em]e400655[/em]资", "轻投资"],
  ["numbered emoticon without e", "轻投[em]12[/em]资", "轻投资"],
  ["eight digits", "投[em]e12345678[/em]资", "投资"],
  ["nine digits are none", "投[em]e123456789[/em]资", "投eme123456789em资"],
  ["no digits are none", "投[em]e[/em]资", "投emeem资"],
  ["unterminated", "投[em]e400655资", "投eme400655资"],
  ["end of text inside", "投[em]e4006", "投eme4006"],
  ["nested", "投[em][em]e1[/em][/em]资", "投emem资"],
  ["bracketed name", "传[微笑]销[强]", "传销"],
  ["bracketed unknown name loses its brackets only", "传[直推]销", "传直推销"],
  ["红包 is a word", "发[红包]/红包", "发红包红包"],
  ["bracketed name needs its end", "传[微笑销", "传微笑销"],
  ["slash name", "传/玫瑰销", "传销"],
  ["longest slash name", "传/左太极销", "传销"],
  ["slash names of one letter are none", "高/强度 吃/饭", "高强度吃饭"],
  ["slash before an unknown word", "传/销售", "传销售"],
  ["fullwidth slash is plain noise", "传／玫瑰", "传玫瑰"],
  ["bold", "传<b>销</b>", "传销"],
  ["empty element", "传<br/>销<br />", "传销"],
  ["attributes", '传<span class="x" id=y>销</span>', "传销"],
  ["heading", "<h1>传销</h1>", "传销"],
  ["attribute over a line end", "传<b\r\nid=1>销", "传销"],
  ["Chinese inside a tag is text", '<a title="传销">好</a>', "atitle传销好"],
  ["no name", "a<>b", "ab"],
  ["a heart", "我<3你", "我3你"],
  ["a comparison", "3<b", "3b"],
  ["name too long", "<abcdefghijk>", "abcdefghijk"],
  ["name of ten letters", "传<abcdefghij>销", "传销"],
  ["name that goes on in Chinese", "<b传>", "b传"],
  ["unterminated tag", "<b class", "bclass"],
  ["tag in tag", "<b <b>传", "b传"],
  ["48 units", `传<b ${"x".repeat(44)}>销`, "传销"],
  ["49 units", `传<b ${"x".repeat(45)}>销`, `传b${"x".repeat(45)}销`],
];

describe("markup", () => {
  it.each(rows)("%s", (_name, text, wanted) => {
    expect(folded(text, profiles.full)).toBe(wanted);
  });

  it("stays without noise skipping", () => {
    for (const [, text] of rows) expect(folded(text, profiles.exact)).toBe(text);
  });

  it("is named once it was taken out", () => {
    expect(explain("传[em]e400655[/em]销", profiles.full)).toEqual(["markup"]);
    expect(explain("传[em]e400655销", profiles.full)).toEqual(["noise"]);
  });

  it("every name works in brackets, and after a slash when it has two characters", () => {
    for (const name of emoticonNames) {
      expect(folded(`传[${name}]销`, profiles.full)).toBe("传销");
      expect(folded(`传/${name}销`, profiles.full)).toBe(name.length > 1 ? "传销" : `传${name}销`);
    }
    expect(new Set(emoticonNames).size).toBe(emoticonNames.length);
  });
});

describe("cost", () => {
  it.each(["[", "<", "/", "[em]", "[em]e1", "<b ", "<a<", "[微", "/左", "[em]e12345678[/em", `<b ${"x".repeat(50)}`])(
    "%s repeated reads each unit a bounded number of times",
    (piece) => {
      const units = Uint16Array.from(Array.from({ length: 3000 }, (_, at) => piece.charCodeAt(at % piece.length)));
      let reads = 0;
      const counted = new Proxy(units, {
        get(target, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) reads++;
          return Reflect.get(target, key);
        },
      });
      for (let at = 0; at < units.length; at++) {
        const before = reads;
        const length = markupLength(counted, at, units.length);
        expect(length).toBeLessThanOrEqual(markupUnitsMax);
        expect(reads - before).toBeLessThanOrEqual(8 * markupUnitsMax);
      }
    },
  );

  it("never reads past 48 units", () => {
    const special = foldSpecial(profiles.full);
    const out = new Uint16Array(18);
    for (const [, text] of rows) {
      const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
      for (let at = 0; at < units.length; at++) {
        const window = units.subarray(at, at + markupUnitsMax);
        if ("[/<".includes(text[at])) expect(special?.(window, 0, window.length, out)).toBe(special?.(units, at, units.length, out));
      }
    }
  });
});

describe("emoticon names and the dictionary", () => {
  const folder = "dict/terms";

  it("no term is or holds a name, so that markup never eats a word that matters", () => {
    const terms = readdirSync(folder)
      .filter((file) => file.endsWith(".csv"))
      .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").split(/\r?\n/).slice(1))
      .map((line) => line.split(",")[1] ?? "");
    expect(terms.length).toBeGreaterThan(100);
    const clashes = emoticonNames.filter((name) => terms.some((term) => term.includes(name)));
    expect(clashes).toEqual([]);
  });
});
