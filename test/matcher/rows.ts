import type { MatcherOptions } from "../../src/engine.js";

/** One row of the table of truth: run on every kernel, through every method, and against the oracle. */
export interface Row {
  readonly name: string;
  readonly options: Required<MatcherOptions>;
  readonly patterns: readonly string[];
  readonly haystack: string;
  /** Triples (pattern, start, end), sorted by start, end, pattern. */
  readonly matches: readonly (readonly [number, number, number])[];
}

const exact = { folds: "none", skipNoise: false } as const;
const all = { folds: "default", skipNoise: true } as const;
const foldsOnly = { folds: "default", skipNoise: false } as const;
const noiseOnly = { folds: "none", skipNoise: true } as const;

const row = (
  name: string,
  options: Required<MatcherOptions>,
  patterns: string[],
  haystack: string,
  ...matches: [number, number, number][]
): Row => ({ name, options, patterns, haystack, matches });
const gap = (units: number): string => `传${"*".repeat(units)}销`;
const same = (pattern: string, text: string, start = 0, end = text.length): [string[], string, [number, number, number]] => [
  [pattern],
  text,
  [0, start, end],
];

export const rows: readonly Row[] = [
  row("empty text", exact, ["传销"], ""),
  row("no patterns", exact, [], "传销"),
  row("one unit of text, longer pattern", exact, ["传销"], "传"),
  row("whole text", exact, ["传销"], "传销", [0, 0, 2]),
  row("at the end", exact, ["传销"], "打击传销", [0, 2, 4]),
  row("single character", exact, ["传"], "宣传传销", [0, 1, 2], [0, 2, 3]),
  row("single characters beside longer ones", exact, ["销", "传销", "传"], "传销", [2, 0, 1], [1, 0, 2], [0, 1, 2]),
  row("overlapping repeats", exact, ["aa"], "aaaa", [0, 0, 2], [0, 1, 3], [0, 2, 4]),
  row(
    "nested lengths one to six",
    exact,
    ["a", "ab", "abc", "abcd", "abcde", "abcdef"],
    "abcdef",
    [0, 0, 1],
    [1, 0, 2],
    [2, 0, 3],
    [3, 0, 4],
    [4, 0, 5],
    [5, 0, 6],
  ),
  row("suffixes", exact, ["abcd", "bcd", "cd", "d"], "abcd", [0, 0, 4], [1, 1, 4], [2, 2, 4], [3, 3, 4]),
  row("duplicates are each reported", exact, ["传销", "下线", "传销"], "传销", [0, 0, 2], [2, 0, 2]),
  row(
    "duplicate single and long patterns",
    exact,
    ["a", "a", "abcd", "abcd", "abcd"],
    "abcd",
    [0, 0, 1],
    [1, 0, 1],
    [2, 0, 4],
    [3, 0, 4],
    [4, 0, 4],
  ),
  row("a longer wrong tail does not hide the shorter pattern", exact, ["abcx", "abc"], "abcd", [1, 0, 3]),
  row("case counts when exact", exact, ["Ab"], "ab Ab", [0, 3, 5]),
  row("NUL and controls", exact, ["\u0000", "\u0001\u0002"], "\u0000\u0001\u0002", [0, 0, 1], [1, 1, 3]),
  row("astral characters are two units", exact, ["𠮷野家"], "去𠮷野家", [0, 1, 5]),
  row("half a pair, exact", exact, ["\ud83d"], "😀", [0, 0, 1]),
  row("U+FFFD and U+FFFC", exact, ["\ufffd\ufffc"], "a\ufffd\ufffc", [0, 1, 3]),
  row("noncharacters in the text match nothing", exact, ["a"], "\uffff\ufffea", [0, 2, 3]),

  row("fullwidth", all, ...same("vip会员", "ＶＩＰ会员")),
  row("case", all, ...same("PlusToken", "plusTOKEN")),
  row("traditional", all, ...same("传销", "傳銷")),
  row("pattern in traditional", all, ...same("傳銷", "传销")),
  row("shinjitai", all, ...same("传销", "伝銷")),
  row("circled and parenthesized", all, ...same("fuck", "Ⓕⓤc⒦")),
  row("mathematical letters outside the BMP", all, ...same("vip", "𝐕𝐈𝐏")),
  row("mathematical letter at the end of a longer text", all, ["vip"], "a 𝐕𝐈𝐏 b", [0, 2, 8]),
  row("letters outside the BMP stay themselves", all, ["𠮷野"], "大𠮷·野", [0, 1, 5]),
  row("duplicates after folding", all, ["传销", "傳銷", "传 销"], "傳销", [0, 0, 2], [1, 0, 2], [2, 0, 2]),
  row("one character that folds to several", all, ["株式会社", "会社", "社长"], "㍿长", [0, 0, 1], [1, 0, 1], [2, 0, 2]),
  row("case and width without noise", foldsOnly, ["ab"], "Ａ b ＡＢ", [0, 4, 6]),
  row("no folds, noise skipped", noiseOnly, ["ab"], "A-b a-b", [0, 4, 7]),

  row("punctuation between", all, ...same("传销", "传*销")),
  row("spaces between", all, ...same("直推奖", "直 推 奖")),
  row("newline between", all, ...same("传销", "传\r\n销")),
  row("zero-width between", all, ...same("传销", "传\u200b\u200d\ufeff销")),
  row("variation selector and keycap", all, ...same("传销", "传\ufe0f\u20e3销")),
  row("combining strokes", all, ...same("传销", "传\u0336销\u0336", 0, 3)),
  row("emoji between", all, ...same("传销", "传😀👨‍👩‍👧销")),
  row("lone surrogates between", all, ...same("传销", "传\ud83d\udc00\udc00\ud83d销")),
  row("QQ markup between", all, ...same("投资", "投[em]e400655[/em]资")),
  row("QQ markup before and after", all, ["投资"], "轻投[em]e400655[/em]资[em]e1[/em]", [0, 1, 19]),
  row("slash emoticon between", all, ...same("投资", "投/玫瑰资")),
  row("tags around keep their brackets", all, ["传销"], "<p>传销</p>", [0, 3, 5]),
  row("tag between", all, ...same("传销", "传<b>销")),
  row("noise before and after is not part of a hit", all, ["传销"], "**传销**", [0, 2, 4]),
  row("noise inside the pattern is dropped", all, ...same("链动2+1", "链动2＋1")),
  row("noise only", all, ["传销"], "!!! ***"),
  row("gap of 32 units", all, ["传销"], gap(32), [0, 0, 34]),
  row("gap of 33 units", all, ["传销"], gap(33)),
  row("gap counts between neighbours, not in all", all, ["传销人"], `${gap(20)}${"*".repeat(20)}人`, [0, 0, 43]),
  row("single character with folds", all, ["傳"], "*传*", [0, 1, 2]),
  row(
    "same start, more than eight patterns with one prefix",
    exact,
    ["abcd", "abcde", "abcdf", "abcdg", "abcdh", "abcdi", "abcdj", "abcdk", "abcdl", "abc", "abcdef"],
    "abcdefg",
    [9, 0, 3],
    [0, 0, 4],
    [1, 0, 5],
    [10, 0, 6],
  ),
];
