/**
 * Derives the rows of every fold from the running Unicode data and the character tables of opencc-js.
 * A row is [source, targets], both code points. Rows of one fold are sorted by source.
 */
import { readFileSync } from "node:fs";
import hkVariants from "opencc-js/dict/HKVariantsRev";
import japanese from "opencc-js/dict/JPShinjitaiCharacters";
import traditional from "opencc-js/dict/TSCharacters";
import twVariants from "opencc-js/dict/TWVariantsRev";

/** @returns {{ width: Row[], letterCase: Row[], traditional: Row[], variant: Row[], noise: Range[], zeroWidth: Range[] }} */
export function deriveFolds() {
  const compatibility = compatibilityRows();
  const simplified = traditionalMap();
  const own = readOwnVariants();
  const folds = {
    width: sorted(new Map([...compatibility.filter(([source]) => !isHan(source)), ...beyondNfkc()])),
    letterCase: letterCaseRows(new Set(compatibility.map(([source]) => source))),
    traditional: sorted(new Map([...simplified].map(([source, target]) => [source, [target]]))),
    variant: variantRows(compatibility, simplified, own),
    noise: ranges(isNoise),
    zeroWidth: ranges((point) => /\p{Default_Ignorable_Code_Point}/u.test(character(point))),
  };
  assertIdempotent(folds);
  return folds;
}

const lastCodePoint = 0x10ffff;

function character(point) {
  return String.fromCodePoint(point);
}

function isSurrogate(point) {
  return point >= 0xd800 && point <= 0xdfff;
}

function isHan(point) {
  return /\p{Script=Han}/u.test(character(point));
}

function points(text) {
  return Array.from(text, (each) => each.codePointAt(0));
}

function sorted(map) {
  return [...map].sort((left, right) => left[0] - right[0]);
}

/** NFKC of every single code point that it changes. */
function compatibilityRows() {
  const rows = [];
  for (let point = 0; point <= lastCodePoint; point++) {
    if (isSurrogate(point)) continue;
    const folded = character(point).normalize("NFKC");
    if (folded !== character(point)) rows.push([point, points(folded)]);
  }
  return rows;
}

/**
 * Enclosed digits and letters to which Unicode gives no decomposition: first code point, what it stands for, how many follow in
 * order. Written by hand from the names of the characters in the Unicode code charts.
 */
const enclosedRuns = [
  [0x2776, 1, 10], // ❶ dingbat negative circled
  [0x2780, 1, 10], // ➀ dingbat circled sans-serif
  [0x278a, 1, 10], // ➊ dingbat negative circled sans-serif
  [0x24eb, 11, 10], // ⓫ negative circled
  [0x24f5, 1, 10], // ⓵ double circled
  [0x24ff, 0, 1], // ⓿ negative circled
  [0x1f10b, 0, 1], // 🄋 dingbat circled sans-serif
  [0x1f10c, 0, 1], // 🄌 dingbat negative circled sans-serif
  [0x1f150, "A", 26], // 🅐 negative circled
  [0x1f170, "A", 26], // 🅰 negative squared
];

function beyondNfkc() {
  return enclosedRuns.flatMap(([first, start, count]) =>
    Array.from({ length: count }, (_, step) => [
      first + step,
      typeof start === "number" ? points(String(start + step)) : [start.codePointAt(0) + step],
    ]),
  );
}

/** Simple lower case. Full lower case differs for one code point, İ (i and a dot as a mark); final sigma is written as sigma. */
function letterCaseRows(compatible) {
  const rows = [[0x3c2, [0x3c3]]];
  for (let point = 0; point <= lastCodePoint; point++) {
    if (isSurrogate(point) || compatible.has(point)) continue;
    const lower = character(point).toLowerCase();
    if (lower !== character(point)) rows.push([point, points(lower)]);
  }
  return rows.sort((left, right) => left[0] - right[0]);
}

/** The source and first target of each row of an opencc-js character table. */
function characterRows(table) {
  return table.split("|").map((row) => row.split(" ").map((cell) => cell.codePointAt(0)));
}

/**
 * Traditional → simplified, followed to the end of each chain; then the Taiwan and Hong Kong forms that it lacks.
 * Rows that end outside the BMP are left out: about 230 rare characters, worth 1 kB of the library and met in no text about money.
 * Of GB2312 level 1 only 乾 changes (乾 → 干): the tables of Taiwan would also change 么 and 著.
 */
