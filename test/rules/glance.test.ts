/** The glance against a sum over the characters one by one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicon } from "../../src/compile/lexicon-build.js";
import { buildModel } from "../../src/compile/model-build.js";
import { featureKey } from "../../src/rules/features.js";
import { glanceOf } from "../../src/rules/glance.js";
import { detectorElements, heads, weightScale } from "../../src/rules/model.js";
import { readPassage } from "../../src/rules/passage.js";
import { fitted as numbers } from "../compile/fixture.js";

const fitted = { ...numbers, headBias: [5, 0, 0, -9], topicGain: 2 };
const lexicon = buildLexicon([{ name: "bring", words: ["介绍"] }], []);

/** Multiples of four, so that a step of the glance loses nothing. */
const weightsOf = new Map<string, { offer: number; topic: number }>([
  ["介", { offer: 8, topic: -4 }],
  ["介绍", { offer: 40, topic: 0 }],
  ["#", { offer: -12, topic: 20 }],
  ["绍#", { offer: 0, topic: -16 }],
  ["人", { offer: -60, topic: -64 }],
]);
const model = buildModel(
  [...weightsOf].map(([text, { offer, topic }]) => ({
    text,
    key: featureKey(text),
    weights: [...detectorElements.map(() => 0), ...heads.map((head) => (head === "offer" ? offer : head === "topic" ? topic : 1)), 0],
  })),
  fitted,
);

function naive(text: string): number {
  const tokens = text.replace(/\d+/g, "#");
  const worth = (feature: string) => {
    const { offer, topic } = weightsOf.get(feature) ?? { offer: 0, topic: 0 };
    return Math.max(-512, Math.min(508, offer + fitted.topicGain * topic));
  };
  let sum = fitted.headBias[0] + fitted.topicGain * fitted.headBias[3];
  for (let i = 0; i < tokens.length; i++) sum += worth(tokens[i]) + (i + 1 < tokens.length ? worth(tokens.slice(i, i + 2)) : 0);
  return sum / weightScale;
}

describe("the glance", () => {
  it("sums the characters and neighbours of a passage, each as often as it is there, a run of digits as one", () => {
    const glance = glanceOf(model);
    const text = fc.array(fc.constantFrom("介", "绍", "人", "7", "30", "天"), { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (passage) => {
        expect(glance(readPassage(lexicon, passage, 0, passage.length))).toBeCloseTo(naive(passage), 9);
      }),
    );
  });
});
