import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicon } from "../../src/compile/lexicon-build.js";
import { PhraseError } from "../../src/compile/phrase-error.js";
import { expandPhrase, type Reading, type SymbolSet } from "../../src/compile/phrase-expand.js";
import { type PhraseNode, parsePhrase } from "../../src/compile/phrase-parse.js";
import { readingsOf } from "../../src/compile/phrase-readings.js";
import { gapUnitsMax, readingsMax, sequenceSymbolsMax } from "../../src/rules/limits.js";
import { type Event, findSequence } from "../../src/rules/sequence.js";

/** Trees over a few words, as the notation writes them. */
const literal = fc.constantFrom("甲", "乙", "丙", "甲乙");
const { phrase } = fc.letrec<{ atom: string; item: string; phrase: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    literal,
    fc.array(tie("phrase"), { minLength: 1, maxLength: 3 }).map((options) => `(${options.join("|")})`),
  ),
  item: fc.tuple(tie("atom"), fc.constantFrom("", "", "?")).map(([atom, mark]) => atom + mark),
  phrase: fc
    .tuple(tie("item"), fc.array(fc.tuple(fc.constantFrom(" ", " ..1 ", " ..2 ", " ..1-3 "), tie("item")), { maxLength: 3 }))
    .map(([first, rest]) => first + rest.map(([gap, item]) => gap + item).join("")),
}));
const text = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 10 }).map((units) => units.join(""));

/** Where a phrase that begins at `start` may end: read straight from the tree, without readings. */
function endsOf(nodes: readonly PhraseNode[], haystack: string, start: number): Set<number> {
  let ends = new Set([start]);
  for (const node of nodes) ends = new Set(Array.from(ends, (at) => [...endsOfNode(node, haystack, at)]).flat());
  return ends;
}

function endsOfNode(node: PhraseNode, haystack: string, at: number): Set<number> {
  if (node.kind === "literal") return new Set(haystack.startsWith(node.text, at) ? [at + node.text.length] : []);
  if (node.kind === "optional") return new Set([at, ...endsOfNode(node.node, haystack, at)]);
  if (node.kind === "choice") return new Set(node.options.flatMap((option) => [...endsOf(option, haystack, at)]));
  if (node.kind !== "gap") throw new Error(node.kind);
  return new Set(Array.from({ length: node.max - node.min + 1 }, (_, k) => at + node.min + k).filter((end) => end <= haystack.length));
}

/** Is the phrase there? There is room around the text: a gap that is left at an end of the phrase asks for nothing. */
function isThere(nodes: readonly PhraseNode[], haystack: string): boolean {
  const room = "丁".repeat(12);
  return Array.from(haystack + room, (_, start) => start).some((start) => endsOf(nodes, room + haystack + room, start).size > 0);
}

function eventsOf({ literals }: SymbolSet, haystack: string): Event[] {
  return Array.from(haystack, (_, start) =>
    literals.filter((word) => haystack.startsWith(word, start)).map((word) => ({ start, end: start + word.length })),
  ).flat();
}

function findReading({ symbols, gapMin, gapMax }: Reading, haystack: string): Event[] {
  const numbers = symbols.map((_, k) => k);
  return findSequence(
    { phrase: 0, symbols: numbers, gapMin, gapMax, anchor: 0 },
    symbols.map((set) => eventsOf(set, haystack)),
  );
}

function expandOrNull(nodes: readonly PhraseNode[]): Reading[] | null {
  try {
    return expandPhrase(nodes, new Map());
  } catch (error) {
    if (error instanceof PhraseError) return null;
    throw error;
  }
}

