/**
 * The fold derived a second time, from what the tables were made of and from nothing in src/: the running Unicode data, the public
 * converters of opencc-js on single characters, and tools/fold/own-variants.tsv. Slow and plain; for tests only.
 */
import { readFileSync } from "node:fs";
import * as OpenCC from "opencc-js";

export interface OwnVariant {
  readonly source: string;
  readonly target: string;
  readonly group: string;
  readonly reason: string;
}

export const ownVariants: readonly OwnVariant[] = readFileSync("tools/fold/own-variants.tsv", "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [source, target, group, reason] = line.split("\t");
    return { source, target, group, reason };
  });

/** The Han characters of GB2312 by level. */
export const gb2312 = { one: hanOfRows(0xb0, 0xd7), both: hanOfRows(0xb0, 0xf7) };

/** A character through width, case, traditional and variant, as a string; unchanged with `folds: "none"`. */
export function foldCharacter(character: string, folds: "none" | "default"): string {
  if (folds === "none") return character;
  const plain = enclosed.get(character) ?? character.normalize("NFKC");
  return Array.from(plain, (each) => settle(lower(each))).join("");
}

/** Whether a character that is folded already is noise. */
export function isNoise(character: string): boolean {
  if (/\p{Default_Ignorable_Code_Point}|\p{Surrogate}|[\u02b9-\u02df\u02e5-\u02ff]/u.test(character)) return true;
  if (/\p{Mc}/u.test(character)) return /\p{Script=Common}|\p{Script=Inherited}|\p{Script=Hangul}|\p{Script=Han}/u.test(character);
  return !/\p{L}|\p{N}/u.test(character);
}

const enclosed = new Map(
  [
    ["❶❷❸❹❺❻❼❽❾", "123456789"],
    ["➀➁➂➃➄➅➆➇➈", "123456789"],
    ["➊➋➌➍➎➏➐➑➒", "123456789"],
    ["⓵⓶⓷⓸⓹⓺⓻⓼⓽", "123456789"],
    ["⓿🄋🄌", "000"],
    ["🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
    ["🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ].flatMap(([from, to]) => Array.from(from, (each, place) => [each, to[place]] as const)),
);
for (const ten of "❿➉➓⓾") enclosed.set(ten, "10");
Array.from("⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴").forEach((each, place) => {
  enclosed.set(each, String(11 + place));
});

function lower(character: string): string {
  return character === "ς" ? "σ" : character.toLowerCase();
}

const fromTraditional = OpenCC.Converter({ from: "t", to: "cn" });
const fromTaiwan = OpenCC.Converter({ from: "tw", to: "cn" });
const fromHongKong = OpenCC.Converter({ from: "hk", to: "cn" });
const fromJapanese = OpenCC.Converter({ from: "jp", to: "cn" });
const own = new Map(ownVariants.map(({ source, target }) => [source, target]));

/** Follows a Han character to its simplified form, through the first table that changes it. */
function settle(text: string): string {
  if (!/^\p{Script=Han}$/u.test(text)) return own.get(text) ?? text;
  const candidates = [fromTraditional(text)];
  if (!gb2312.one.has(text)) candidates.push(fromTaiwan(text), fromHongKong(text));
  if (own.has(text)) candidates.push(own.get(text) as string);
  if (!gb2312.both.has(text)) candidates.push(fromJapanese(text));
  const next = candidates.find((candidate) => candidate !== text && candidate.length === 1);
  return next === undefined ? text : settle(next);
}

function hanOfRows(firstRow: number, lastRow: number): ReadonlySet<string> {
  const decoder = new TextDecoder("gb2312");
  const found = new Set<string>();
  for (let row = firstRow; row <= lastRow; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) found.add(character);
    }
  }
  return found;
}
