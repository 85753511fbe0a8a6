/** Fits the weights of dict/ and prints what they catch. See README.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { assemble } from "./assemble.mjs";
import { bundledRuntime } from "./bundle.mjs";
import { figuresOf, thresholdAt } from "./figures.mjs";
import { fitAll, seenParts } from "./fit.mjs";
import { gateDefault, gateSum } from "./gate.mjs";
import { composedSets, inputHashes, learningSets, ordinaryLines, pairs, realRows } from "./inputs.mjs";
import { featureNames } from "./names.mjs";
import {
  apartTextsMin,
  contexts,
  featureClasses,
  gateShare,
  glanceLoss,
  lengths,
  margin,
  pointsPerLogit,
  rates,
  textsMin,
} from "./plan.mjs";
import { textReader } from "./reader.mjs";
import { stackScore } from "./stack.mjs";
import { verify } from "./verify.mjs";

const recordFile = new URL("../record/fit.json", import.meta.url);
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: process.env.NOMLM_CORPUS },
    devset: { type: "string", default: process.env.NOMLM_DEVSET },
    hold: { type: "string" },
    write: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});

if (values.record) {
  // After a build with the new weights: what they give on the shipped sets belongs to the record of the fit.
  recordFit({ ...JSON.parse(readFileSync(recordFile, "utf8")), figures: await verify({ isRecording: true }) });
  process.exit(0);
}
if (values.corpus === undefined) {
  console.log("the ordinary text is missing (--corpus DIR), so nothing is fitted; the weights of dict/ are verified on the shipped sets");
  process.exit(await verify());
}
const runtime = await bundledRuntime();
const reader = textReader(runtime, contexts, featureClasses);
const shape = { windowUnits: runtime.windowUnits, windowStep: runtime.windowStep };
const sets = composedSets();
const names = {
  // Evidence that has points: the elements of the law and those that support them.
  elements: [...runtime.legalElements, ...runtime.supportElements],
  rules: new Map(reader.rules.map(({ id, points }) => [id, points / pointsPerLogit])),
  contexts,
  symbols: featureClasses.map((name) => `<${name}>`),
  lengths,
};
const learnt = learningSets.filter((name) => name !== values.hold).flatMap((name) => sets[name]);
for (const row of Object.values(sets).flat()) row.passage = reader.read(row.text);
const { learnt: learntLines, formal, kept } = ordinaryLines(values.corpus);
let detectorFeatures = 0;
/** In how many composed rows a feature is. */
const frequencyOf = new Map();
const numbering = numbered(learnt);
const trim = (passage) => trimmed(passage, numbering);
for (const row of Object.values(sets).flat()) row.passage = trim(row.passage);
const ordinary = [...learntLines, ...formal.filter((_, k) => k % 4 === 0)].map((text) => light(trim(reader.read(text))));
const formalUnits = formal.filter((_, k) => k % 2 === 0).map((text) => reader.fold(text));
const isGram = Uint8Array.from(numbering.keys(), (number) => Number(reader.isGram[number] === true));
const frequencies = [...numbering.keys()].map((number) => frequencyOf.get(number));
const fit = fitAll(learnt, ordinary, formalUnits, { features: numbering.size, detectorFeatures, frequencies, isGram, shape, names });
const gateMin = gateThreshold();
const threshold = report(fit);
if (values.write) write(threshold);

/** Features of the detectors first, then those that only heads see. */
function numbered(rows) {
  const near = new Set();
  for (const { passage } of rows) {
    for (const feature of passage.distinct) frequencyOf.set(feature, (frequencyOf.get(feature) ?? 0) + 1);
    for (const feature of passage.features) near.add(feature);
  }
  const least = (feature) => (near.has(feature) ? textsMin : apartTextsMin);
  const frequent = [...frequencyOf].filter(([feature, n]) => n >= least(feature)).map(([feature]) => feature);
  const ordered = [...frequent.filter((feature) => near.has(feature)), ...frequent.filter((feature) => !near.has(feature))];
  detectorFeatures = ordered.findLastIndex((feature) => near.has(feature)) + 1;
  return new Map(ordered.map((feature, number) => [feature, number]));
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
    distinct: passage.distinct.filter((feature) => numbering.has(feature)).map((feature) => numbering.get(feature)),
  };
}

function light({ text: _text, offsets: _offsets, ...passage }) {
  return passage;
}

