import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Event, findSequence, occurrencesMax, type Sequence } from "../../src/rules/sequence.js";

const symbolCount = 4;
const event = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 4 })).map(([start, length]): Event => ({ start, end: start + length }));
const occurrences = fc.array(
  fc.array(event, { maxLength: 6 }).map((events) => events.sort((a, b) => a.start - b.start || a.end - b.end)),
  { minLength: symbolCount, maxLength: symbolCount },
);
const part = fc.record({ symbol: fc.nat(symbolCount - 1), gap: fc.tuple(fc.nat(4), fc.nat(8)) });

function sequenceOf(parts: readonly { symbol: number; gap: [number, number] }[]): Sequence {
  return {
    phrase: 0,
    symbols: parts.map(({ symbol }) => symbol),
    gapMin: parts.map(({ gap }) => Math.min(...gap)),
    gapMax: parts.map(({ gap }) => Math.max(...gap)),
    anchor: parts[0].symbol,
  };
}

/** All ways to choose one occurrence per part, tried one by one. */
function everyChain({ symbols, gapMin, gapMax }: Sequence, all: readonly (readonly Event[])[]): Event[][] {
  let chains = all[symbols[0]].map((first) => [first]);
  for (let k = 1; k < symbols.length; k++) {
    chains = chains.flatMap((chain) =>
      all[symbols[k]]
        .filter(({ start }) => start - chain[k - 1].end >= gapMin[k] && start - chain[k - 1].end <= gapMax[k])
        .map((next) => [...chain, next]),
    );
  }
  return chains;
}

/** An occurrence that counts how often it is looked at. */
function watched(start: number, end: number, steps: { count: number }): Event {
  return {
    get start() {
      steps.count++;
      return start;
    },
    end,
  };
}

describe("findSequence", () => {
  it("gives the shortest of all chains for each end, and no other", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), occurrences, (parts, all) => {
        const sequence = sequenceOf(parts);
        const chains = everyChain(sequence, all);
        const expected = all[sequence.symbols[sequence.symbols.length - 1]].flatMap((last) => {
          const starts = chains.filter((chain) => chain[chain.length - 1] === last).map((chain) => chain[0].start);
          return starts.length === 0 ? [] : [{ start: Math.max(...starts), end: last.end }];
        });
        expect(findSequence(sequence, all)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("finds nothing where a part is nowhere", () => {
    expect(findSequence(sequenceOf([{ symbol: 0, gap: [0, 0] }]), [])).toEqual([]);
    const all: Event[][] = [[{ start: 0, end: 1 }]];
    expect(findSequence(sequenceOf([0, 1].map((symbol) => ({ symbol, gap: [0, 9] }))), all)).toEqual([]);
  });

  it("takes a bounded number of steps, however often a word is repeated", () => {
    const stepsFor = (repeats: number): number => {
      const steps = { count: 0 };
      const flood = Array.from({ length: repeats }, (_, k) => watched(k, k + 1, steps));
      findSequence(sequenceOf(Array.from({ length: 12 }, () => ({ symbol: 0, gap: [0, 30] as [number, number] }))), [flood]);
      return steps.count;
    };
    const most = stepsFor(occurrencesMax);
    expect(stepsFor(4 * occurrencesMax)).toBe(most);
    expect(stepsFor(100 * occurrencesMax)).toBe(most);
    expect(most).toBeLessThanOrEqual(12 * 3 * occurrencesMax ** 2);
    expect(stepsFor(occurrencesMax / 2)).toBeLessThan(most / 2);
  });
});
