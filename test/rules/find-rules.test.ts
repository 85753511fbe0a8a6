/** Rules as the judge finds them, against a reading of the conditions without any shortcut. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContainer } from "../../src/artifact/container.js";
import { Judge } from "../../src/rules/judge.js";
import { openRules } from "../../src/rules/open.js";
import { openLayer } from "../../src/scan/layer.js";
import { Scanner } from "../../src/scan/scanner.js";
import { term } from "../scan/fixture.js";
import { artifactWithRules, type RuleRow } from "./fixture.js";
import { findRulesNaively } from "./naive-judge.js";

const base = {
  terms: [
    term("入门费", "entry_fee"),
    term("拉人头", "recruit_reward"),
    term("传销", "topic", "mention"),
    term("见点奖", "team_compensation"),
  ],
  words: { bring: ["推荐", "介绍"], joke: ["哈哈"] },
  phrases: { pay: ["entry_fee", "先交 ..3 {money}"], get: ["recruit_reward", "<bring> ..4 奖励"] },
} as const;
const names = ["entry_fee", "recruit_reward", "team_compensation", "@pay", "@get", "<bring>", "<joke>", "T001", "T002", "topic"];
const parts = [
  "入门费",
  "拉人头",
  "见点奖",
  "传销",
  "推荐",
  "介绍",
  "哈哈",
  "先交300元",
  "推荐有奖励",
  "奖励",
  "，",
  "天",
  "🎉",
  "天天天天",
];

const some = (maxLength: number) => fc.uniqueArray(fc.constantFrom(...names), { maxLength });
const ruleOf = fc
  .record({
    all: some(2),
    any: some(3),
    none: some(2),
    window: fc.constantFrom(0, 6, 9, 12, 20, 40),
    anyMin: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ all, any, anyMin, none, window }) => ({ all, any, anyMin: Math.min(anyMin, any.length), none, window }))
  .filter(({ all, anyMin }) => all.length + anyMin > 0);
const textOf = fc.array(fc.constantFrom(...parts), { maxLength: 20 }).map((list) => list.join(""));

function findRules(artifact: Uint8Array): (text: string) => string[] {
  const container = readContainer(artifact, "dictionary");
  const judge = new Judge(openRules(container));
  const scanner = new Scanner([openLayer(container)]);
  return (text) => judge.rulesIn(text, scanner.sight(text, { matchesMax: 10_000, segmenter: null, scenes: null }));
}

describe("rules", () => {
  it("are found where a naive reading finds them", () => {
    let found = 0;
    let missed = 0;
    fc.assert(
      fc.property(fc.array(ruleOf, { minLength: 4, maxLength: 12 }), fc.array(textOf, { minLength: 10, maxLength: 10 }), (list, texts) => {
        const rules: RuleRow[] = list.map((rule, k) => ({ id: `R${k}`, ...rule }));
        const artifact = artifactWithRules({ ...base, rules });
        const [ours, theirs] = [findRules(artifact), findRulesNaively(artifact)];
        for (const text of texts) {
          const expected = theirs(text);
          expect(ours(text).sort(), text).toEqual(expected.sort());
          found += expected.length;
          missed += rules.length - expected.length;
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(found, missed)).toBeGreaterThan(500);
  });
});