function report(fit) {
  const score = (passage) => stackScore(fit.stack, seenParts(fit, passage, isGram), names);
  const read = (text) => trim(reader.read(text));
  const keptScored = kept.map(({ file, text }) => ({ file, score: passesGate(text) ? score(read(text)) : Number.NEGATIVE_INFINITY }));
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
    { quiet: 0.4, lower: 1 },
    { quiet: 0.7, lower: 2 },
    { quiet: 1, lower: 3 },
    { quiet: 1.5, lower: 5 },
  ]) {
    const threshold = thresholdAt(keptScored, rate);
    console.log(`at ${rate.quiet} quiet, ${rate.lower} lower: threshold ${threshold.toFixed(2)}`);
    for (const line of figuresOf({ sets: scoredSets, pairs: twins, real: scoredReal }, threshold)) console.log(`  ${line}`);
  }
  console.log(
    "highest ordinary",
    keptScored
      .map((x, i) => ({ ...x, text: kept[i].text }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 30)
      .map(({ file, score, text }) => `\n   ${score.toFixed(2)} ${file} ${text.slice(0, 120)}`)
      .join(""),
  );
  const shown = (list, weights) => list.map((name, k) => `${name.class ?? name} ${(weights[k] * pointsPerLogit).toFixed(1)}`).join(", ");
  console.log("heads", fit.stack.heads.map((w) => w.toFixed(2)).join(" "), "bias", fit.stack.bias.toFixed(2));
  console.log("elements", shown(names.elements, fit.stack.elements));
  console.log("contexts", shown(names.contexts, fit.stack.contexts));
  console.log("symbols", shown(names.symbols, fit.stack.symbols));
  return thresholdAt(keptScored, rates);
}

/** Writes dict/weights.csv and dict/scoring.json so that `review` stands at the threshold. */
function write(threshold) {
  const texts = learnt.map((row) => row.passage.units);
  const namesByKey = featureNames(runtime, texts, [...names.symbols, ...runtime.slotKinds.map((kind) => `{${kind}}`)]);
  const keys = [...numbering.keys()].map((number) => reader.keys[number]);
  const glanceMin = glanceThreshold(threshold);
  const { rows, scoring } = assemble({ ...fit, gateMin, glanceMin }, { keys, namesByKey, names, runtime, gateDefault });
  scoring.fitted.base = Math.round((scoring.review + pointsPerLogit * (fit.stack.bias - threshold - margin)) * 1000) / 1000;
  const dict = (name) => fileURLToPath(new URL(`../../dict/${name}`, import.meta.url));
  const cell = (value) => (value === 0 ? "" : String(value));
  const quoted = (name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  const lines = [
    ["feature", ...runtime.weightColumns].join(","),
    ...rows.map(([name, ...weights]) => [quoted(name), ...weights.map(cell)].join(",")),
  ];
  writeFileSync(dict("weights.csv"), `\ufeff${lines.join("\r\n")}\r\n`);
  writeFileSync(dict("scoring.json"), `${JSON.stringify(scoring, null, 2)}\n`);
  console.log(`wrote ${rows.length} rows; gate at ${gateMin}; base ${scoring.fitted.base}`);
  recordFit({ rows: rows.length, gateMin, base: scoring.fitted.base, inputs: inputHashes() });
}

/** What was fitted from what, and the figures that the dictionary has with it: bench/record/fit.json. */
function recordFit(fitted) {
  writeFileSync(recordFile, `${JSON.stringify(fitted, null, 2)}\n`);
}

/** The glance stands where so many of the offers that a fit catches unseen are lost. */
function glanceThreshold(threshold) {
  const [offer, , , topic] = fit.stack.heads;
  const glances = fit.unseen
    .filter((row) => row.label === "recruitment" && stackScore(fit.stack, row, names) >= threshold)
    .map(({ glance }) => glance[0] + (topic / offer) * glance[1])
    .sort((a, b) => a - b);
  return Math.round(glances[Math.floor(glances.length * glanceLoss)] * 100) / 100;
}

/** What the gate holds back is never flagged, whatever its score. */
function passesGate(text) {
  return gateSum(fit.gate, reader.fold(text)) >= gateMin;
}

/** The gate stands where so many of the kept lines pass. */
function gateThreshold() {
  const sums = kept.map(({ text }) => gateSum(fit.gate, reader.fold(text))).sort((a, b) => b - a);
  const least = Math.ceil(sums[Math.floor(sums.length * gateShare)]) + 1;
  const missed = sets["2"].filter(({ label, passage }) => label === "recruitment" && gateSum(fit.gate, passage.units) < least).length;
  console.log(`gate: ${gateShare * 100} % of kept lines pass; of set 2's recruitment ${missed} do not`);
  return least;
}
