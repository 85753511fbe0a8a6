/** Fits the model on composed sets and ordinary text and prints what it catches. See README.md. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { columns, fitDetectors, windowRange, windowsOf } from "./detectors.mjs";
import { fitHead, scoreOf } from "./heads.mjs";
import { composedSets, ordinaryLines, pairs, realRows } from "./inputs.mjs";
import { passageReader } from "./passages.mjs";
import { generator } from "./random.mjs";

const usage = "usage: node bench/fit/run.mjs --corpus DIR [--devset DIR] [--sets 1,3,4,5,6,o] [--guess NUMBER|none] [--hold SET]";
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: process.env.NOMLM_CORPUS },
    devset: { type: "string", default: process.env.NOMLM_DEVSET },
    sets: { type: "string", default: "1,3,4,5,6,o" },
    guess: { type: "string", default: "0" },
    hold: { type: "string" },
  },
});
if (values.corpus === undefined) {
  console.error(usage);
  process.exit(2);
}

/** Feature must be in so many composed texts to be learnt. */
const textsMin = 3;
/** How much the negative heads count: below zero, each logit takes this many from the score. */
const negativeGain = 2;

const runtime = await bundled();
const reader = passageReader(runtime);
const shape = { windowUnits: runtime.windowUnits, windowStep: runtime.windowStep, windowSlack: runtime.windowSlack };
const sets = composedSets();
const { learnt, kept } = ordinaryLines(values.corpus);
const score = fitAll(values.sets.split(",").filter((name) => name !== values.hold));
report(score);

async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), "nomlm-fit-"));
  try {
    const outfile = join(folder, "runtime.mjs");
    await build({
      entryPoints: [fileURLToPath(new URL("runtime.ts", import.meta.url))],
      bundle: true,
      format: "esm",
      outfile,
      logLevel: "error",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns text → score */
function fitAll(names) {
  const random = generator(1);
  const rows = names.flatMap((name) => sets[name]).map((row) => ({ ...row, passage: reader.read(row.text) }));
  const ordinary = learnt.filter((_, k) => k % 2 === 0).map(reader.read);
  const features = reader.keys.length;
  const frequency = new Uint32Array(features);
  for (const { passage } of rows) for (const feature of passage.distinct) frequency[feature]++;
  const isKnown = (feature) => feature < features && frequency[feature] >= textsMin;
  const guess = values.guess === "none" ? null : Number(values.guess);
  const detectors = fitDetectors({ rows, ordinary, isKnown, features, shape, guess, random });
  const seen = (passage) => ({ dense: denseOf(detectors, passage, isKnown), distinct: passage.distinct.filter(isKnown) });
  const heads = fitHeads(
    rows.map((row) => ({ ...seen(row.passage), label: row.label, weak: row.strength === "weak" })),
    ordinary.map(seen),
    features,
    random,
  );
  const memo = new Map();
  return (text) => {
    if (!memo.has(text)) memo.set(text, combined(heads, seen(reader.read(text))));
    return memo.get(text);
  };
}

function fitHeads(rows, ordinary, features, random) {
  const of = (label) =>
    rows.filter((row) => row.label === label || (label === "benign" && row.label !== "recruitment" && row.label !== "report"));
  const as = (list, label, cost) => list.map((row) => ({ ...row, label, cost: row.weak ? cost / 2 : cost }));
  const [offers, reports, trade] = ["recruitment", "report", "benign"].map(of);
  const head = (examples, mined, useDense) => fitHead({ examples, mined, useDense, features, random });
  const calm = ordinary.filter((_, k) => k % 3 === 0).map((one) => ({ ...one, label: 0, cost: 1 }));
  return {
    offer: head([...as(offers, 1, 6), ...as(reports, 0, 3), ...as(trade, 0, 3), ...calm], ordinary, true),
    report: head([...as(offers, 1, 1), ...as(reports, 0, 2)], null, false),
    trade: head([...as(offers, 1, 1), ...as(trade, 0, 1.3)], null, false),
  };
}

function combined({ offer, report: told, trade }, seen) {
  return scoreOf(offer, seen) + negativeGain * (Math.min(0, scoreOf(told, seen)) + Math.min(0, scoreOf(trade, seen)));
}

/** Strength of each element in its best window; the lesser of two for pairs; the least of three for triples of the first five. */
function denseOf({ weights, bias, scale }, passage, isKnown) {
  const windows = windowsOf(passage.units, shape);
  const slopes = new Float32Array((windows + 1) * columns);
  for (let i = 0; i < passage.features.length; i++) {
    const feature = passage.features[i];
    if (!isKnown(feature)) continue;
    const [first, end] = windowRange(passage, i, shape);
    const last = Math.min(end, windows - 1);
    for (let column = 0; first <= last && column < columns; column++) {
      slopes[first * columns + column] += weights[feature * columns + column] * scale;
      slopes[(last + 1) * columns + column] -= weights[feature * columns + column] * scale;
    }
  }
  const strengths = Array.from({ length: columns }, (_, column) => {
    let sum = bias[column];
    let highest = Number.NEGATIVE_INFINITY;
    for (let window = 0; window < windows; window++) {
      sum += slopes[window * columns + column];
      highest = Math.max(highest, sum);
    }
    return 1 / (1 + Math.exp(-highest));
  });
  const dense = [...strengths];
  for (let a = 0; a < columns; a++) for (let b = a + 1; b < columns; b++) dense.push(Math.min(strengths[a], strengths[b]));
  for (let a = 0; a < 5; a++)
    for (let b = a + 1; b < 5; b++) for (let c = b + 1; c < 5; c++) dense.push(Math.min(strengths[a], strengths[b], strengths[c]));
  return Float32Array.from(dense);
}

function report(scoreOfText) {
  const tail = kept.map(scoreOfText).sort((a, b) => b - a);
  const real = realRows(values.devset);
  for (const rate of [1, 2, 4, 8]) {
    const threshold = tail[Math.floor((tail.length * rate) / 1e4)];
    const share = (list) => `${list.filter((row) => scoreOfText(row.text) > threshold).length}/${list.length}`;
    const set = (name, keep) => share(sets[name].filter(keep));
    const plain = (row) => row.label === "recruitment" && row.evasions.length === 0;
    const figures = (name) =>
      `set ${name} plain ${set(name, plain)} report ${set(name, (row) => row.label === "report")} harmless ${set(name, (row) => row.label === "benign")}`;
    const twins = pairs();
    const right = twins.filter((pair) => scoreOfText(pair.hit) > threshold && scoreOfText(pair.miss) <= threshold).length;
    const graded = (list, strength) =>
      share(list.filter((row) => row.label === "recruitment" && (row.strength === "strong") === (strength === "strong")));
    console.log(
      `${rate} per 10,000: ${values.hold === undefined ? "" : `held out: ${figures(values.hold)}; `}${figures("2")} pairs ${right}/${twins.length}`,
    );
    if (real === null) continue;
    const bait = real.posts.filter((row) => row.label === "job_bait" || row.label === "referral_fee");
    const alike = real.schemes.filter((row) => row.label !== "recruitment");
    console.log(
      `  real: posts strong ${graded(real.posts, "strong")} weak ${graded(real.posts, "weak")} bait ${share(bait)} schemes strong ${graded(real.schemes, "strong")} look-alikes ${share(alike)} mentions ${share(real.mentions)}`,
    );
  }
}
