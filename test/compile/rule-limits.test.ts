/** Limits of phrases, rules and weights, on both sides. */
import { describe, expect, it } from "vitest";
import { foldKey } from "../../src/compile/fold-key.js";
import { compileDictionary } from "../../src/compile/index.js";
import {
  conditionsMax,
  detectorRowsMax,
  gapUnitsMax,
  gatePairsMax,
  lawsMax,
  phrasesMax,
  readingsMax,
  rulePointsMax,
  rulesMax,
  ruleWindowUnitsMax,
  sentenceUnitsMax,
  sequenceSymbolsMax,
  sequencesMax,
  slotSymbolsMax,
  weightRowsMax,
} from "../../src/rules/limits.js";
import { weightColumns } from "../../src/rules/model.js";
import { filesOf, richSource, sourceWith } from "./fixture.js";

const times = <T>(count: number, of: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => of(k));

/** Remarks about the good source with these files added; its own phrases and rules are left out. */
function codesOf(changes: Record<string, string>): string[] {
  const { artifact, diagnostics } = compileDictionary(filesOf(sourceWith(changes)));
  expect(artifact === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
  return diagnostics.map(({ code }) => code);
}

const phraseRow = (id: string, text: string, hit: string) => `${id},${text},,${hit},无关\n`;

function withPhrases(rows: readonly string[]): string[] {
  return codesOf({ "phrases/topic.csv": `id,phrase,note,hit,miss\n${rows.join("")}` });
}

function withRules(rows: readonly string[]): string[] {
  return codesOf({ "rules.csv": `id,title,all,any,any_min,none,window,outcome,points,hit,miss,note\n${rows.join("")}` });
}

/** Characters that the fold leaves as they are. */
const stable = times(5000, (k) => String.fromCharCode(0x4e00 + k)).filter((one) => foldKey(one) === one);
/** A word of its own for each number. */
const wordOf = (k: number) => stable[k % stable.length] + stable[Math.floor(k / stable.length)];

describe("limits of phrases", () => {
  it("gaps", () => {
    expect(withPhrases([phraseRow("p", `奖励 ..${gapUnitsMax} 门槛`, "奖励门槛")])).toEqual([]);
    expect(withPhrases([phraseRow("p", `奖励 ..${gapUnitsMax + 1} 门槛`, "奖励门槛")])).toEqual(["NOMLM_DICT_PHRASE_GAP"]);
  });

  it("parts of one reading", () => {
    const phrase = (count: number) => [phraseRow("p", times(count, () => "奖励").join(" "), "奖励".repeat(count))];
    expect(withPhrases(phrase(sequenceSymbolsMax))).toEqual([]);
    expect(withPhrases(phrase(sequenceSymbolsMax + 1))).toEqual(["NOMLM_DICT_PHRASE_READINGS"]);
  });

  it("readings of one phrase", () => {
    const phrase = (options: number) => [
      phraseRow("p", `奖励 (${times(options, (k) => `${wordOf(k)} 门槛`).join("|")})`, `奖励${wordOf(0)}门槛`),
    ];
    expect(withPhrases(phrase(readingsMax))).toEqual([]);
    expect(withPhrases(phrase(readingsMax + 1))).toEqual(["NOMLM_DICT_PHRASE_READINGS"]);
  });

  it("sentences", () => {
    expect(withPhrases([phraseRow("p", "奖励", `奖励${"。".repeat(sentenceUnitsMax - 2)}`)])).toEqual([]);
    expect(withPhrases([phraseRow("p", "奖励", `奖励${"。".repeat(sentenceUnitsMax - 1)}`)])).toEqual(["NOMLM_DICT_TEXT_LENGTH"]);
  });

  it("slots with bounds", () => {
    const bases = 7; // each kind of slot has one of its own
    const phrases = (count: number) => times(count, (k) => phraseRow(`p${k}`, `奖励 {money>=${k + 1}}`, `奖励${k + 1}元`));
    expect(withPhrases(phrases(slotSymbolsMax - bases))).toEqual([]);
    expect(withPhrases(phrases(slotSymbolsMax - bases + 1))).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });

  it("readings of all phrases", () => {
    const options = times(8, (k) => `${wordOf(9000 + k)}?`).join(" ");
    const full = times(Math.floor(sequencesMax / readingsMax), (k) => phraseRow(`p${k}`, `${wordOf(k)} ${options}`, wordOf(k)));
    const rest = times(sequencesMax % readingsMax, (k) => phraseRow(`q${k}`, wordOf(2000 + k), wordOf(2000 + k)));
    expect(withPhrases([...full, ...rest])).toEqual([]);
    expect(withPhrases([...full, ...rest, phraseRow("r", "奖励", "奖励")])).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });

  it("phrases", () => {
    const phrases = (count: number) => times(count, (k) => phraseRow(`p${k}`, wordOf(k), wordOf(k)));
    expect(withPhrases(phrases(phrasesMax + 1))).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });
});

describe("limits of rules", () => {
  const rule = (id: string, change: { any?: string; window?: number; points?: number } = {}) =>
    `${id},题,recruit_reward,${change.any ?? ""},,,${change.window ?? ""},review,${change.points ?? ""},发展下线,乙,\n`;

  it("rules", () => {
    expect(withRules(times(rulesMax, (k) => rule(`r${k}`)))).toEqual([]);
    expect(withRules(times(rulesMax + 1, (k) => rule(`r${k}`)))).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });

  it("conditions", () => {
    const any = (count: number) => ({
      "words.csv": `class,words\n${times(count, (k) => `c${k},${wordOf(k)}\n`).join("")}`,
      "rules.csv": `id,title,all,any,outcome,hit,miss\nr,题,recruit_reward,${times(count, (k) => `<c${k}>`).join("|")},review,发展下线${wordOf(0)},发展下线\n`,
    });
    expect(codesOf(any(conditionsMax))).toEqual([]);
    expect(codesOf(any(conditionsMax + 1))).toEqual(["NOMLM_DICT_RULE_CONDITION"]);
  });

  it("windows and points", () => {
    expect(withRules([rule("r", { window: ruleWindowUnitsMax, points: rulePointsMax })])).toEqual([]);
    expect(withRules([rule("r", { window: ruleWindowUnitsMax + 1 })])).toEqual(["NOMLM_DICT_RULE_WINDOW"]);
    expect(withRules([rule("r", { points: -rulePointsMax })])).toEqual([]);
    expect(withRules([rule("r", { points: -rulePointsMax - 1 })])).toEqual(["NOMLM_DICT_RULE_POINTS"]);
  });

  it("citations", () => {
    const laws = (count: number) => ({
      "laws.csv": `id,element,instrument,article,version,from,to\n${times(count, (k) => `L${k},entry_fee,条例,第七条,1,2005-11-01,\n`).join("")}`,
    });
    expect(codesOf(laws(lawsMax))).toEqual([]);
    expect(codesOf(laws(lawsMax + 1))).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });
});

describe("limits of weights", () => {
  it("rows", () => {
    const header = `feature,${weightColumns.join(",")}\n`;
    const row = (gates: number) => (k: number) => `${wordOf(k)}${",1".repeat(weightColumns.length - 1)},${k < gates ? 1 : ""}\n`;
    const weights = (count: number, gates: number) => ({
      "words.csv": richSource["words.csv"],
      "weights.csv": header + times(count, row(gates)).join(""),
      "scoring.json": richSource["scoring.json"],
    });
    // Detectors may know fewer rows than there are.
    expect(codesOf(weights(detectorRowsMax, gatePairsMax))).toEqual([]);
    expect(codesOf(weights(detectorRowsMax, gatePairsMax + 1))).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
    expect(codesOf(weights(detectorRowsMax + 1, 0))).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
    expect(codesOf(weights(weightRowsMax + 1, 0))).toEqual(["NOMLM_DICT_FILE_LIMIT", "NOMLM_DICT_FILE_LIMIT"]);
  });
});
