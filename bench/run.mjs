/**
 * The benchmark. Needs a built dist/ (`npm run bench` builds first).
 *
 *   node bench/run.mjs [--quick] [--corpus DIR] [--only PARTS] [--dist DIR] [--json FILE] [--record] [--pin]
 *
 *   --quick       smaller texts, fewer rounds, no dictionary of 100,000 terms
 *   --corpus DIR  text from the .txt files of a folder instead of the shipped one (also NOMLM_CORPUS)
 *   --only PARTS  some of scan, filter, attack, builds, start, sizes, differences, joined by commas; with --record they replace those of today's record
 *   --dist DIR    measure another build than ../dist
 *   --json FILE   write all figures there
 *   --record      write bench/record/<machine>/<date>.json and .md
 *   --pin         write the hit counts found into definitions/hits.json instead of comparing with them
 *
 * Exit 0 done, 1 a hit count is wrong, 2 wrong usage or nothing built.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runAttack } from "./attack.mjs";
import { explainDifferences } from "./differences.mjs";
import { runFilter } from "./filter.mjs";
import { checkHits } from "./hits.mjs";
import { measureBuilds, measureSizes, measureStart } from "./once.mjs";
import { machineOf, writeParts, writeRecord } from "./record.mjs";
import { runScan, writeInputs } from "./scan.mjs";
import { renderRecord } from "./tables.mjs";

const started = Date.now();
const parts = ["builds", "start", "scan", "filter", "attack", "differences", "sizes"];
const say = (line) => console.error(`[${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);

function readOptions() {
  const flag = { type: "boolean", default: false };
  const word = { type: "string" };
  const options = { quick: flag, record: flag, pin: flag, corpus: word, json: word, only: word, dist: word };
  try {
    const { values } = parseArgs({ options });
    const dist = values.dist ? pathToFileURL(`${resolve(values.dist)}/`) : new URL("../dist/", import.meta.url);
    return { ...values, dist, only: values.only?.split(",") ?? parts, corpus: values.corpus ?? process.env.NOMLM_CORPUS ?? null };
  } catch (error) {
    return { usage: error.message };
  }
}

async function main(options) {
  if (options.usage) return refuse(options.usage);
  const unknown = options.only.find((part) => !parts.includes(part));
  if (unknown) return refuse(`unknown part ${unknown}; there are ${parts.join(", ")}`);
  if (options.corpus && !existsSync(options.corpus)) return refuse(`no such folder: ${options.corpus}`);
  if (!existsSync(new URL("matcher.js", options.dist))) return refuse("dist/ is not built: run npm run build first");
  const folder = mkdtempSync(join(os.tmpdir(), "nomlm-bench-"));
  try {
    return await measure(options, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refuse(reason) {
  console.error(`bench: ${reason}`);
  return 2;
}

async function measure(options, folder) {
  takeSnapshot(options.dist, folder);
  const run = { scale: options.quick ? "quick" : "full", say, corpus: options.corpus };
  const shipped = !options.corpus;
  const definitions = Object.fromEntries(
    ["inputs", "candidates", "scan", "filter", "attack", "build"].map((name) => [name, definition(name)]),
  );
  const load = { start: loadAverage() };
  const written = writeInputs(definitions.inputs, folder, options.corpus);
  const figures = {};
  for (const part of parts.filter((name) => options.only.includes(name)))
    figures[part] = await measures[part](definitions, written, run, shipped);
  load.end = loadAverage();
  return publish({ ...describeRun(run, load), text: describeText(written, definitions.scan[run.scale], shipped), ...figures }, options);
}

/** Each part of a run; their order is that of `parts`: processes that must be fresh come before the machine is warm. */
const measures = {
  builds: ({ build }, written, run) => measureBuilds(build, written, run),
  start: ({ build }, _written, run) => measureStart(build, run),
  scan: (definitions, written, run) => runScan(definitions, written, run),
  filter: ({ filter }, written, run) => runFilter(filter, written, run),
  attack: async ({ attack }, written, run) => ({ units: attack.units[run.scale], rows: await runAttack(attack, written, run) }),
  differences: ({ inputs }, written, _run, shipped) => differencesOf(inputs, written, shipped),
  sizes: () => measureSizes(),
};

/** A copy of dist/, so that a build made meanwhile does not mix two versions in one run. */
function takeSnapshot(dist, folder) {
  const copy = join(folder, "dist");
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  process.env.NOMLM_BENCH_DIST = `${pathToFileURL(copy)}/`;
}

function definition(name) {
  return JSON.parse(readFileSync(new URL(`definitions/${name}.json`, import.meta.url), "utf8"));
}

function loadAverage() {
  return Math.round(os.loadavg()[0] * 10) / 10;
}

/** Where our folded hits differ from the baseline's; examples only from the shipped text, because others' text stays out of records. */
async function differencesOf(inputs, written, shipped) {
  const { Matcher } = await import("./engines/nomlm.mjs");
  const { dictionary, messages } = inputs.differences;
  const found = explainDifferences(written.dictionaries[dictionary], written.messages.slice(0, messages), Matcher);
  const reasons = found.reasons.map(({ example, ...reason }) => ({ ...reason, example: shipped ? example : "" }));
  return { dictionary, messages, ...found, reasons };
}

function describeRun({ scale }, load) {
  const minutes = (Date.now() - started) / 60_000;
  return { date: new Date().toISOString().slice(0, 10), machine: machineOf(), scale, minutes, load };
}

function describeText(written, { units, messages }, shipped) {
  const read = written.messages.slice(0, messages);
  const messageUnits = read.reduce((sum, message) => sum + message.length, 0);
  return { shipped, from: written.from, units: Math.min(units, written.long.length), messages: read.length, messageUnits };
}

/** Prints and writes; the answer is no when a count is wrong, and a run with wrong counts leaves no record. */
function publish(record, { json, only, record: keep, pin }) {
  console.log(renderRecord(record));
  const problems = checkHits([...(record.scan ?? []), ...(record.attack?.rows ?? [])], { shipped: record.text.shipped, pin });
  problems.push(...checkHits(record.filter?.rows ?? [], { shipped: false, pin: false })); // changes with the dictionary, so not pinned
  for (const problem of problems) console.error(`bench: wrong count: ${problem}`);
  if (json) writeFileSync(json, JSON.stringify(record, null, 1));
  if (keep && !problems.length) say(`written: bench/${only === parts ? writeRecord(record) : writeParts(record, only)}`);
  return problems.length ? 1 : 0;
}

process.exitCode = await main(readOptions());
