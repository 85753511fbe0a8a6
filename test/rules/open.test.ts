/** Every check of the decoder of rules, one by one: an artifact with one thing wrong is refused with the right code. */
import { beforeAll, describe, expect, it } from "vitest";
import { readContainer, type Section, writeContainer } from "../../src/artifact/container.js";
import { buildLexicon } from "../../src/compile/lexicon-build.js";
import { buildModel } from "../../src/compile/model-build.js";
import { type ErrorCode, NomlmError } from "../../src/errors.js";
import { gateSlots, gateWeight } from "../../src/matcher/gate.js";
import type { RuleBook } from "../../src/rules/book.js";
import { encodeRules } from "../../src/rules/codec.js";
import { featureKey, featureSymbolsMax, phrasesIn } from "../../src/rules/features.js";
import { gateOf } from "../../src/rules/gate-pairs.js";
import type { Lexicon } from "../../src/rules/lexicon.js";
import { detectorRowsMax, gapUnitsMax, patternSymbolsMax, phrasesMax, sequenceSymbolsMax, weightRowsMax } from "../../src/rules/limits.js";
import { heads, type Model, weightColumns } from "../../src/rules/model.js";
import { type OpenedRules, openRules } from "../../src/rules/open.js";
import { readPassage } from "../../src/rules/passage.js";
import { defaultScoring, type Scoring } from "../../src/rules/scoring.js";
import { slotKinds } from "../../src/rules/slots.js";
import { fitted } from "../compile/fixture.js";

const scoring: Scoring = {
  ...defaultScoring,
  context: [{ kind: "joke", class: "reward", points: -3, most: 2 }],
  fitted: { ...fitted, classes: ["reward"] },
};
const book: RuleBook = {
  classes: [
    { name: "bring", words: ["介绍", "推荐"] },
    { name: "reward", words: ["奖励"] },
  ],
  phrases: [
    {
      id: "rr1",
      element: "recruit_reward",
      text: "<bring> ..3 {count} ..6 (<reward>|{money>=100})",
      note: "",
      hit: "介绍三个人奖励",
      miss: "介绍",
    },
    { id: "rr2", element: "recruit_reward", text: "再 <bring> 奖金?", note: "", hit: "再介绍", miss: "介绍" },
  ],
  rules: [
    {
      id: "R1",
      title: "拉人",
      all: [{ kind: "phrase", name: "rr1" }],
      any: [
        { kind: "class", name: "bring" },
        { kind: "element", element: "entry_fee" },
      ],
      anyMin: 1,
      none: [{ kind: "term", name: "T1" }],
      windowUnits: 80,
      outcome: "review",
      points: -3,
      note: "",
      hit: "甲",
      miss: "乙",
    },
  ],
  laws: [
    { id: "L1", element: "entry_fee", instrument: "条例", article: "第七条", version: "1", from: "2005-11-01", to: "2030-01-01" },
    { id: "L2", element: "recruit_reward", instrument: "条例", article: "第七条", version: "1", from: "2005-11-01" },
  ],
  scoring,
  model: buildModel(
    [
      { text: "拉", weights: [1, -2, 3, 4, 5, 6, 7, 127, -127, 0, 1, 0] },
      { text: "拉人", weights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9] },
      { text: "#人", weights: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, -9] },
      { text: "<bring> {count}", weights: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    ].map((feature) => ({ ...feature, key: featureKey(feature.text) })),
    scoring.fitted as NonNullable<Scoring["fitted"]>,
  ),
};
const lexicon = buildLexicon(book.classes, book.phrases);
const empty: OpenedRules = { lexicon: null, rules: [], laws: [], scoring: defaultScoring, hasScoring: false, model: null };
let sections: readonly Section[];

beforeAll(() => {
  sections = encodeRules(book, lexicon);
});

function opened(parts: readonly Section[]): OpenedRules {
  return openRules(readContainer(writeContainer({ kind: "dictionary", foldFingerprint: 1, sections: parts, hash: false }), "dictionary"));
}

/** The code of the refusal of an artifact with one section changed, or null. */
function codeWith(tag: string, change: (bytes: Uint8Array) => Uint8Array): ErrorCode | null {
  try {
    opened(sections.map((one) => (one.tag === tag ? { tag, bytes: change(one.bytes.slice()) } : one)));
    return null;
  } catch (error) {
    if (error instanceof NomlmError) return error.code;
    throw error;
  }
}

