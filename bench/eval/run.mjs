/**
 * The accuracy scorecard. Needs a built dist/ (`npm run eval` builds first).
 *
 *   node bench/eval/run.mjs [--corpus DIR] [--devset DIR] [--mistakes N] [--without RULE] [--floor] [--record] [--json FILE] [--dist DIR]
 *   node bench/eval/run.mjs --attack [--dist DIR]
 *
 *   --corpus DIR    false alarms on the .txt files of a folder, one document a line (also NOMLM_CORPUS)
 *   --devset DIR    read the sets from a folder of yours; default: the shipped ones, and `real_*` files from NOMLM_DEVSET
 *   --mistakes N    list at most N mistakes for each set and side; default 5, 0 for none, `all`
 *   --without RULE  score a dictionary that lacks a rule; `weights`: without the fitted part; `each`: what is lost without each rule
 *   --floor         exit 1 when a figure is below bench/record/eval/floor.json
 *   --record        write bench/record/eval/<date>.json and floor.json
 *   --json FILE     write all figures there, and the outcome of every row of the sets that may be read
 *   --dist DIR      score another build than ../../dist
 *   --attack        instead of the scorecard: how many generated disguises of the dictionary's terms are seen through; always exit 0
 *
 * Exit 0 done, 1 a figure is below the floor, 2 wrong usage or nothing built.
 */
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runAttack } from "./attack.mjs";
import { compareWithRows } from "./copied.mjs";
import { scanCorpus, tiersOf } from "./corpus.mjs";
import { artifactFrom, openBuild, readSource, ruleIds, sourceWithOpenGate, sourceWithout } from "./dictionary.mjs";
import { figuresOf, flaggedByPart } from "./figures.mjs";
import { gateMisses } from "./gate.mjs";
import { belowFloor, figuresOfKeywords, reach } from "./goals.mjs";
import { judgeRow, judgeRows, knowsThreads } from "./judges.mjs";
import { mayShow, mistakesOf } from "./mistakes.mjs";
import { newestRecord, readFloor, writeRecord } from "./record.mjs";
import { Refusal } from "./refusal.mjs";
import { lossOf } from "./rules.mjs";
import { readSets } from "./sets.mjs";
import { renderAlarms, renderCorpus, renderGate, renderGoals, renderMistakes, renderRules, renderSets } from "./tables.mjs";

