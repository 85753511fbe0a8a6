/** One disguise of each kind, as it comes out for a seed: read them, they should look like what people write. */
import { describe, expect, it } from "vitest";
import { type Disguise, type Kind, load, type Random } from "./load.js";

const { allKinds }: { allKinds: Kind[] } = await load("kinds.mjs");
const { randomOf }: { randomOf: (seed: number) => Random } = await load("random.mjs");

interface Row {
  readonly kind: string;
  readonly term: string;
  readonly seed: number;
  readonly text: string;
  readonly lead?: string;
  readonly tail?: string;
}

const rows: readonly Row[] = [
  { kind: "width", term: "交3800元", seed: 4, text: "🈘③➑𝟶🄀元" },
  { kind: "lookalike", term: "加V信", seed: 1, text: "加\u0474信" },
  { kind: "traditional", term: "发展下线", seed: 2, text: "発展下線" },
  { kind: "variant", term: "发展下线", seed: 2, text: "沷辗芐缐" },
  { kind: "noise", term: "发展下线", seed: 2, text: "发•展•下线" },
  { kind: "zero_width", term: "加微信", seed: 1, text: "加\u034f\u034f\u034f微\u{e0020}信" },
  { kind: "bidi", term: "发展下线", seed: 1, text: "展发\u202c线下", tail: "\u202c" },
  { kind: "reversed", term: "发展下线", seed: 1, text: "线下展发" },
  { kind: "vertical", term: "加微信", seed: 1, text: "加 \n微 \n信" },
  { kind: "markup", term: "发展下线", seed: 1, text: '发<img src="/f/52.gif">展下线' },
  { kind: "entity", term: "加微信", seed: 1, text: "&#0021152;&#0024494;信" },
  { kind: "pinyin", term: "发展下线", seed: 4, text: "FaZhanXiaXian" },
  { kind: "mixed_pinyin", term: "加微信", seed: 2, text: "JIAWEI信" },
  { kind: "initials", term: "发展下线", seed: 1, text: "FZXX" },
  { kind: "annotated", term: "发展下线", seed: 1, text: "发展【zhǎn】下线", tail: "【xiàn】" },
  { kind: "homophone", term: "加微信", seed: 4, text: "嘉巍衅" },
  { kind: "near_homophone", term: "加微信", seed: 4, text: "贾喂锌" },
  { kind: "split", term: "加微信", seed: 1, text: "力口彳山一几攵亻言" },
  { kind: "shape", term: "加微信", seed: 4, text: "如徽诘" },
  { kind: "emoji_meaning", term: "加微信", seed: 1, text: "➕微💌" },
  { kind: "emoji_sound", term: "加微信", seed: 3, text: "🏠🛰" },
  { kind: "number", term: "交3800元", seed: 2, text: "交散捌OO块" },
  { kind: "doubled", term: "发展下线", seed: 1, text: "发发展展下下线线" },
  { kind: "symbol", term: "加微信", seed: 1, text: "➕V" },
];

function disguiseOf({ kind, term, seed }: Row): Disguise | null {
  const initials = term === "发展下线" ? ["fzxx"] : [];
  return allKinds.find((other) => other.kind === kind)!.disguise({ text: term, initials }, randomOf(seed));
}

describe("a kind", () => {
  it.each(rows)("$kind writes $term as $text", (row) => {
    const made = disguiseOf(row)!;
    expect([made.text, made.lead || undefined, made.tail || undefined]).toEqual([row.text, row.lead, row.tail]);
    expect(made.changes.length).toBeGreaterThan(0);
  });

  it("has its row here, and a name of its own", () => {
    expect(allKinds.map(({ kind }) => kind)).toEqual(rows.map(({ kind }) => kind));
  });

  it.each([
    ["lookalike", "发展下线"],
    ["traditional", "下人"],
    ["pinyin", "交3800元"],
    ["initials", "加微信"],
    ["number", "发展"],
    ["split", "VX"],
    ["homophone", "VX"],
    ["reversed", "天天"],
    ["noise", "加"],
  ])("%s does not apply to %s", (kind, term) => {
    expect(allKinds.find((other) => other.kind === kind)!.disguise({ text: term }, randomOf(1))).toBeNull();
  });
});