function traditionalMap() {
  const direct = new Map(characterRows(traditional).filter(([source, target]) => source !== target));
  const follow = (point) => (direct.has(point) ? follow(direct.get(point)) : point);
  const map = new Map([...direct.keys()].map((source) => [source, follow(source)]));
  const levelOne = gb2312Han(0xd7);
  for (const [source, target] of [...characterRows(twVariants), ...characterRows(hkVariants)]) {
    if (!map.has(source) && !levelOne.has(source) && follow(target) !== source) map.set(source, follow(target));
  }
  return new Map([...map].filter(([, target]) => target <= 0xffff));
}

/** GB2312 ideographs from row 0xB0 to the given last row: 0xD7 for level 1 (3,755), 0xF7 for both levels (6,763). */
function gb2312Han(lastRow) {
  const decoder = new TextDecoder("gb2312");
  const found = new Set();
  for (let row = 0xb0; row <= lastRow; row++) {
    const lastCell = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= lastCell; cell++) found.add(decoder.decode(new Uint8Array([row, cell])).codePointAt(0));
  }
  return found;
}

function readOwnVariants() {
  const lines = readFileSync(new URL("own-variants.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return new Map(
    lines.map((line) =>
      line
        .split("\t")
        .slice(0, 2)
        .map((cell) => cell.codePointAt(0)),
    ),
  );
}

/**
 * Compatibility ideographs and radicals (NFKC), Japanese forms (sources outside GB2312, so that 弁 芸 缶 糸 浜 keep their Chinese
 * meaning), and our own rows. Every target runs through our own rows and through traditional → simplified.
 */
function variantRows(compatibility, simplified, own) {
  const chinese = gb2312Han(0xf7);
  const direct = new Map(characterRows(japanese).filter(([source]) => !chinese.has(source) && !simplified.has(source)));
  for (const [source, [target]] of compatibility) if (isHan(source)) direct.set(source, target);
  for (const [source, target] of own) {
    if (direct.has(source) || simplified.has(source)) throw new Error(`own row ${character(source)} is folded already: remove it`);
    if (chinese.has(source)) throw new Error(`own row ${character(source)} is an ordinary character of GB2312: remove it`);
    direct.set(source, target);
  }
  const settle = (point) => {
    const next = simplified.get(point) ?? direct.get(point);
    return next === undefined ? point : settle(next);
  };
  return sorted(new Map([...direct.keys()].map((source) => [source, [settle(source)]])));
}

const keptMark = /^[\p{Mc}--[\p{Script=Zyyy}\p{Script=Zinh}\p{Script=Hang}\p{Script=Hani}]]$/v;

/**
 * Noise is what is no letter and no number. Exceptions: spacing marks that spell (vowel signs of Indic scripts) stay; default
 * ignorable letters (Hangul fillers) and the spacing accents ˇ ˉ ˊ ˋ, which Unicode calls letters, are noise.
 */
function isNoise(point) {
  if (isSurrogate(point)) return true;
  const text = character(point);
  if (/\p{Default_Ignorable_Code_Point}/u.test(text)) return true;
  if ((point >= 0x2b9 && point <= 0x2df) || (point >= 0x2e5 && point <= 0x2ff)) return true;
  return !/[\p{L}\p{N}]/u.test(text) && !keptMark.test(text);
}

/** The code points for which `holds`, as [first, last] ranges. */
function ranges(holds) {
  const found = [];
  for (let point = 0; point <= lastCodePoint; point++) {
    if (!holds(point)) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === point - 1) last[1] = point;
    else found.push([point, point]);
  }
  return found;
}

function assertIdempotent({ width, letterCase, traditional: simplified, variant }) {
  const maps = [width, letterCase, simplified, variant].map((rows) => new Map(rows));
  const fold = (point) => maps.reduce((sequence, map) => sequence.flatMap((each) => map.get(each) ?? [each]), [point]);
  for (const source of maps.flatMap((map) => [...map.keys()])) {
    const once = fold(source);
    const twice = once.flatMap(fold);
    if (once.join() !== twice.join()) throw new Error(`U+${source.toString(16)} folds to ${character(once[0])}, which folds again`);
  }
}
