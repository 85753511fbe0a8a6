/** What must hold for every disguise, whatever the seed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attack, type Kind, load, type Random, type Term } from "./load.js";

const { allKinds, combine, generate } = await load("generate.mjs");
const { randomOf }: { randomOf: (seed: number) => Random } = await load("random.mjs");
const kinds: Kind[] = allKinds;

const terms: Term[] = [
  { text: "发展下线", initials: ["fzxx"] },
  { text: "加微信" },
  { text: "交3800元" },
  { text: "推荐人ID" },
  { text: "消费=存钱" },
  { text: "下线" },
  { text: "警方", cue: true },
];
const seeds = fc.integer({ min: 0, max: 0xffff_ffff });
const generated = (options: object): Attack[] => [...(generate({ terms, ...options }) as Map<string, Attack[]>).values()].flat();

describe("a disguise", () => {
  it("stands in its carrier at its span, differs from its term and says what was changed", () => {
    const check = (seed: number) => {
      for (const { text, start, end, disguise, term, changes } of generated({ kinds, perKind: 5, seed })) {
        expect(text.slice(start, end)).toBe(disguise);
        expect(disguise).not.toBe(term.text);
        expect(changes.length).toBeGreaterThan(0);
        for (const { from, to } of changes) expect(to).not.toBe(from);
      }
    };
    fc.assert(fc.property(seeds, check), { numRuns: 20 });
  });

  it("is the same for the same seed", () => {
    expect(generated({ kinds, perKind: 5, seed: 7 })).toEqual(generated({ kinds, perKind: 5, seed: 7 }));
    expect(generated({ kinds, perKind: 5, seed: 8 })).not.toEqual(generated({ kinds, perKind: 5, seed: 7 }));
  });

  it("does not depend on which other kinds are asked for", () => {
    for (const kind of kinds)
      expect(generated({ kinds: [kind], perKind: 3 })).toEqual(
        generated({ kinds, perKind: 3 }).filter((attack) => attack.kind === kind.kind),
      );
  });

  it("is made once, and no more than asked for", () => {
    for (const kind of kinds) {
      const made = generated({ kinds: [kind], perKind: 50 });
      expect(made.length).toBeLessThanOrEqual(50);
      expect(new Set(made.map(({ term, disguise }) => `${term.text} ${disguise}`)).size).toBe(made.length);
    }
  });

  it("keeps the plain term out of the carrier", () => {
    for (const { carrier, term } of generated({ kinds, perKind: 20 })) expect(carrier).not.toContain(term.text);
  });

  it("by sound of two characters has an amount and an invitation near", () => {
    const weak = generated({ kinds: kinds.filter(({ sound }) => sound), perKind: 50 }).filter(({ term }) => term.text === "下线");
    expect(weak.length).toBeGreaterThan(0);
    for (const { carrier } of weak) expect(carrier).toMatch(/\d{4}元/);
  });
});

describe("rows of a kind that has few", () => {
  it("are all found", () => {
    const made = generated({ kinds: kinds.filter(({ kind }) => kind === "initials") });
    expect(made.map(({ disguise }) => disguise).sort()).toEqual(["FZXX", "Fzxx", "fzxx"]);
  });
});

describe("two kinds", () => {
  const kindOf = (name: string) => kinds.find(({ kind }) => kind === name);

  it("stand one above the other", () => {
    const both: Kind = combine(kindOf("traditional"), kindOf("zero_width"));
    expect(both.kind).toBe("traditional+zero_width");
    const { text, changes } = both.disguise({ text: "发展下线" }, randomOf(1))!;
    expect(text).toMatch(/[發髪線]|発/);
    expect(text.replace(/\p{Default_Ignorable_Code_Point}/gu, "")).toHaveLength(4);
    expect(changes.some(({ from }) => from === "")).toBe(true);
  });

  it("hold the span too, for every pair", () => {
    const pairs = kinds
      .flatMap((first) => kinds.filter((second) => second !== first).map((second) => combine(first, second)))
      .filter((pair) => pair !== null);
    expect(pairs.length).toBeGreaterThan(500);
    for (const { text, start, end, disguise, term } of generated({ kinds: pairs, perKind: 2 })) {
      expect(text.slice(start, end)).toBe(disguise);
      expect(disguise).not.toBe(term.text);
    }
  });

  it("that would break each other are no pair", () => {
    expect(combine(kindOf("reversed"), kindOf("vertical"))).toBeNull();
    expect(combine(kindOf("markup"), kindOf("entity"))).toBeNull();
  });

  it("of words take a part each", () => {
    const both: Kind = combine(kindOf("pinyin"), kindOf("emoji_sound"));
    const { text, changes } = both.disguise({ text: "下线" }, randomOf(3))!;
    expect(text).toMatch(/^xia['_ -]?🧵$/iu);
    expect(changes).toHaveLength(2);
  });

  it("come in the order in which they can be undone", () => {
    expect(combine(kindOf("entity"), kindOf("homophone")).kind).toBe("homophone+entity");
    expect(combine(kindOf("reversed"), kindOf("noise")).kind).toBe("noise+reversed");
  });
});
