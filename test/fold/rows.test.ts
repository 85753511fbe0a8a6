import { describe, expect, it } from "vitest";
import { explain } from "../../src/fold/index.js";
import { folded, profiles } from "./profiles.js";

/** Name, text as written, folded with all folds and noise skipping, what `explain` says. */
const rows: readonly (readonly [string, string, string, string])[] = [
  ["plain text stays", "传销直推三人", "传销直推三人", ""],
  ["fullwidth letters and digits", "ＶＩＰ２０", "vip20", "width case"],
  ["circled, mathematical, letterlike, Roman", "Ⓥ①𝟮𝟬ℚⅭ𝙩", "v120qct", "width case"],
  ["squared ideographs", "🈹韭菜🈴法🈶🉐🉑", "割韭菜合法有得可", "width"],
  ["enclosed forms without a decomposition", "❶❿➊⓿⓫🅥🅰", "110101" + "1va", "width case"],
  ["parenthesised forms lose their parentheses", "⒦⑴㈱", "k1株", "width"],
  ["one to four", "㍿", "株式会社", "width"],
  ["ligature and fraction", "ﬁ½", "fi12", "width"],
  ["halfwidth kana, its voicing mark is noise", "ｶﾞｰ", "カー", "width noise"],
  ["halfwidth Hangul", "ﾡﾤ", "ᄀᄂ", "width"],
  ["ideographic space", "传\u3000销", "传销", "noise"],
  ["keycap keeps its digit", "1️⃣8⃣", "18", "noise zero_width"],
  ["case beyond Latin", "ЖΩԱ𐐀", "жωա𐐨", "case"],
  ["dotted capital I", "İ", "i", "case"],
  ["sharp s stays, capital sharp s becomes it", "ßẞ", "ßß", "case"],
  ["final sigma", "ΣΑΣς", "σασσ", "case"],
  ["precomposed accents stay", "éÉ", "éé", "case"],
  ["combining accents are noise", "e\u0301", "e", "noise"],
  ["traditional", "傳銷發展下線羣組衆籌", "传销发展下线群组众筹", "traditional"],
  ["traditional of Taiwan and Hong Kong", "裡裏為爲衞綫", "里里为为卫线", "traditional"],
  ["traditional word, wrong character for it", "髮展", "发展", "traditional"],
  ["chain of two tables", "薴", "苎", "traditional"],
  ["Japanese forms", "収仮伝発専会員変売", "收假传发专会员变卖", "traditional variant"],
  ["Japanese forms that are Chinese characters stay", "沪欠予翻概研弁芸缶糸浜", "沪欠予翻概研弁芸缶糸浜", ""],
  ["么 and 著 stay, 乾 does not", "么著乾", "么著干", "traditional"],
  ["own glyph rows", "囬報紸冊拵葆掋氺唞㣲", "回报注册存葆底水抖微", "traditional variant"],
  ["compatibility ideographs and radicals", "\uf914\u{2f82b}⾦⺠⻓", "乐北金民长", "variant"],
  ["punctuation and symbols", "传*销 收.入、上—不…封|顶", "传销收入上不封顶", "noise"],
  ["line ends", "传\r\n销", "传销", "noise"],
  ["zero width, joiners, selectors, bidi controls", "传\u200b\u200c\u200d\u2060\ufeff\ufe0f\u202c\u{e0100}销", "传销", "zero_width"],
  ["soft hyphen and Hangul filler are invisible", "传\u00ad\u3164\u115f销", "传销", "zero_width"],
  ["emoji with joiners", "传👨‍👩‍👧销", "传销", "noise zero_width"],
  ["flags", "传🇨🇳销", "传销", "noise"],
  ["tag flag", "传🏴\u{e0067}\u{e0062}\u{e007f}销", "传销", "noise zero_width"],
  ["accents written alone", "传ˇ销ˊ", "传销", "noise"],
  ["marks stacked on Han", "传\u0e47\u0e47\u0336销\u20dd", "传销", "noise"],
  ["controls, private use, unassigned, lone surrogates", "传\0\x07\ue000\u0378\ud800销\udc00", "传销", "noise"],
  ["letters that look like signs stay", "ー々〇ㄱ丨", "ー々〇ᄀ丨", "width"],
  ["astral ideograph stays", "𠮷", "𠮷", ""],
  ["Hangul syllables stay", "한국어", "한국어", ""],
  ["Thai loses the marks above and below, keeps its letters", "กินข้าว", "กนขาว", "noise"],
  ["Devanagari keeps the vowel signs that take room", "काम", "काम", ""],
  ["Arabic loses its vowel points", "مُحَمَّد", "محمد", "noise"],
  ["Arabic presentation forms", "ﷺﻻ", "صلىاللهعليهوسلملا", "width"],
];

describe("rows of the fold", () => {
  it.each(rows)("%s", (_name, text, wanted, tricks) => {
    expect(folded(text, profiles.full)).toBe(wanted);
    expect(explain(text, profiles.full).join(" ")).toBe(tricks);
  });
});

describe("other profiles", () => {
  it("without noise skipping, what is no letter stays and folds", () => {
    expect(folded("傳！\u3000銷⒦😀\ud800\r\n/玫瑰", profiles.exactNoise)).toBe("传! 销(k)😀\ud800\r\n/玫瑰");
    expect(folded("İ", profiles.exactNoise)).toBe("i\u0307");
  });

  it("without folds, noise goes and letters stay as written", () => {
    expect(folded("傳．ＶIP①[微笑]⒦😀𝐀", profiles.unfolded)).toBe("傳ＶIP①𝐀");
    expect(explain("傳．Ｖ[微笑]", profiles.unfolded)).toEqual(["noise", "markup"]);
  });

  it("without both, every unit stays", () => {
    const text = "傳．Ｖ[微笑]\ud800\uffff\ufffe😀";
    expect(folded(text, profiles.exact)).toBe(text);
    expect(explain(text, profiles.exact)).toEqual([]);
  });
});

describe("explain beside the term", () => {
  it.each([
    ["VIP會員", "VIP会员", "traditional"],
    ["vip会员", "VIP会员", ""],
    ["5·18会员", "5·18会员", ""],
    ["5.18會員", "5·18会员", "traditional noise"],
    ["５·18", "5·18", "width"],
    ["V I P", "VIP", "noise"],
    ["傳[em]e400655[/em]銷", "傳銷", "markup"],
    ["ＶＩＰ", "VIP", "width"],
    ["収*益", "收益", "variant noise"],
    ["會员", "會員", ""],
    ["会员", "會員", ""],
    ["㈱", "株", "width"],
  ])("%s for the term %s: %s", (surface, term, tricks) => {
    expect(explain(surface, profiles.full, term).join(" ")).toBe(tricks);
  });
});
