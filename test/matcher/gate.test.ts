/** The gate against sums from the beginning of the text, whose largest difference is the heaviest run. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContainer } from "../../src/artifact/container.js";
import { classMapOf } from "../../src/engine.js";
import { foldText } from "../../src/fold/index.js";
import { type Gate, gateSlot, gateSlots, gateTable, gateWeight } from "../../src/matcher/gate.js";
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
const weightOf = new Map(pairs.map(({ first, second, weight }) => [first + second, weight]));
const tables = openLayer(readContainer(artifactWith([term("拉人头", "recruit_reward"), term("会费", "entry_fee")]), "dictionary")).table;

function ours(text: string, patterns: readonly (typeof tables)[] = [tables], least = 1): number {
  const gate: Gate = { weights: table, absent, least, most: 0 };
  scan(text, classMapOf(), patterns, new Uint32Array(3), gate);
  return gate.most;
}

/** The largest sum of any run of neighbours, none included; the last unit of a text has the end for a neighbour. */
function naive(text: string): number {
  const { units } = foldText(text, { folds: "default", skipNoise: true });
  const weights = Array.from(units, (unit, k) => weightOf.get(String.fromCharCode(unit, units[k + 1] ?? 0)) ?? absent);
  let [sum, lowest, most] = [0, 0, 0];
  for (const weight of weights) {
    sum += weight;
    lowest = Math.min(lowest, sum);
    most = Math.max(most, sum - lowest);
  }
  return most;
}

const piece = fc.constantFrom(...letters, ..."，。 天气\u200b", "🎉", "拉人头", "繳", "Ａ");
const textOf = (min: number, max: number) => fc.array(piece, { minLength: min, maxLength: max }).map((parts) => parts.join(""));

describe("the gate", () => {
  it("is the largest sum of a run of neighbours, on texts of any length", () => {
    fc.assert(
      fc.property(textOf(0, 120), (text) => {
        expect(ours(text)).toBe(naive(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each([0, 1, 2, 31, 64])("on texts of %s units", (length) => {
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

  it("keeps no sum below its least one", () => {
    fc.assert(
      fc.property(textOf(0, 60), fc.integer({ min: 1, max: 60 }), (text, least) => {
        expect(ours(text, [tables], least)).toBe(Math.max(naive(text), least - 1));
      }),
    );
  });

  it("changes nothing about the matches", () => {
    const options = { matchesMax: 1000, segmenter: null, scenes: null };
    // A shut gate drops context words, of which there are none here.
    const scanner = new Scanner([
      openLayer(readContainer(artifactWith([term("拉人头", "recruit_reward"), term("会费", "entry_fee")]), "dictionary")),
    ]);
    fc.assert(
      fc.property(textOf(0, 80), fc.constantFrom(0, windowUnits - 20), (text, pad) => {
        const whole = "天".repeat(pad) + text;
        const plain = scanner.sight(whole, options);
        expect(scanner.sight(whole, { ...options, gate: { weights: table, absent, least: 0, most: 0 } })).toEqual(plain);
      }),
    );
  });

  it("gives a pair that is not listed the other weight, whatever stands in its slot", () => {
    const [first, second] = [0x62c9, 0x4eba];
    const made = gateTable(Uint32Array.of((first << 16) | second), Int8Array.of(9), absent);
    expect(gateWeight(made, absent, first, second)).toBe(9);
    const others = Array.from({ length: 0x10000 }, (_, other) => other).filter((other) => other !== second);
    const alike = others.filter((other) => gateWeight(made, absent, first, other) !== absent);
    expect(others.length).toBeGreaterThan(gateSlots / 4);
    expect(alike.length).toBeLessThanOrEqual(1);
  });

  it("keeps the larger weight where two pairs share a slot", () => {
    const { first, other, second } = twins();
    for (const weights of [
      [-5, 5],
      [5, 5],
    ]) {
      const made = gateTable(Uint32Array.of((first << 16) | other, (first << 16) | second), Int8Array.from(weights), absent);
      expect(gateWeight(made, absent, first, second)).toBe(5);
      expect(made.filter((entry) => entry !== 0).length).toBe(1);
    }
  });
});

/** Two pairs of one slot. */
function twins() {
  const bySlot = new Map<number, { first: number; second: number }>();
  for (let first = 0x4e00; ; first++)
    for (let second = 0x4e00; second < 0x5000; second++) {
      const known = bySlot.get(gateSlot(first, second));
      if (known?.first === first) return { first, other: known.second, second };
      bySlot.set(gateSlot(first, second), { first, second });
    }
}