type Json = Record<string, unknown>;

function withJson(change: (row: Json) => void): ErrorCode | null {
  return codeWith("RULE", (bytes) => {
    const row = JSON.parse(new TextDecoder().decode(bytes)) as Json;
    change(row);
    return new TextEncoder().encode(JSON.stringify(row));
  });
}

function set16(bytes: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(bytes.buffer).setUint16(2 * at, value, true);
  return bytes;
}

function set32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(bytes.buffer).setUint32(4 * at, value, true);
  return bytes;
}

describe("openRules", () => {
  it("reads back what was written", () => {
    const { lexicon: read, rules, laws, model, ...numbers } = opened(sections);
    expect(read).toEqual(lexicon);
    expect(rules).toEqual(book.rules.map(({ note: _, hit: __, miss: ___, ...rule }) => rule));
    expect(laws).toEqual(book.laws);
    expect(numbers).toEqual({ scoring, hasScoring: true });
    expect({ ...model, symbols: book.model?.symbols }).toEqual(book.model);
  });

  it("knows the classes that are features, and all slots", () => {
    const { places, keys } = (opened(sections).model as Model).symbols;
    const known = Array.from(places.keys()).filter((symbol) => places[symbol] >= 0);
    expect(known).toEqual([1, ...slotKinds.map((_, k) => 2 + k)]);
    expect(known.map((symbol) => keys[places[symbol]])).toEqual(known.map((symbol) => opened(sections).lexicon?.symbolKeys[symbol]));
    expect(Array.from(keys)).toEqual(Array.from(keys).sort((a, b) => a - b));
  });

  it("refuses more features than a passage can number", () => {
    const many = { ...scoring, fitted: { ...fitted, classes: Array(featureSymbolsMax).fill("reward") } };
    expect(() => opened(encodeRules({ ...book, scoring: many }, lexicon))).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
  });

  it("keeps the gate as pairs, the largest weights last, and makes its table of them, with every digit for #", () => {
    const model = opened(sections).model as Model;
    const { gatePairs, gateWeights } = model;
    const pairs = new Map(Array.from(gatePairs, (pair, k) => [String.fromCharCode(pair >>> 16, pair & 0xffff), gateWeights[k]]));
    expect([...pairs]).toEqual([
      ["#人", -9],
      ["拉人", 9],
    ]);
    expect([...gateWeights]).toEqual([...gateWeights].sort((a, b) => a - b));
    const weightOf = (pair: string) => gateWeight(gateOf(model).weights, fitted.gateDefault, pair.charCodeAt(0), pair.charCodeAt(1));
    expect(["拉人", "7人", "42", "人拉", "#人"].map(weightOf)).toEqual([9, -9, 0, fitted.gateDefault, fitted.gateDefault]);
  });

  it("finds phrases as before", () => {
    const found = (use: Lexicon, text: string) => phrasesIn(use, readPassage(use, text, 0, text.length));
    const { lexicon: read } = opened(sections);
    for (const text of ["介绍三个人就奖励", "再推荐，奖金", "推荐5人返300元", "推荐"]) {
      expect(found(read as Lexicon, text)).toEqual(found(lexicon, text));
    }
  });

  it("is empty where there are no rules", () => {
    expect(opened([])).toEqual(empty);
  });

  it("needs no lexicon for rules over elements", () => {
    const alone = { ...book, classes: [], phrases: [], rules: [], scoring: null, model: null };
    expect(opened(encodeRules(alone, null))).toEqual({ ...empty, laws: book.laws });
  });

  it.each([
    "LHED",
    "LTWO",
    "LNEX",
    "LSTA",
    "LSYM",
    "QEND",
    "QPHR",
    "QANC",
    "QSYM",
    "QMIN",
    "QMAX",
    "WCNT",
    "WKEY",
    "WHED",
    "WROW",
    "WDET",
    "GKEY",
    "GVAL",
  ])("refuses an artifact without %s", (tag) => {
    expect(() => opened(sections.filter((one) => one.tag !== tag))).toThrow(/^NOMLM_ARTIFACT_SECTION: /);
  });

  it.each(["LSTA", "LSYM", "QEND", "QPHR", "QANC", "QSYM", "QMIN", "QMAX", "WCNT", "WKEY", "WHED", "WROW", "WDET", "GKEY", "GVAL"])(
    "refuses %s with its last byte missing",
    (tag) => {
      expect(codeWith(tag, (bytes) => bytes.subarray(0, bytes.length - 1))).toMatch(/^NOMLM_ARTIFACT_(SECTION|INDEX)$/);
    },
  );

  it.each<[string, string, (bytes: Uint8Array) => Uint8Array, ErrorCode]>([
    ["starts that do not begin at zero", "LSTA", (b) => set32(b, 0, 1), "NOMLM_ARTIFACT_INDEX"],
    ["starts that fall", "LSTA", (b) => set32(b, 1, 100), "NOMLM_ARTIFACT_INDEX"],
    ["starts that do not end at the end", "LSTA", (b) => set32(b, b.length / 4 - 1, 0), "NOMLM_ARTIFACT_INDEX"],
    ["one start too few", "LSTA", (b) => b.subarray(0, b.length - 4), "NOMLM_ARTIFACT_SECTION"],
    ["a symbol of a word out of range", "LSYM", (b) => set16(b, 0, lexicon.symbolCount), "NOMLM_ARTIFACT_INDEX"],
    ["a symbol of a sequence out of range", "QSYM", (b) => set16(b, 0, lexicon.symbolCount), "NOMLM_ARTIFACT_INDEX"],
    ["a phrase out of range", "QPHR", (b) => set16(b, 0, 2), "NOMLM_ARTIFACT_INDEX"],
    ["an anchor outside its sequence", "QANC", (b) => b.fill(3, 0, 1), "NOMLM_ARTIFACT_INDEX"],
    ["a sequence of nothing", "QEND", (b) => set32(b, 0, 0), "NOMLM_ARTIFACT_INDEX"],
    ["ends that fall", "QEND", (b) => set32(b, 0, 0xffffffff), "NOMLM_ARTIFACT_INDEX"],
    ["symbols without a sequence", "QSYM", (b) => new Uint8Array(b.length + 2), "NOMLM_ARTIFACT_SECTION"],
    ["a gap over the limit", "QMAX", (b) => b.fill(gapUnitsMax + 1), "NOMLM_ARTIFACT_INDEX"],
    ["a gap that ends before it begins", "QMIN", (b) => b.fill(gapUnitsMax), "NOMLM_ARTIFACT_INDEX"],
    ["features that are not counted", "WCNT", (b) => b.fill(0), "NOMLM_ARTIFACT_INDEX"],
    ["counts that are no power of two", "WCNT", () => new Uint8Array(3), "NOMLM_ARTIFACT_SECTION"],
    ["half a row of weights", "WHED", (b) => b.subarray(0, b.length - 2), "NOMLM_ARTIFACT_SECTION"],
    ["a row of weights too many", "WHED", (b) => new Uint8Array(b.length + heads.length), "NOMLM_ARTIFACT_SECTION"],
    ["more rows of detectors than weights of theirs", "WROW", (b) => b.fill(0xff), "NOMLM_ARTIFACT_SECTION"],
    ["bits of too many rows", "WROW", (b) => new Uint8Array([...b, 0]), "NOMLM_ARTIFACT_SECTION"],
    ["half a row of a detector", "WDET", (b) => b.subarray(0, b.length - 5), "NOMLM_ARTIFACT_SECTION"],
    ["a weight of the gate too few", "GVAL", (b) => b.subarray(1), "NOMLM_ARTIFACT_SECTION"],
    ["a pair of the gate too few", "GKEY", (b) => b.subarray(4), "NOMLM_ARTIFACT_SECTION"],
    ["no JSON", "RULE", (b) => b.subarray(1), "NOMLM_ARTIFACT_SECTION"],
  ])("refuses %s", (_, tag, change, code) => {
    expect(codeWith(tag, change)).toBe(code);
  });

  it.each([
    ["GKEY", "GVAL", 4, gateSlots, "NOMLM_ARTIFACT_LIMIT"],
    ["WKEY", "WHED", heads.length, weightRowsMax, "NOMLM_ARTIFACT_LIMIT"],
  ])("refuses more rows under %s than the limit", (keys, values, columns, most, code) => {
    const width = keys === "GKEY" ? 1 : columns;
    const ascending = new Uint8Array(Uint32Array.from({ length: most + 1 }, (_, k) => k + 1).buffer);
    const parts = sections.map(({ tag, bytes }) => ({
      tag,
      bytes: tag === keys ? ascending : tag === values ? new Uint8Array(width * (most + 1)) : bytes,
    }));
    expect(() => opened(parts)).toThrow(new RegExp(`^${code}: `));
  });

  it("refuses more rows of detectors than the limit, and takes the most", () => {
    const weights = Array.from({ length: weightColumns.length }, () => 1);
    const model = (rows: number) =>
      buildModel(
        Array.from({ length: rows }, (_, k) => ({ text: "拉", key: Math.imul(k + 1, 0x9e3779b1) >>> 0, weights })),
        fitted,
      );
    const read = (rows: number) => opened(encodeRules({ ...book, model: model(rows) }, lexicon)).model;
    expect(read(detectorRowsMax)?.detectorRows.length).toBe(detectorRowsMax);
    expect(() => read(detectorRowsMax + 1)).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
  });

  it("refuses pairs of the gate that are too many when # is every digit", () => {
    const hash = Array(301).fill((0x23 << 16) | 0x23);
    const parts = sections.map(({ tag, bytes }) => ({
      tag,
      bytes: tag === "GKEY" ? new Uint8Array(Uint32Array.from(hash).buffer) : tag === "GVAL" ? new Uint8Array(hash.length).fill(1) : bytes,
    }));
    expect(() => opened(parts)).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
  });

  it("refuses a sequence that is longer than the limit, and takes the longest", () => {
    const long = (length: number) => ({
      ...lexicon,
      sequences: [{ phrase: 0, symbols: Array(length).fill(0), gapMin: Array(length).fill(0), gapMax: Array(length).fill(0), anchor: 0 }],
    });
    expect(() => opened(encodeRules(book, long(sequenceSymbolsMax + 1)))).toThrow(/^NOMLM_ARTIFACT_INDEX: /);
    expect(opened(encodeRules(book, long(sequenceSymbolsMax))).lexicon?.sequences.length).toBe(1);
  });

  it("refuses a word that stands for too many symbols, and takes the most", () => {
    const crowded = (symbols: number) => ({
      ...lexicon,
      patternStarts: lexicon.patternStarts.map((_, k, starts) => (k === starts.length - 1 ? symbols : 0)),
      patternSymbols: new Uint16Array(symbols),
    });
    expect(() => opened(encodeRules(book, crowded(patternSymbolsMax + 1)))).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
    expect(opened(encodeRules(book, crowded(patternSymbolsMax))).lexicon?.patternSymbols.length).toBe(patternSymbolsMax);
  });

  it("refuses too many phrases", () => {
    const many = { ...lexicon, phrases: Array(phrasesMax + 1).fill(lexicon.phrases[0]) };
    expect(() => opened(encodeRules(book, many))).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
  });

  const lexiconOf = (row: Json) => row.lexicon as Json;
  const ruleOf = (row: Json) => (row.rules as Json[])[0];
  const lawOf = (row: Json) => (row.laws as Json[])[0];
  const modelOf = (row: Json) => row.model as Json;
  const scoringOf = (row: Json) => row.scoring as Json;
  const fittedOf = (row: Json) => scoringOf(row).fitted as Json;

  it.each<[string, (row: Json) => void, ErrorCode]>([
    ["no rules", (row) => delete row.rules, "NOMLM_ARTIFACT_SECTION"],
    ["no lexicon where conditions need one", (row) => (row.lexicon = null), "NOMLM_ARTIFACT_INDEX"],
    ["a lexicon that is no object", (row) => (row.lexicon = []), "NOMLM_ARTIFACT_SECTION"],
    ["too few symbols", (row) => (lexiconOf(row).symbolCount = 3), "NOMLM_ARTIFACT_SECTION"],
    ["too many symbols", (row) => (lexiconOf(row).symbolCount = 1e9), "NOMLM_ARTIFACT_SECTION"],
    ["an unknown slot", (row) => (lexiconOf(row).slotKinds = ["people"]), "NOMLM_ARTIFACT_SECTION"],
    [
      "a slot of a symbol out of range",
      (row) => ((lexiconOf(row).slots as Json[])[0].symbol = lexicon.symbolCount),
      "NOMLM_ARTIFACT_SECTION",
    ],
    ["a bound that is no number", (row) => ((lexiconOf(row).slots as Json[])[0].min = "1"), "NOMLM_ARTIFACT_SECTION"],
    ["a class with a name of other characters", (row) => ((lexiconOf(row).classes as unknown[])[0] = "拉"), "NOMLM_ARTIFACT_SECTION"],
    ["a phrase of an unknown element", (row) => ((lexiconOf(row).phrases as Json[])[0].element = "fee"), "NOMLM_ARTIFACT_SECTION"],
    ["a phrase with an endless id", (row) => ((lexiconOf(row).phrases as Json[])[0].id = "a".repeat(65)), "NOMLM_ARTIFACT_SECTION"],
    ["a rule of an unknown class", (row) => (ruleOf(row).any = ["<brings>"]), "NOMLM_ARTIFACT_INDEX"],
    ["a rule of an unknown phrase", (row) => (ruleOf(row).none = ["@rr9"]), "NOMLM_ARTIFACT_INDEX"],
    ["a rule with what is no condition", (row) => (ruleOf(row).none = ["a b"]), "NOMLM_ARTIFACT_SECTION"],
    ["a rule with too many conditions", (row) => (ruleOf(row).none = Array(65).fill("slogan")), "NOMLM_ARTIFACT_LIMIT"],
    ["a rule that wants more than there is", (row) => (ruleOf(row).anyMin = 3), "NOMLM_ARTIFACT_SECTION"],
    ["a rule with a window over the limit", (row) => (ruleOf(row).windowUnits = 801), "NOMLM_ARTIFACT_SECTION"],
    ["a rule with half a point", (row) => (ruleOf(row).points = 0.5), "NOMLM_ARTIFACT_SECTION"],
    ["a rule with an unknown outcome", (row) => (ruleOf(row).outcome = "block"), "NOMLM_ARTIFACT_SECTION"],
    ["too many rules", (row) => (row.rules = Array(2001).fill(ruleOf(row))), "NOMLM_ARTIFACT_LIMIT"],
    ["a citation without a day", (row) => (lawOf(row).from = "2005"), "NOMLM_ARTIFACT_SECTION"],
    ["a citation with a broken end", (row) => (lawOf(row).to = 1), "NOMLM_ARTIFACT_SECTION"],
    ["other columns of weights", (row) => (modelOf(row).columns as unknown[]).reverse(), "NOMLM_ARTIFACT_SECTION"],
    ["fewer columns of weights", (row) => (modelOf(row).columns as unknown[]).pop(), "NOMLM_ARTIFACT_SECTION"],
    ["no scoring where there are weights", (row) => (row.scoring = null), "NOMLM_ARTIFACT_SECTION"],
    ["a scoring without a field", (row) => delete scoringOf(row).contextUnits, "NOMLM_ARTIFACT_SECTION"],
    ["a scoring with a list for a number", (row) => (scoringOf(row).observe = [1]), "NOMLM_ARTIFACT_SECTION"],
    ["a scoring of unknown evidence", (row) => (scoringOf(row).evidence = { fee: 1 }), "NOMLM_ARTIFACT_SECTION"],
    ["evidence that takes points away", (row) => (scoringOf(row).evidence = { slogan: -1 }), "NOMLM_ARTIFACT_SECTION"],
    ["a context that gives points", (row) => ((scoringOf(row).context as Json[])[0].points = 1), "NOMLM_ARTIFACT_SECTION"],
    ["a context of an unknown kind", (row) => ((scoringOf(row).context as Json[])[0].kind = "rumour"), "NOMLM_ARTIFACT_SECTION"],
    ["a context that never counts", (row) => ((scoringOf(row).context as Json[])[0].most = 0), "NOMLM_ARTIFACT_SECTION"],
    ["weights without the fitted part", (row) => (scoringOf(row).fitted = null), "NOMLM_ARTIFACT_SECTION"],
    ["a fitted part without a field", (row) => delete fittedOf(row).base, "NOMLM_ARTIFACT_SECTION"],
    ["a fitted part with a field too many", (row) => (fittedOf(row).speed = 1), "NOMLM_ARTIFACT_SECTION"],
    ["a bias too few", (row) => (fittedOf(row).headBias as Json[]).pop(), "NOMLM_ARTIFACT_SECTION"],
    ["a strength of an element without a detector", (row) => (fittedOf(row).strengths = { topic: 1 }), "NOMLM_ARTIFACT_SECTION"],
    ["a feature of an unknown class", (row) => (fittedOf(row).classes = ["people"]), "NOMLM_ARTIFACT_INDEX"],
  ])("refuses records with %s", (_, change, code) => {
    expect(withJson(change)).toBe(code);
  });
});
