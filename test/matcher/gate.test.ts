/** The gate against a reference that sums every run of neighbours anew. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContainer } from "../../src/artifact/container.js";
import { classMapOf } from "../../src/engine.js";
import { foldText } from "../../src/fold/index.js";
import { codeOfUnit, codeOther } from "../../src/matcher/classes.js";
import { type Gate, gateSlot, gateSlots, gateTable, gateUnits } from "../../src/matcher/gate.js";
import { scan } from "../../src/matcher/kernel.js";
import { windowUnits } from "../../src/matcher/scratch.js";
import { openLayer } from "../../src/scan/layer.js";
import { Scanner } from "../../src/scan/scanner.js";
import { artifactWith, term } from "../scan/fixture.js";

const letters = "拉人头交会费再a1";
const absent = -2;
const pairs = [...letters]
  .flatMap((first, i) => [...letters].map((second, j) => ({ first, second, weight: ((7 * i + 3 * j) % 23) - 11 })))
  .sort((a, b) => a.weight - b.weight);
const table = gateTable(
  Uint32Array.from(pairs, ({ first, second }) => ((first.charCodeAt(0) << 16) | second.charCodeAt(0)) >>> 0),
  Int8Array.from(pairs, ({ weight }) => weight),
  absent,
);
const tables = openLayer(readContainer(artifactWith([term("拉人头", "recruit_reward"), term("会费", "entry_fee")]), "dictionary")).table;

function ours(text: string, patterns: readonly (typeof tables)[] = [tables]): number {
  const gate: Gate = { weights: table, most: 0 };
  scan(text, classMapOf(), patterns, new Uint32Array(3), gate);
  return gate.most;
}

/** The largest sum of `gateUnits` neighbours in a row; the last unit of a text has the end for a neighbour. A shorter text counts as a whole. */
function naive(text: string): number {
  const { units } = foldText(text, { folds: "default", skipNoise: true });
  const weights = Array.from({ length: units.length }, (_, k) => {
    const second = k + 1 < units.length ? codeOfUnit(units[k + 1]) : codeOther;
    return table[Math.imul((codeOfUnit(units[k]) << 16) | second, 0x9e3779b1) >>> 15];
  });
  const runs = Math.max(1, weights.length - gateUnits + 1);
  return Math.max(...Array.from({ length: runs }, (_, k) => weights.slice(k, k + gateUnits).reduce((sum, weight) => sum + weight, 0)));
}

const piece = fc.constantFrom(...letters, ..."，。 天气\u200b", "🎉", "拉人头", "繳", "Ａ");
const textOf = (min: number, max: number) => fc.array(piece, { minLength: min, maxLength: max }).map((parts) => parts.join(""));

describe("the gate", () => {
  it("is the largest sum of neighbours in a row, on texts of any length", () => {
    fc.assert(
      fc.property(textOf(0, 120), (text) => {
        expect(ours(text)).toBe(naive(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([0, 1, 2, gateUnits - 1, gateUnits, gateUnits + 1, gateUnits + 2, 2 * gateUnits])("on texts of %s units", (length) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: length, maxLength: length }), (text) => {
        expect(ours(text)).toBe(naive(text));
        expect(ours(`，${text.split("").join("。")}`)).toBe(naive(text));
      }),
      { numRuns: 200 },
    );
  });

  it("across windows, with and without patterns", () => {
    const long = fc.tuple(textOf(1, 50), textOf(1, 90), fc.integer({ min: -40, max: 40 }), fc.constantFrom("天", "，", "天，"), fc.nat(2));
    fc.assert(
      fc.property(long, ([head, tail, shift, filler, windows]) => {
        const gap = (windows + 1) * windowUnits + shift - head.length;
        const text = head + filler.repeat(Math.ceil(gap / filler.length)) + tail;
        expect(ours(text)).toBe(naive(text));
        expect(ours(text, [])).toBe(naive(text));
      }),
      { numRuns: 60 },
    );
  });

  it("forgets the text before", () => {
    fc.assert(
      fc.property(textOf(0, 60), textOf(0, 60), (before, text) => {
        ours(before);
        expect(ours(text)).toBe(naive(text));
      }),
    );
  });

  it("changes nothing about the matches", () => {
    const options = { matchesMax: 1000, segmenter: null, scenes: null };
    const scanner = new Scanner([
      openLayer(readContainer(artifactWith([term("拉人头", "recruit_reward"), term("会费", "entry_fee")]), "dictionary")),
    ]);
    fc.assert(
      fc.property(textOf(0, 80), fc.constantFrom(0, windowUnits - 20), (text, pad) => {
        const whole = "天".repeat(pad) + text;
        const plain = scanner.sight(whole, options);
        expect(scanner.sight(whole, { ...options, gate: { weights: table, most: 0 } })).toEqual(plain);
      }),
    );
  });

  it("keeps the larger weight where two pairs share a slot, and the other weight everywhere else", () => {
    const [first, second] = [0x62c9, 0x4eba];
    const slot = gateSlot(first, second);
    let twin = 0;
    while (twin === second || gateSlot(first, twin) !== slot) {
      twin++;
      if (twin > 0xffff) break;
    }
    const other = twin > 0xffff ? second : twin;
    for (const weights of [
      [-5, 5],
      [5, 5],
    ]) {
      const made = gateTable(Uint32Array.of((first << 16) | other, (first << 16) | second), Int8Array.from(weights), absent);
      expect(made[slot]).toBe(5);
      expect(made.filter((weight) => weight !== absent).length).toBe(1);
      expect(made.length).toBe(gateSlots);
    }
  });
});
