/**
 * One candidate in a process of its own, driven by its parent: `prepare` builds the matcher and reads the texts, each `time` runs one
 * workload once under the clock of `benchmark`, and `count` counts in other texts without a clock. Answers go back in the order of the questions.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import Benchmark from "benchmark";
import { medianOf } from "./numbers.mjs";
import { flat } from "./texts.mjs";

/** Time that a round may take, unless one call takes longer. */
const roundMilliseconds = 60;

let matcher;
let disturb = () => {};
const workloads = new Map();
const calls = new Map();

const answers = { prepare, time, latency, count: ({ texts }) => ({ hits: run(texts.map(flat)) }) };

process.on("message", async (question) => {
  try {
    process.send({ ok: true, ...(await answers[question.do](question)) });
  } catch (error) {
    process.send({ ok: false, message: String(error?.message ?? error).split("\n")[0] });
  }
});

/** Builds the matcher, and where asked for two others that stay alive and are used before every timed call. */
async function prepare({ candidate, dictionary, texts, others, warmUpMilliseconds }) {
  for (const text of texts) workloads.set(text.name, readWorkload(text));
  const engine = await engineOf(candidate.engine);
  const started = performance.now();
  matcher = await engine.build(readTerms(dictionary), candidate.options ?? {});
  const buildMilliseconds = performance.now() - started;
  if (others) disturb = await disturberOf(others);
  for (const workload of workloads.values()) warmUp(workload, warmUpMilliseconds);
  return { buildMilliseconds };
}

async function engineOf(name) {
  if (["nomlm", "twopass", "filter"].includes(name)) return import(`./engines/${name}.mjs`);
  return (await import("./engines/rivals.mjs"))[name];
}

/** Two other matchers over other dictionaries, used in turn on a text of their own. */
async function disturberOf({ matchers, text }) {
  const { build } = await engineOf("nomlm");
  const alive = matchers.map(({ dictionary, ...profile }) => build(readTerms(dictionary), { ...profile, call: "count" }));
  const workload = readWorkload(text);
  return () => alive.reduce((sum, other) => sum + runWith(other, workload), 0);
}

function readTerms(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** A workload is a list of texts: the first `units` of one long string, or the first `messages` of many. */
function readWorkload({ file, units, messages }) {
  const texts = JSON.parse(readFileSync(file, "utf8"));
  const kept = units === undefined ? texts.slice(0, messages) : [texts[0].slice(0, units)];
  return kept.map(flat);
}

/** Calls before the first timed one, so that the code is compiled by then. */
function warmUp(workload, milliseconds) {
  const until = performance.now() + milliseconds;
  do {
    disturb();
    run(workload);
  } while (performance.now() < until);
}

function run(workload) {
  return runWith(matcher, workload);
}

function runWith(subject, workload) {
  let hits = 0;
  for (let i = 0; i < workload.length; i++) hits += subject.count(workload[i]);
  return hits;
}

/**
 * One round: as many timed calls as fit into `roundMilliseconds`, at most nine, of which the medians count. `benchmark` compiles its
 * loop from source text, so the call goes through a global; before every timed call it makes one of its own. The other matchers run
 * after that one, right before the clock starts.
 */
function time({ workload }) {
  const texts = workloads.get(workload);
  const state = { hits: 0, cpuStart: null, cpuSeconds: [] };
  globalThis.nomlmBench = {
    before() {
      disturb();
      state.cpuStart = process.cpuUsage();
    },
    call() {
      state.hits = run(texts);
      const { user, system } = process.cpuUsage(state.cpuStart);
      state.cpuSeconds.push((user + system) / 1e6);
    },
  };
  const seconds = runBenchmark(callsOf(texts));
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  return { seconds: medianOf(seconds), cpuSeconds: medianOf(state.cpuSeconds), hits: state.hits, units };
}

/** Microseconds of single calls, one on each text; the other matchers run once before. */
function latency({ workload }) {
  const texts = workloads.get(workload);
  disturb();
  const times = texts.map((text) => {
    const started = performance.now();
    matcher.count(text);
    return (performance.now() - started) * 1000;
  });
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { calls: times.length, p50: at(0.5), p99: at(0.99) };
}

/** How many calls a round takes: by one untimed call of the first round. */
function callsOf(texts) {
  if (!calls.has(texts)) {
    const started = performance.now();
    run(texts);
    const milliseconds = performance.now() - started;
    calls.set(texts, Math.max(1, Math.min(9, Math.round(roundMilliseconds / milliseconds))));
  }
  return calls.get(texts);
}

function runBenchmark(samples) {
  const bench = new Benchmark({
    setup: "globalThis.nomlmBench.before();",
    fn: "globalThis.nomlmBench.call();",
    minSamples: samples,
    minTime: 1e-9,
    maxTime: -1,
  });
  bench.run();
  if (bench.error) throw bench.error;
  return bench.stats.sample;
}
