import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicon } from "../../src/compile/lexicon-build.js";
import { featureKey, featureSymbols, featuresOf, pairUnitsMax, phrasesIn } from "../../src/rules/features.js";
import { readPassage } from "../../src/rules/passage.js";

const classes = [
  { name: "bring", words: ["拉", "介绍", "拉人"] },
  { name: "reward", words: ["奖励", "返"] },
];
const lexicon = buildLexicon(classes, [
  { id: "rr", element: "recruit_reward", text: "<bring> ..3 {count} ..6 <reward>" },
  { id: "up", element: "team_compensation", text: "他 ..4 <bring> ..4 (你|我) ..2 (都有|{percent})" },
]);

const all = featureSymbols(lexicon);

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Features by their notation, made the slow way from what the passage shows. */
function expected(units: string, occurrences: (name: string) => readonly { start: number; end: number }[]): Found[] {
  const runs = [...units.matchAll(/\d+|[\s\S]/g)].map((run) => ({
    text: /^\d/.test(run[0]) ? "#" : run[0],
    start: run.index,
    end: run.index + run[0].length,
  }));
  const pairs = runs.slice(1).map((run, k) => ({ text: runs[k].text + run.text, start: runs[k].start, end: run.end }));
  const apart = [2, 3].flatMap((far) =>
    runs.slice(far).map((run, k) => ({ text: `${runs[k].text}${".".repeat(far - 1)}${run.text}`, start: runs[k].start, end: run.end })),
  );
  const named = names.flatMap((text) => occurrences(text).map(({ start, end }) => ({ text, start, end })));
  const both = named.flatMap((a) =>
    named
      .filter(
        (b) => b.text !== a.text && (b.start > a.start || (b.start === a.start && b.end >= a.end)) && b.start - a.start <= pairUnitsMax,
      )
      .filter((b) => b.start !== a.start || b.end !== a.end || featureKey(a.text) < featureKey(b.text))
      .map((b) => ({ text: `${a.text} ${b.text}`, start: a.start, end: b.end })),
  );
  return [...runs, ...pairs, ...apart, ...named, ...both];
}

const names = ["<bring>", "<reward>", "{number}", "{money}", "{percent}", "{count}", "{level}", "{duration}", "{contact}"];

function keyed(found: readonly Found[]): string[] {
  return found.map(({ text, start, end }) => `${featureKey(text)} ${start} ${end}`).sort();
}

describe("features", () => {
  it("are what the notation says, at their places", () => {
    const piece = fc.constantFrom(
      "拉",
      "介绍",
      "人",
      "奖励",
      "返",
      "3",
      "800元",
      "三个人",
      "5%",
      "他",
      "我",
      "，",
      "都",
      "有",
      "二代",
      "👍",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join("")),
        (text) => {
          const passage = readPassage(lexicon, text, 0, text.length);
          const { count, keys, starts, ends } = featuresOf(lexicon, passage, all);
          const found = Array.from({ length: count }, (_, k) => `${keys[k]} ${starts[k]} ${ends[k]}`).sort();
          expect(found).toEqual(keyed(expected(passage.units, (name) => passage.occurrences[names.indexOf(name)] ?? [])));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("have keys that differ for all grams of two characters and all names", () => {
    const grams = Array.from("拉人返奖a#一二三", (a) => [a, ...Array.from("拉人返奖b#四五六", (b) => a + b)]).flat();
    const pairs = names.flatMap((a) => [a, ...names.filter((b) => b !== a).map((b) => `${a} ${b}`)]);
    const apart = grams.filter((gram) => gram.length === 2 && gram !== "##").flatMap(([a, b]) => [`${a}.${b}`, `${a}..${b}`]);
    const texts = [...grams.filter((gram) => gram !== "##"), ...apart, ...pairs, "@rr", "@up", "@rr <bring>"];
    expect(new Set(texts.map(featureKey)).size).toBe(texts.length);
    expect(texts.map(featureKey)).not.toContain(0);
  });

  it("begin with those of the characters", () => {
    const text = "介绍3个人奖励800元";
    const passage = readPassage(lexicon, text, 0, text.length);
    const tokens = Array.from("介绍#个人奖励#元");
    const grams = tokens.flatMap((token, i) => (i + 1 < tokens.length ? [token, token + tokens[i + 1]] : [token]));
    const { count, keys } = featuresOf(lexicon, passage, all);
    expect(count).toBeGreaterThan(grams.length);
    expect(Array.from(keys.subarray(0, grams.length))).toEqual(grams.map(featureKey));
  });

  it("of any text fit their arrays", () => {
    for (const unit of ["拉", "拉人介绍", "3个人", "返800元", "1,", "他拉我返5%"]) {
      const text = unit.repeat(1000);
      const passage = readPassage(lexicon, text, 0, text.length);
      const { count, ends } = featuresOf(lexicon, passage, all);
      expect(count).toBeGreaterThan(0);
      expect(ends.subarray(0, count).every((end) => end <= passage.units.length)).toBe(true);
    }
  });
});

describe("phrases in a passage", () => {
  const found = (text: string) => {
    const passage = readPassage(lexicon, text, 0, text.length);
    return phrasesIn(lexicon, passage).map(({ phrase, start, end }) => [lexicon.phrases[phrase].id, passage.units.slice(start, end)]);
  };

  it("are found through noise, width and traditional characters", () => {
    for (const text of ["介绍三个人就有奖励", "介・紹３个人，就有奖励！", "介紹三個人就有獎勵"])
      expect(found(text)).toEqual([["rr", expect.stringMatching(/^介绍.*奖励$/)]]);
  });

  it("are not found with a wider gap or in another order", () => {
    expect(found("介绍来的那三个人都说这里的伙食不错还有奖励")).toEqual([]);
    expect(found("奖励三个人介绍")).toEqual([]);
  });
});
