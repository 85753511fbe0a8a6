import { contactsIn } from "./contacts.js";

/**
 * Slots: what schemers quantify. Recognised once per passage, by hand-written scanners over the folded units and the original text
 * (a percent sign and a decimal point are noise to the fold). A slot carries its value, so 69,800元 = 6万9800 = 69800.
 */
export const slotKinds = ["number", "money", "percent", "count", "level", "duration", "contact"] as const;
export type SlotKind = (typeof slotKinds)[number];

export interface Slot {
  readonly kind: SlotKind;
  /** Positions in the folded units, half-open. */
  readonly start: number;
  readonly end: number;
  /** The number; NaN where it is open (几百, 无限代) or there is none. */
  readonly value: number;
}

const digits = "零一二三四五六七八九";
const digitValue = new Map<string, number>(
  [...digits]
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ["〇", 0],
      ["两", 2],
      ["俩", 2],
      ["壹", 1],
      ["贰", 2],
      ["叁", 3],
      ["肆", 4],
      ["伍", 5],
      ["陆", 6],
      ["柒", 7],
      ["捌", 8],
      ["玖", 9],
    ]),
);
const powers = new Map<string, number>([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
  ["万", 10_000],
  ["w", 10_000],
  ["k", 1000],
  ["亿", 100_000_000],
]);

/** Words by their first unit. */
type WordList = ReadonlyMap<number, readonly string[]>;

function wordList(words: readonly string[]): WordList {
  const list = new Map<number, string[]>();
  for (const word of words) list.set(word.charCodeAt(0), [...(list.get(word.charCodeAt(0)) ?? []), word]);
  return list;
}

const none: readonly string[] = [];
const percentMarks = Array.from("%％﹪‰", (mark) => mark.charCodeAt(0));
const moneyWords = wordList([
  "元",
  "块",
  "米",
  "刀",
  "美金",
  "美元",
  "usdt",
  "u",
  "rm",
  "港币",
  "台币",
  "蚊",
  "毛",
  "角",
  "分钱",
  "大洋",
  "人民币",
  "大米",
  "泰铢",
  "马币",
  "欧",
  "镑",
  "令吉",
]);
const moneyBefore = ["$", "¥", "￥", "rm", "nt", "hkd", "usd"];
const countWords = wordList([
  "个人",
  "人",
  "位",
  "名",
  "个好友",
  "个朋友",
  "个新人",
  "户",
  "单",
  "个会员",
  "个代理",
  "个",
  "只",
  "张",
  "份",
  "台",
  "家",
  "头",
  "仁",
  "人头",
  "姐妹",
  "朋友",
]);
const levelWords = wordList(["代", "层", "级", "星", "钻", "线", "阶", "度", "环", "轮"]);
const durationWords = wordList(["天", "日", "个月", "月", "年", "周", "小时", "分钟", "期", "晚"]);

/** A text and what the fold made of it. */
export interface FoldedText {
  readonly text: string;
  /** Folded units; only the first `count` count. */
  readonly folded: Uint16Array;
  readonly count: number;
  /** The same as a string. */
  readonly units: string;
  /** Where each folded unit begins in `text`; one more entry for the end. */
  readonly offsets: Uint32Array;
}

/** 1 for every unit that may begin a number. */
const beginsNumber = new Uint8Array(0x10000);
for (const unit of [..."0123456789十拾几数", ...digitValue.keys()]) beginsNumber[unit.charCodeAt(0)] = 1;

/**
 * Finds the slots of a passage.
 * @returns slots by start; a number with a unit word gives one slot of that kind, and the number of a contact one of its own
 */
export function slotsIn(passage: FoldedText): Slot[] {
  const slots: Slot[] = [];
  const { folded, count, text, offsets } = passage;
  for (let at = 0; at < count; ) {
    const number = beginsNumber[folded[at]] === 1 ? numberAt(passage.units, text, offsets, at) : null;
    if (number === null) {
      at++;
      continue;
    }
    slots.push(classify(passage.units, text, offsets, number));
    at = Math.max(number.end, at + 1);
  }
  const contacts = contactsIn(passage.units, (at) => isPaused(text, offsets, at)).map(
    (place): Slot => ({ kind: "contact", ...place, value: Number.NaN }),
  );
  return contacts.length === 0 ? slots : [...slots, ...contacts].sort((a, b) => a.start - b.start || a.end - b.end);
}

interface NumberRead {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= "0" && unit <= "9";
}

/** Digits with decimals and thousands, Chinese numerals, and mixtures (6万9800, 1.5w, 三千八, 几百). */
function numberAt(units: string, text: string, offsets: Uint32Array, at: number): NumberRead | null {
  let end = at;
  let total = 0;
  let pending: number | null = null;
  let lastPower = 0;
  let fuzzy = false;
  let seen = false;
  let gapped = false;
  while (end < units.length && !(end > at && isPaused(text, offsets, end))) {
    const unit = units[end];
    if (isDigit(unit)) {
      if (pending !== null) break; // 二8: two numbers
      const read = digitsAt(units, text, offsets, end);
      pending = read.value;
      end = read.end;
      seen = true;
    } else if (digitValue.has(unit)) {
      if (isGapZero(units, end, pending, lastPower)) {
        gapped = true;
        end++;
        continue;
      }
      // 8%二代 and 三千八一份 are two numbers; 一二三 is one.
      if (pending !== null && (isDigit(units[end - 1]) || lastPower > 0)) break;
      const value = digitValue.get(unit) as number;
      pending = pending === null ? value : pending * 10 + value;
      end++;
      seen = true;
    } else if ((unit === "几" || unit === "数") && powers.has(units[end + 1] ?? "")) {
      fuzzy = true;
      seen = true;
      pending = 1;
      end++;
    } else if (powers.has(unit) && (seen || unit === "十" || unit === "拾") && !letterFollows(units, end)) {
      const power = powers.get(unit) as number;
      if (power >= 10_000) total = (total + (pending ?? 0) || 1) * power;
      else total += (pending ?? 1) * power;
      pending = null;
      gapped = false;
      lastPower = power;
      seen = true;
      end++;
    } else break;
  }
  if (!seen) return null;
  // 三千八 = 3800, 六万九 = 69000: a last digit after a power counts in tenths of it; not so in 三千零八.
  const inTenths = pending !== null && pending < 10 && lastPower >= 100 && !gapped && !isDigit(units[end - 1]);
  const rest = inTenths ? (pending ?? 0) * (lastPower / 10) : (pending ?? 0);
  return { start: at, end, value: fuzzy ? Number.NaN : total + rest };
}

