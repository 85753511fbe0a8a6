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

const moneyWords = [
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
];
const moneyBefore = ["$", "¥", "￥", "rm", "nt", "hkd", "usd"];
const countWords = [
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
];
const levelWords = ["代", "层", "级", "星", "钻", "线", "阶", "度", "环", "轮"];
const durationWords = ["天", "日", "个月", "月", "年", "周", "小时", "分钟", "期", "晚"];

/**
 * Finds the slots of a passage.
 * @param units folded units of the passage, as a string of the same length
 * @param text the original text
 * @param offsets where each folded unit begins in `text`
 * @returns slots by start; a number with a unit word gives one slot of that kind
 */
export function slotsIn(units: string, text: string, offsets: Uint32Array): Slot[] {
  const slots: Slot[] = [];
  for (let at = 0; at < units.length; ) {
    const number = numberAt(units, text, offsets, at);
    if (number === null) {
      at++;
      continue;
    }
    slots.push(classify(units, text, offsets, number));
    at = Math.max(number.end, at + 1);
  }
  return slots;
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
  while (end < units.length) {
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

/** A run of digits; a single point or comma between two of them in the text is a decimal point or a thousands separator. */
function digitsAt(units: string, text: string, offsets: Uint32Array, at: number): { end: number; value: number } {
  let literal = units[at];
  let end = at + 1;
  while (isDigit(units[end])) {
    const gap = text.slice(offsets[end - 1] + 1, offsets[end]);
    if (gap === "." || gap === "．") literal += literal.includes(".") ? "" : ".";
    else if (gap !== "" && gap !== "," && gap !== "，") break;
    literal += units[end++];
  }
  return { end, value: Number(literal) };
}

function classify(units: string, text: string, offsets: Uint32Array, number: NumberRead): Slot {
  const { start, end, value } = number;
  const slot = (kind: SlotKind, to: number, from = start): Slot => ({ kind, start: from, end: to, value });
  const after = text.slice(offsets[end - 1] + 1, (offsets[end] ?? text.length) + 1).trimStart();
  if (/^[%％﹪‰]/.test(after)) return slot("percent", end);
  if (units.startsWith("百分之", start - 3)) return slot("percent", end, start - 3);
  if (units.startsWith("个点", end) && !units.startsWith("个点位", end)) return slot("percent", end + 2);
  if (units.startsWith("成", end) && value <= 10 && !/^[为员功本立果交]/.test(units.slice(end + 1))) return slot("percent", end + 1);
  const before = text.slice(Math.max(0, offsets[start] - 1), offsets[start]);
  const money = longest(moneyWords, units, end);
  if (money > 0 && !(units[end] === "u" && /[a-z]/.test(units[end + 1] ?? ""))) return slot("money", end + money);
  if (moneyBefore.includes(before) || endsWithWord(units, start, moneyBefore)) return slot("money", end);
  if (units[start - 1] === "v" && value < 20) return slot("level", end, start - 1);
  const level = longest(levelWords, units, end);
  if (level > 0) return slot("level", end + level);
  const duration = longest(durationWords, units, end);
  if (duration > 0) return slot("duration", end + duration);
  const count = longest(countWords, units, end);
  if (count > 0) return slot("count", end + count);
  if (/[万千百wk]$/.test(units.slice(start, end)) && end - start > 1) return slot("money", end);
  return slot("number", end);
}

function longest(words: readonly string[], units: string, at: number): number {
  let length = 0;
  for (const word of words) if (word.length > length && units.startsWith(word, at)) length = word.length;
  return length;
}

function endsWithWord(units: string, at: number, words: readonly string[]): boolean {
  return words.some((word) => at >= word.length && units.startsWith(word, at - word.length));
}