const started = Date.now();
const shipped = fileURLToPath(new URL("../../test/fixtures/devset/", import.meta.url));
const say = (line) => console.error(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`);

function readOptions() {
  const word = { type: "string" };
  const flag = { type: "boolean", default: false };
  const options = {
    corpus: word,
    devset: word,
    mistakes: word,
    without: word,
    json: word,
    dist: word,
    floor: flag,
    record: flag,
    attack: flag,
  };
  const { values } = parsed(options);
  const corpus = values.corpus ?? (process.env.NOMLM_CORPUS || null);
  const real = process.env.NOMLM_DEVSET || null;
  for (const folder of [corpus, values.devset, real]) if (folder && !existsSync(folder)) throw new Refusal(`no such folder: ${folder}`);
  if (values.without && (values.record || values.floor) && values.without !== "each")
    throw new Refusal("a dictionary that lacks something sets no record and has no floor");
  if (values.record && values.devset) throw new Refusal("records are made on the shipped sets");
  const dist = values.dist ? pathToFileURL(`${resolve(values.dist)}/`) : new URL("../../dist/", import.meta.url);
  return { ...values, corpus, real, dist, mistakes: mistakesMax(values.mistakes ?? "5") };
}

function mistakesMax(word) {
  if (word === "all") return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(word)) throw new Refusal("--mistakes takes a number or all");
  return Number(word);
}

function parsed(options) {
  try {
    return parseArgs({ options });
  } catch (error) {
    throw new Refusal(error.message);
  }
}

async function main(options) {
  const build = await openBuild(options.dist);
  if (options.attack) return printAttack(build);
  const source = readSource();
  const filter = await openFilter(options, build, source);
  const { sets, rows, missing } = readSets(options.devset ?? shipped, options.real);
  const judged = judgeRows(rows, filter);
  const figures = {
    dictionary: filter.dictionary,
    threadMode: knowsThreads(filter) ? "openConversation" : "joined messages",
    ...figuresOf(sets, judged),
    withoutWeights: options.without ? undefined : await flaggedWithoutWeights(rows, build, source),
    gate: options.without ? undefined : await gateOf(rows, judged, build, source),
    rulesAreData: ruleIds(source).length > 0,
    copied: compareWithRows(source, rows),
    without: options.without === "each" ? await withoutEach(judged, build, source) : undefined,
  };
  say(`${rows.length} rows of ${sets.length} sets`);
  const { alarms, corpus } = await corpusOf(options, filter, build);
  return publish(options, { sets, missing, judged, alarms, figures: { ...figures, corpus } });
}

/** Figures and no check, so the answer is always yes. */
async function printAttack(build) {
  console.log(await runAttack(build));
  say("done");
  return 0;
}

/** The built-in dictionary, or one compiled from dict/ that lacks something. */
async function openFilter({ without }, build, source) {
  if (!without || without === "each") return build.createFilter();
  if (without !== "weights" && ruleIds(source).length === 0) throw new Refusal("no rules as data yet");
  const lacking = sourceWithout(source, without);
  if (lacking === null) throw new Refusal(`the dictionary has no ${without === "weights" ? "weights" : `rule ${without}`}`);
  return build.createFilter({ dictionary: artifactFrom(lacking, build) });
}

/** What the fitted part adds: the same rows by a dictionary without it. @returns part → rows flagged; nothing while there are no weights */
async function flaggedWithoutWeights(rows, build, source) {
  const lacking = sourceWithout(source, "weights");
  if (lacking === null) return undefined;
  const filter = await build.createFilter({ dictionary: artifactFrom(lacking, build) });
  return flaggedByPart(judgeRows(rows, filter), "nomlm");
}

/** Recruitment rows that the gate alone stops; nothing while there is no gate. */
async function gateOf(rows, judged, build, source) {
  const open = sourceWithOpenGate(source);
  if (open === null) return undefined;
  const filter = await build.createFilter({ dictionary: artifactFrom(open, build) });
  return gateMisses(judged, judgeRows(rows, filter));
}

async function withoutEach(judged, build, source) {
  const list = [];
  for (const rule of ruleIds(source)) {
    try {
      const filter = await build.createFilter({ dictionary: artifactFrom(sourceWithout(source, rule), build) });
      list.push({ rule, ...lossOf(rule, judged, (row) => judgeRow(filter, row)) });
    } catch (error) {
      list.push({ rule, problem: error.message });
    }
  }
  return list;
}

async function corpusOf({ corpus }, filter, build) {
  if (!corpus) return { alarms: [], corpus: undefined };
  const tierOf = tiersOf(await build.dictionaryOf(await build.builtinDictionary()));
  const { alarms, ...counts } = scanCorpus(corpus, filter, tierOf);
  say(`${counts.groups.reduce((sum, { documents }) => sum + documents, 0)} documents of ${counts.files.length} corpus files`);
  return { alarms, corpus: counts };
}

/** Prints and writes; the answer is no when a figure is below its floor. */
function publish(options, { sets, missing, judged, alarms, figures }) {
  const reached = reach(figures);
  const mistakes = mistakesOf(sets, judged);
  console.log(
    [
      title(figures, missing, options),
      ...renderSets(sets, figures),
      ...renderGate(figures),
      ...renderRules(figures),
      ...(figures.corpus ? renderCorpus(figures.corpus) : []),
      ...(options.mistakes > 0 ? [...renderMistakes(mistakes, options.mistakes), ...renderAlarms(alarms, options.mistakes)] : []),
      ...renderGoals(reached, reach(figuresOfKeywords(figures)), newestRecord()),
    ].join("\n\n"),
  );
  const fallen = options.floor ? belowFloor(reached, readFloor()) : [];
  for (const line of fallen) console.error(`eval: below the floor: ${line}`);
  if (options.json) writeFileSync(options.json, JSON.stringify({ ...figures, rows: readableRows(sets, judged) }, null, 1));
  if (options.record) for (const path of writeRecord(today(), textsOf(sets, figures), figures, reached)) say(`written: bench/${path}`);
  say("done");
  return fallen.length ? 1 : 0;
}

function title({ dictionary: { id, version, sha256 } }, missing, { without, corpus }) {
  return [
    `# Scorecard of ${id} ${version}${without && without !== "each" ? ` without ${without}` : ""} (${sha256.slice(0, 12)})`,
    "",
    "Caught = flagged = outcome `review` or `priority`, on the text alone, with default options.",
    ...(missing.length ? [`Not on this machine, not scored: ${missing.join(", ")} (NOMLM_DEVSET names their folder).`] : []),
    ...(corpus ? [] : ["No corpus folder given: no false alarms per 10,000 documents (--corpus DIR)."]),
  ].join("\n");
}

/** Id → outcome, to compare two runs row by row; a set that is not to be read yet shows its figures only. */
function readableRows(sets, judged) {
  const readable = new Set(sets.filter(mayShow).map(({ name }) => name));
  const rows = judged.filter(({ set }) => readable.has(set));
  return Object.fromEntries(rows.map((row) => [row.side ? `${row.id} ${row.side}` : row.id, row.verdicts.nomlm.outcome]));
}

function textsOf(sets, { corpus }) {
  return { sets: sets.map(({ name }) => name), corpusFiles: corpus?.files.length ?? 0 };
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

try {
  process.exitCode = await main(readOptions());
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`eval: ${error.message}`);
  process.exitCode = 2;
}