/** The zero of 三千零五 and 一万零五百; that of 三千零花钱 is none. */
function isGapZero(units: string, at: number, pending: number | null, lastPower: number): boolean {
  const zero = (unit: string) => digitValue.get(unit) === 0;
  return pending === null && lastPower > 0 && zero(units[at]) && digitValue.has(units[at + 1] ?? "") && !zero(units[at + 1]);
}

/** w and k are powers only when no Latin letter follows (wx, kg). */
function letterFollows(units: string, at: number): boolean {
  const unit = units[at];
  if (unit !== "w" && unit !== "k") return false;
  const next = units[at + 1] ?? "";
  return next >= "a" && next <= "z";
}

/** Does a mark stand in the text before this unit that ends a word? 九百，三代 are two numbers. */
function isPaused(text: string, offsets: Uint32Array, at: number): boolean {
  const gap = offsets[at] - offsets[at - 1];
  return gap > 1 && pause.test(text.slice(offsets[at - 1] + 1, offsets[at]));
}

const pause = /[，,、。．；;：:！!？?…\n\r|/／]/;

/** A run of digits; a single point between two of them in the text is a decimal point, a comma before three a thousands separator. */
function digitsAt(units: string, text: string, offsets: Uint32Array, at: number): { end: number; value: number } {
  let literal = units[at];
  let end = at + 1;
  while (isDigit(units[end])) {
    const gap = text.slice(offsets[end - 1] + 1, offsets[end]);
    if (gap === "." || gap === "．") literal += literal.includes(".") ? "" : ".";
    else if (gap !== "" && !((gap === "," || gap === "，") && areThousands(units, text, offsets, end))) break;
    literal += units[end++];
  }
  return { end, value: Number(literal) };
}

/** Three digits that stand together, and no fourth. */
function areThousands(units: string, text: string, offsets: Uint32Array, at: number): boolean {
  const isNext = (k: number) => isDigit(units[at + k]) && text.slice(offsets[at + k - 1] + 1, offsets[at + k]) === "";
  return isNext(1) && isNext(2) && !isNext(3);
}

function classify(units: string, text: string, offsets: Uint32Array, number: NumberRead): Slot {
  const { start, end, value } = number;
  const slot = (kind: SlotKind, to: number, from = start): Slot => ({ kind, start: from, end: to, value });
  const isAlone = end < units.length && isPaused(text, offsets, end); // 返3000，名下: the name of no unit follows
  if (percentMarks.includes(markBetween(text, offsets[end - 1] + 1, offsets[end]))) return slot("percent", end);
  if (units.startsWith("百分之", start - 3)) return slot("percent", end, start - 3);
  if (!isAlone && units.startsWith("个点", end) && !units.startsWith("个点位", end)) return slot("percent", end + 2);
  if (!isAlone && units.startsWith("成", end) && value <= 10 && !/^[为员功本立果交]/.test(units.slice(end + 1)))
    return slot("percent", end + 1);
  const before = text.slice(Math.max(0, offsets[start] - 1), offsets[start]);
  const money = isAlone ? 0 : longest(moneyWords, units, end);
  if (money > 0 && !(units[end] === "u" && /[a-z]/.test(units[end + 1] ?? ""))) return slot("money", end + money);
  if (moneyBefore.includes(before) || endsWithWord(units, start, moneyBefore)) return slot("money", end);
  if (units[start - 1] === "v" && value < 20) return slot("level", end, start - 1);
  const level = isAlone ? 0 : longest(levelWords, units, end);
  if (level > 0) return slot("level", end + level);
  const duration = isAlone ? 0 : longest(durationWords, units, end);
  if (duration > 0) return slot("duration", end + duration);
  const count = isAlone ? 0 : longest(countWords, units, end);
  if (count > 0) return slot("count", end + count);
  if (/[万千百wk]$/.test(units.slice(start, end)) && end - start > 1) return slot("money", end);
  return slot("number", end);
}

/** The length of the longest word of a list that stands here. */
function longest(words: WordList, units: string, at: number): number {
  let length = 0;
  for (const word of words.get(units.charCodeAt(at)) ?? none) if (word.length > length && units.startsWith(word, at)) length = word.length;
  return length;
}

/** The first mark that the text has between two folded units, spaces apart; 0 where there is none. */
function markBetween(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 0x20) at++;
  return at < to ? text.charCodeAt(at) : 0;
}

function endsWithWord(units: string, at: number, words: readonly string[]): boolean {
  return words.some((word) => at >= word.length && units.startsWith(word, at - word.length));
}