describe("the notation of phrases", () => {
  it("any text is a phrase or is refused with a place in it", () => {
    const sign = fc.constantFrom(..."甲乙()|<>{}@?. .12-a_>=\n\t'\"（，𠮷", "..3", "<ab>", "{money}", "\ud842");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const source = signs.join("");
        try {
          expect(parsePhrase(source).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(PhraseError);
          const { at, message } = error as PhraseError;
          expect(at >= 0 && at <= source.length).toBe(true);
          expect(message).toMatch(/^[^\r\n]+$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("blanks between items mean nothing", () => {
    fc.assert(
      fc.property(phrase, (source) => {
        const kinds = (nodes: readonly PhraseNode[]): unknown =>
          JSON.parse(JSON.stringify(nodes, (key, value) => (key === "at" ? undefined : value)));
        expect(kinds(parsePhrase(` ${source.replaceAll(" ", " \n\t ")} `))).toEqual(kinds(parsePhrase(source)));
      }),
    );
  });

  it("every item knows where it stands", () => {
    const nodes = parsePhrase(" <bring> ..2-6 (甲|乙 {money>=100<=500})? @rr01..3 丙丁");
    expect(nodes.map(({ kind, at }) => [kind, at])).toEqual([
      ["class", 1],
      ["gap", 9],
      ["optional", 15],
      ["phrase", 40],
      ["gap", 45],
      ["literal", 49],
    ]);
    expect(nodes[2]).toMatchObject({
      node: { options: [[{ text: "甲" }], [{ text: "乙" }, { name: "money", min: 100, max: 500, at: 20 }]] },
    });
  });
});

describe("readings", () => {
  it("find what the tree says, and nothing else", () => {
    let compared = 0;
    fc.assert(
      fc.property(phrase, text, (source, haystack) => {
        const nodes = parsePhrase(source);
        const readings = expandOrNull(nodes);
        if (readings === null) return;
        compared++;
        expect(readings.some((reading) => findReading(reading, haystack).length > 0)).toBe(isThere(nodes, haystack));
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(800);
  });

  it("keep the limits and are distinct", () => {
    fc.assert(
      fc.property(phrase, (source) => {
        const readings = expandOrNull(parsePhrase(source)) ?? [];
        expect(new Set(readings.map((reading) => JSON.stringify(reading))).size).toBe(readings.length);
        expect(readings.length).toBeLessThanOrEqual(readingsMax);
        for (const { symbols, gapMin, gapMax } of readings) {
          expect(symbols.length >= 1 && symbols.length <= sequenceSymbolsMax).toBe(true);
          expect([gapMin.length, gapMax.length, gapMin[0], gapMax[0]]).toEqual([symbols.length, symbols.length, 0, 0]);
          expect(gapMin.every((least, k) => least >= 0 && least <= gapMax[k] && gapMax[k] <= gapUnitsMax)).toBe(true);
        }
      }),
    );
  });

  it.each<[string, number]>([
    ["甲 (乙|丙|丁)", 1],
    ["甲 (乙|丙 丁)", 2],
    ["甲? 乙? 丙", 4],
    ["(甲|乙 丙)(甲|乙 丙)(甲|乙 丙)", 8],
    ["甲 (乙|(丙|<a>))", 1],
    ["甲? 甲", 2],
    ["甲? ..3 甲? ..3 乙", 4],
  ])("%s has %i", (source, count) => {
    expect(expandPhrase(parsePhrase(source), new Map()).length).toBe(count);
  });

  it("adds the gaps beside a part that is left out, and drops them at an end", () => {
    const gaps = (source: string) => expandPhrase(parsePhrase(source), new Map()).map(({ gapMin, gapMax }) => [gapMin, gapMax]);
    expect(gaps("甲 ..2-3 乙? ..4 丙")).toEqual([
      [
        [0, 2],
        [0, 7],
      ],
      [
        [0, 2, 0],
        [0, 3, 4],
      ],
    ]);
    expect(gaps("甲? ..2 乙 ..3 丙?")).toEqual(expect.arrayContaining([[[0], [0]]]));
  });

  it("takes readings of other phrases, deep but not endlessly", () => {
    const chain = (depth: number) =>
      Array.from({ length: depth }, (_, k) => ({ id: `p${k}`, text: k === 0 ? "一起" : `@p${k - 1}` })).reverse();
    expect(readingsOf([], chain(9)).problems).toEqual([]);
    expect(readingsOf([], chain(9)).readings.get("p8")).toEqual(readingsOf([], chain(1)).readings.get("p0"));
    for (const length of [10, 15, 3000]) {
      const { problems, readings } = readingsOf([], chain(length));
      expect(problems[0].error.code).toBe("NOMLM_DICT_PHRASE_CYCLE");
      expect([...readings.keys()].sort()).toEqual(Array.from({ length: 9 }, (_, k) => `p${k}`));
    }
    const loop = readingsOf(
      [],
      [
        { id: "a", text: "一起 @b" },
        { id: "b", text: "@c" },
        { id: "c", text: "@a 一起" },
        { id: "d", text: "@a" },
      ],
    );
    expect(loop.problems.map(({ id, error }) => [id, error.code, error.at])).toEqual([["c", "NOMLM_DICT_PHRASE_CYCLE", 0]]);
    expect([...loop.readings.keys()]).toEqual([]);
  });
});

describe("anchors", () => {
  const classes = [
    { name: "bring", words: ["拉", "带", "介绍"] },
    { name: "rare", words: ["五级三阶制"] },
  ];
  const anchorText = (source: string, frequency?: (word: string) => number) => {
    const lexicon = buildLexicon(classes, [{ id: "p", element: "topic", text: source }], frequency);
    return lexicon.sequences.map(({ symbols, anchor }) => symbols.indexOf(anchor));
  };

  it("are the part with the fewest and longest words", () => {
    expect(anchorText("<bring> ..3 <rare> ..3 奖励")).toEqual([1]);
    expect(anchorText("<bring> ..3 {money} ..3 奖励")).toEqual([2]);
    expect(anchorText("介绍 ..3 (奖励|返现|给)")).toEqual([0]);
  });

  it("are the rarest part where frequencies are known", () => {
    expect(anchorText("<bring> ..3 奖励", (word) => (word === "奖励" ? 1 : 0.1))).toEqual([0]);
  });

  it.each(["拉 {number}", "(拉|带) ..2 {money} ..2 人", "{money} {count}", "拉 (人|{count})"])("%s has none", (source) => {
    expect(() => buildLexicon(classes, [{ id: "p", element: "topic", text: source }])).toThrow(PhraseError);
  });
});
