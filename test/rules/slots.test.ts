import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldInto } from "../../src/fold/into.js";
import { type Slot, slotKinds, slotsIn } from "../../src/rules/slots.js";

const fold = foldInto({ folds: "default", skipNoise: true });

interface Read {
  readonly units: string;
  readonly slots: readonly Slot[];
}

function read(text: string): Read {
  const units = new Uint16Array(8 * text.length + 32);
  const offsets = new Uint32Array(units.length);
  const count = fold(text, 0, text.length, units, offsets);
  offsets[count] = text.length;
  const folded = String.fromCharCode(...units.subarray(0, count));
  return { units: folded, slots: slotsIn({ text, folded: units, count, units: folded, offsets }) };
}

function shown(text: string): [string, string, number][] {
  const { units, slots } = read(text);
  return slots.map(({ kind, start, end, value }) => [kind, units.slice(start, end), value]);
}

const digits = "零一二三四五六七八九";

/** 1–9,999 as it is written out: 三千零五. */
function belowTenThousand(value: number): string {
  let text = "";
  let open = false;
  for (const [power, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit > 0) text += `${open ? "零" : ""}${digits[digit]}${name}`;
    open = text !== "" && digit === 0;
  }
  return text;
}

function written(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return belowTenThousand(low);
  return `${belowTenThousand(high)}万${low > 0 && low < 1000 ? "零" : ""}${low > 0 ? belowTenThousand(low) : ""}`;
}

/** As people say it: the last power is left away where its number follows the power above (六万九千八). */
function spoken(value: number): string {
  return written(value).replace(/(?<=[百千万][一二三四五六七八九])[十百千]$/, (power, at: number, whole: string) => {
    const above = whole[at - 2];
    return `${power}${above}` === "千万" || `${power}${above}` === "百千" || `${power}${above}` === "十百" ? "" : power;
  });
}

const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const capital: Readonly<Record<string, string>> = {
  一: "壹",
  二: "贰",
  三: "叁",
  四: "肆",
  五: "伍",
  六: "陆",
  七: "柒",
  八: "捌",
  九: "玖",
  十: "拾",
  百: "佰",
  千: "仟",
};

/** Ways to write a number. */
function spellings(value: number): string[] {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  return [
    String(value),
    value.toLocaleString("en-US"),
    fullWidth(String(value)),
    written(value),
    spoken(value),
    written(value).replace(/./g, (one) => capital[one] ?? one),
    ...(high > 0 && low >= 1000 ? [`${high}万${low}`, `${high}w${low}`] : []),
    ...(high > 0 && low % 1000 === 0 ? [`${value / 10_000}万`, `${value / 10_000}w`] : []),
    ...(value % 1000 === 0 ? [`${value / 1000}千`, `${value / 1000}k`] : []),
  ];
}

