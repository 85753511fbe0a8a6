/** Fits the weights of dict/ and prints what they catch. See README.md. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { assemble } from "./assemble.mjs";
import { bundledRuntime } from "./bundle.mjs";
import { figuresOf, thresholdAt } from "./figures.mjs";
import { fitAll, seenParts } from "./fit.mjs";
import { gateDefault, gateSum } from "./gate.mjs";
import { composedSets, inputHashes, learningSets, ordinaryLines, pairs, realRows } from "./inputs.mjs";
import { featureNames } from "./names.mjs";
import { contexts, featureClasses, pointsPerLogit, rates, textsMin } from "./plan.mjs";
import { textReader } from "./reader.mjs";
import { stackScore } from "./stack.mjs";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: process.env.NOMLM_CORPUS },
    devset: { type: "string", default: process.env.NOMLM_DEVSET },
    hold: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const runtime = await bundledRuntime();
const reader = textReader(runtime, contexts, featureClasses);
const shape = { windowUnits: runtime.windowUnits, windowStep: runtime.windowStep };
const sets = composedSets();
const names = { elements: evidenceNames(), rules: reader.rules.map(({ id }) => id), contexts, classes: featureClasses };
const learnt = learningSets.filter((name) => name !== values.hold).flatMap((name) => sets[name]);
for (const row of Object.values(sets).flat()) row.passage = reader.read(row.text);
const { learnt: learntLines, kept } = ordinaryLines(values.corpus);
const numbering = numbered(learnt);
const trim = (passage) => trimmed(passage, numbering);
for (const row of Object.values(sets).flat()) row.passage = trim(row.passage);
const ordinary = learntLines.filter((_, k) => k % 2 === 0).map((text) => light(trim(reader.read(text))));
const fit = fitAll(learnt, ordinary, { features: numbering.size, shape, names });
report(fit);

/** Evidence that has points: the elements of the law and those that support them, as far as phrases or terms show them. */
function evidenceNames() {
  return [
    "entry_fee",
    "recruit_reward",
    "team_compensation",
    "return_promise",
    "secrecy_or_invitation",
    "offsite_gathering",
    "disguise_coin",
    "disguise_rebate",
    "disguise_charity",
    "disguise_state_project",
    "disguise_commerce",
    "slogan",
    "contact_lure",
  ];
}

function numbered(rows) {
  const frequency = new Map();
  for (const { passage } of rows) for (const feature of passage.distinct) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  const frequent = [...frequency].filter(([, n]) => n >= textsMin).map(([feature]) => feature);
  return new Map(frequent.map((feature, number) => [feature, number]));
}

function trimmed(passage, numbering) {
  const at = [];
  for (let i = 0; i < passage.features.length; i++) if (numbering.has(passage.features[i])) at.push(i);
  const pick = (list, Kind) => Kind.from(at, (i) => list[i]);
  const features = Uint32Array.from(at, (i) => numbering.get(passage.features[i]));
  return {
    ...passage,
    features,
    first: pick(passage.first, Uint16Array),
    last: pick(passage.last, Uint16Array),
    distinct: Uint32Array.from(new Set(features)),
  };
}

function light({ text: _text, offsets: _offsets, ...passage }) {
  return passage;
}

function report(fit) {
  const score = (passage) => stackScore(fit.stack, seenParts(fit, passage), names);
  const read = (text) => trim(reader.read(text));
  const keptScored = kept.map(({ file, text }) => ({ file, score: score(read(text)) }));
  const scoredSets = Object.fromEntries(
    Object.entries(sets)
      .filter(([name]) => /^[1-7]$/.test(name))
      .map(([name, rows]) => [name, rows.map((row) => ({ ...row, score: score(row.passage) }))]),
  );
  const real = realRows(values.devset);
  const scoredReal =
    real &&
    Object.fromEntries(Object.entries(real).map(([name, rows]) => [name, rows.map((row) => ({ ...row, score: score(read(row.text)) }))]));
  const twins = pairs().map(({ hit, miss }) => [hit, miss].map((text) => ({ score: score(read(text)) })));
  for (const rate of [
    { quiet: 0.6, lower: 2.4 },
    { quiet: 0.5, lower: 1.5 },
    { quiet: 0.3, lower: 0.7 },
  ]) {
    const threshold = thresholdAt(keptScored, rate);
    console.log(`at ${rate.quiet} quiet, ${rate.lower} lower: threshold ${threshold.toFixed(2)}`);
    for (const line of figuresOf({ sets: scoredSets, pairs: twins, real: scoredReal }, threshold)) console.log(`  ${line}`);
  }
  const shown = (list, weights) => list.map((name, k) => `${name.class ?? name} ${(weights[k] * pointsPerLogit).toFixed(1)}`).join(", ");
  console.log("heads", fit.stack.heads.map((w) => w.toFixed(2)).join(" "), "bias", fit.stack.bias.toFixed(2));
  console.log("elements", shown(names.elements, fit.stack.elements));
  console.log("rules", shown(names.rules, fit.stack.rules));
  console.log("contexts", shown(names.contexts, fit.stack.contexts));
  console.log("classes", shown(names.classes, fit.stack.classes));
}
