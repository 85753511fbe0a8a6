/** Small dictionaries of terms, phrases, rules and numbers, for tests of the judge. */
import { artifactOf, type RuleBook } from "../../src/compile/index.js";
import { buildModel } from "../../src/compile/model-build.js";
import type { Element, Term } from "../../src/dictionary/model.js";
import type { Outcome } from "../../src/dictionary/outcome.js";
import { readCondition } from "../../src/rules/condition.js";
import { featureKey } from "../../src/rules/features.js";
import { type Fitted, weightColumns } from "../../src/rules/model.js";
import type { Condition } from "../../src/rules/ruleset.js";
import { defaultScoring, type Scoring } from "../../src/rules/scoring.js";
import { dictionaryWith } from "../scan/fixture.js";

export interface RuleRow {
  readonly id: string;
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly anyMin?: number;
  readonly none?: readonly string[];
  readonly window?: number;
  readonly outcome?: Outcome;
  readonly points?: number;
}

export interface BookRows {
  readonly terms?: readonly Omit<Term, "id">[];
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Element and notation by id. */
  readonly phrases?: Readonly<Record<string, readonly [Element, string]>>;
  readonly rules?: readonly RuleRow[];
  readonly laws?: RuleBook["laws"];
  readonly scoring?: Partial<Scoring>;
  /** By feature: weights by column. */
  readonly weights?: Readonly<Record<string, Readonly<Partial<Record<(typeof weightColumns)[number], number>>>>>;
}

/** A fitted part that says nothing and lets every text in. */
export const mute: Fitted = {
  classes: [],
  detectorBias: [-320, -320, -320, -320, -320, -320, -320],
  headBias: [0, 0, 0, 0],
  strengths: {},
  reportGain: 1,
  tradeGain: 1,
  topicGain: 1,
  base: 0,
  pointsPerLogit: 10,
  least: -70,
  most: 70,
  strengthMin: 0.5,
  gateDefault: 0,
  lengths: [],
  gateMin: 0,
  glanceMin: -1000,
};

/** The artifact of a small dictionary; its rules have no sentences that prove them. */
export function artifactWithRules({ terms = [], words = {}, phrases = {}, rules = [], laws = [], scoring, weights }: BookRows): Uint8Array {
  const proof = { note: "", hit: "甲", miss: "乙" };
  const numbers = scoring === undefined ? null : { ...defaultScoring, ...scoring };
  const fitted = numbers?.fitted ?? null;
  return artifactOf(dictionaryWith(terms), {
    classes: Object.entries(words).map(([name, list]) => ({ name, words: list })),
    phrases: Object.entries(phrases).map(([id, [element, text]]) => ({ id, element, text, ...proof })),
    rules: rules.map((row) => ({
      id: row.id,
      title: "题",
      all: conditions(row.all),
      any: conditions(row.any),
      anyMin: row.anyMin ?? (row.any === undefined ? 0 : 1),
      none: conditions(row.none),
      windowUnits: row.window ?? 0,
      outcome: row.outcome ?? "review",
      points: row.points ?? 0,
      ...proof,
    })),
    laws,
    scoring: numbers,
    model: fitted === null ? null : buildModel(featuresOf(weights ?? {}), fitted),
  });
}

function featuresOf(weights: NonNullable<BookRows["weights"]>) {
  return Object.entries(weights).map(([text, row]) => ({
    text,
    key: featureKey(text),
    weights: weightColumns.map((name) => row[name] ?? 0),
  }));
}

function conditions(list: readonly string[] = []): Condition[] {
  return list.map((text) => readCondition(text) as Condition);
}