describe("slots", () => {
  it("one amount has one value, however it is written", () => {
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.integer({ min: 1, max: 9999 }).map((high) => high * 1000),
    );
    fc.assert(
      fc.property(amount, (value) => {
        for (const spelling of spellings(value))
          expect(shown(`交${spelling}元`), spelling).toMatchObject([["money", expect.anything(), value]]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["69,800元", 69_800],
    ["6万9800元", 69_800],
    ["69800元", 69_800],
    ["六万九千八元", 69_800],
    ["6.98万元", 69_800],
    ["1.5w米", 15_000],
    ["399U", 399],
    ["三千八块", 3800],
    ["３８００元", 3800],
    ["RM500", 500],
  ])("%s is money", (text, value) => {
    expect(shown(text)).toMatchObject([["money", expect.anything(), value]]);
  });

  it.each<[string, string, number]>([
    ["3%", "percent", 3],
    ["1.2％", "percent", 1.2],
    ["百分之三十", "percent", 30],
    ["8个点", "percent", 8],
    ["三个人", "count", 3],
    ["5位", "count", 5],
    ["直推2单", "count", 2],
    ["三代", "level", 3],
    ["九层", "level", 9],
    ["V3", "level", 3],
    ["21天", "duration", 21],
    ["3个月", "duration", 3],
  ])("%s is a %s of %d", (text, kind, value) => {
    expect(shown(text)).toMatchObject([[kind, expect.anything(), value]]);
  });

  it("an open number has no value", () => {
    expect(shown("几百元")).toMatchObject([["money", "几百元", Number.NaN]]);
  });

  it("a percentage and what follows are two slots", () => {
    expect(shown("一代8%二代3%").map(([kind, , value]) => [kind, value])).toEqual([
      ["level", 1],
      ["percent", 8],
      ["level", 2],
      ["percent", 3],
    ]);
  });

  const piece = fc.constantFrom(
    ..."0159零一两十百千万亿几数第每个点成wkuv%％$¥￥.,，、· \n元块米刀位名人单代层级星天月年期",
    ..."百分之 个月 个点位 USDT RM 人头 美金 无限代 [微笑] 👍 \u200b \ud842 𠮷".split(" "),
  );
  const anyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

  it("never leave the passage, ascend, and have a value or none", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { units, slots } = read(text);
        const before = { number: { start: -1, end: 0 }, contact: { start: -1, end: 0 } };
        for (const { kind, start, end, value } of slots) {
          const last = kind === "contact" ? before.contact : before.number;
          expect(slotKinds).toContain(kind);
          expect(start >= 0 && start < end && end <= units.length).toBe(true);
          expect(start > last.start && end > last.end && start >= Math.max(before.contact.start, before.number.start)).toBe(true);
          expect(Number.isNaN(value) || (Number.isFinite(value) && value >= 0)).toBe(true);
          Object.assign(last, { start, end });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("a mark that ends a word ends a number, and no unit is read across it", () => {
    expect(shown("推九百，三代拿钱")).toEqual([
      ["money", "九百", 900],
      ["level", "三代", 3],
    ]);
    expect(shown("返3000，名下有人")).toEqual([["money", "3000", 3000]].map(([, text, value]) => ["number", text, value]));
    expect(shown("1,2,345元")).toEqual([
      ["number", "1", 1],
      ["money", "2345元", 2345],
    ]);
  });

  it("noise around an amount does not change it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom("👍", "\u200b", " ", "【", "～"), (value, noise) => {
        expect(shown(`交${noise}${value}${noise}元${noise}`)).toEqual([["money", `${value}元`, value]]);
      }),
    );
  });

  it.each(["1", "十", "几百", "九千", "5成", "百分之5", "三人", "v3", "5万", "一", "1.", "1,", "几", "usdt1", "5个点"])(
    "steps grow with the length of %s repeated, not with its square",
    (unit) => {
      const steps = (repeats: number) => stepsFor(unit.repeat(repeats));
      const [half, whole] = [steps(200), steps(400)];
      expect(whole).toBeLessThanOrEqual(2.2 * half + 200);
    },
  );
});

/** Runs the scanner on texts that count how often a unit of them is read; a slice or comparison counts as one. */
function stepsFor(text: string): number {
  const units = new Uint16Array(8 * text.length + 32);
  const offsets = new Uint32Array(units.length);
  const count = fold(text, 0, text.length, units, offsets);
  offsets[count] = text.length;
  const steps = { count: 0 };
  const folded = counting(String.fromCharCode(...units.subarray(0, count)), steps);
  slotsIn({ text: counting(text, steps), folded: units, count, units: folded, offsets });
  expect(steps.count).toBeGreaterThan(0);
  return steps.count;
}

function counting(text: string, steps: { count: number }): string {
  return new Proxy(Object(text), {
    get(target, key) {
      if (key !== "length") steps.count++;
      const value = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(text) : value;
    },
  }) as string;
}

describe("contacts", () => {
  const contacts = (text: string) => shown(text).flatMap(([kind, units]) => (kind === "contact" ? [units] : []));

  it.each([
    ["加微信 abc123 了解", ["加微信abc123"]],
    ["加微了解", ["加微"]],
    ["微信号：abc***", ["微信号abc"]],
    ["VX＋ｚｚ１２３４", ["vxzz1234"]],
    ["加V细聊", ["加v"]],
    ["扫我微信", ["扫我微信"]],
    ["电话：138-0000-0000。", ["电话13800000000"]],
    ["打13800000000", ["13800000000"]],
    ["扣扣群号 123***", ["扣扣群号123"]],
    ["抖音号 abc", ["抖音号abc"]],
    ["邮箱：zhang", ["邮箱zhang"]],
    ["群号 ok***ay", ["群号okay"]],
    ["LINE：ab12345", ["lineab12345"]],
    ["qq 10001，tel 010-66668888", ["qq10001", "tel01066668888"]],
  ])("%s", (text, expected) => {
    expect(contacts(text)).toEqual(expected);
  });

  it.each([
    "手机iPhone 15",
    "微信小程序",
    "订单号213800000000123",
    "加薪",
    "加盟店 8 家",
    "online class",
    "加vip会员",
    "电话里说不清",
    "线下 line up",
  ])("%s is none", (text) => {
    expect(contacts(text)).toEqual([]);
  });

  it("do not take away the numbers in them", () => {
    expect(shown("微信 88888").map(([kind]) => kind)).toEqual(["contact", "number"]);
  });

  it("come to an end soon on what nearly is one", () => {
    for (const nearly of ["微信号号号", "line是为的abcdefghijkl", "电话1234", "1380000000"])
      expect(contacts(`${nearly}，`.repeat(100))).toEqual([]);
  });
});
