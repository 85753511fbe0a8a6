/** What judging costs: `filter.scan` beside `Matcher.count` and the two-pass way over the built-in dictionary's patterns, on ordinary messages. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { driveCandidates } from "./driver.mjs";
import { medianOf } from "./numbers.mjs";
import { randomOf } from "./random.mjs";
import { write } from "./scan.mjs";
import { flat } from "./texts.mjs";

const fixtures = new URL("../test/fixtures/devset/", import.meta.url);
const { corpora } = JSON.parse(readFileSync(new URL("eval/sets.json", import.meta.url), "utf8"));

/**
 * @param {object} definition definitions/filter.json
 * @param {object} written what `writeInputs` returned
 * @param {{ scale: "full" | "quick", say: (line: string) => void, corpus: string | null }} options
 * @returns {Promise<{ patterns: { all: number, terms: number }, messages: number, units: number, outcomes: Record<string, number>, rows: object[], latency: object[] }>}
 * @throws when a process of the filter judges otherwise than the filter of this process
 */
export async function runFilter(definition, written, { scale, say, corpus }) {
  const size = definition[scale];
  const { messages, cut } = makeMessages(definition, size, corpus);
  const patterns = await builtinPatterns();
  const files = {
    all: write(written.folder, "builtin-patterns", patterns.all),
    terms: write(written.folder, "builtin-terms", patterns.terms),
    messages: write(written.folder, "ordinary", messages),
    cut: write(written.folder, "ordinary-cut", cut),
  };
  const latency = [];
  const rows = await driveCandidates({
    entries: definition.candidates.flatMap((candidate) =>
      Array(size.processes).fill(entryOf(candidate, definition, size, files, written.files)),
    ),
    workloads: ["messages"],
    rounds: size.rounds,
    answerSecondsMax: definition.answerSecondsMax,
    say: (line) => say(`filter: ${line}`),
    check: async (children) => latency.push(...(await latencies(children, size.latencyRounds))),
  });
  const answers = new Map(definition.candidates.map(({ id, answer }) => [id, answer]));
  const named = rows.map((row) => ({ dictionary: "built-in", answer: answers.get(row.candidate), ...row }));
  const outcomes = await outcomesOf(messages, named);
  const units = messages.reduce((sum, message) => sum + message.length, 0);
  const load = Math.round(os.loadavg()[0] * 10) / 10;
  const counted = { all: patterns.all.length, terms: patterns.terms.length };
  return { load, patterns: counted, messages: messages.length, units, bounds: definition.bounds, outcomes, rows: named, latency };
}

function entryOf(candidate, { others, othersUnits }, { messages, cut, warmUpMilliseconds }, files, shared) {
  const texts = [
    { name: "messages", file: files.messages, messages },
    ...(candidate.engine === "filter" ? [{ name: "cut", file: files.cut, messages: cut }] : []),
  ];
  const disturbing = candidate.others && {
    matchers: others.map((other) => ({ ...other, dictionary: shared[other.dictionary] })),
    text: { name: "long", file: shared.long, units: othersUnits },
  };
  return {
    candidate,
    sizes: { messages },
    question: { dictionary: files[candidate.patterns ?? "all"], texts, others: disturbing, warmUpMilliseconds },
  };
}

/** Whole ordinary texts, and the same joined and cut to one length. A small set is used again, shuffled anew. */
export function makeMessages({ seed, files, unitsMax, cutUnits }, { messages: many, cut: cuts }, corpus) {
  const random = randomOf(seed);
  const texts = (corpus ? keptLines(corpus) : shippedTexts(files)).map((text) => text.slice(0, unitsMax).toWellFormed());
  const messages = [];
  while (messages.length < many) messages.push(...random.shuffle([...texts]).slice(0, many - messages.length));
  const joined = messages.join("");
  const cut = Array.from({ length: Math.min(cuts, Math.floor(joined.length / cutUnits)) }, (_, k) =>
    joined.slice(k * cutUnits, (k + 1) * cutUnits).toWellFormed(),
  );
  return { messages, cut };
}

function shippedTexts(files) {
  return files
    .flatMap((file) => readFileSync(new URL(file, fixtures), "utf8").split("\n").filter(Boolean))
    .map((row) => JSON.parse(row).text);
}

/** The quiet and lower corpora, each by the lines that nothing was learnt from. */
function keptLines(folder) {
  const names = [...corpora.groups.quiet, ...corpora.groups.lower].filter((name) => existsSync(join(folder, name)));
  const lines = names.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean));
  const kept = lines.filter((line) => createHash("sha256").update(line).digest()[31] % 2 === 1);
  if (!kept.length) throw new Error("the corpus folder holds none of the ordinary corpora");
  return kept;
}

/** What the built-in dictionary compiles: its terms, and with them the words that its phrases and weights are made of. */
async function builtinPatterns() {
  const door = (name) => import(new URL(name, process.env.NOMLM_BENCH_DIST));
  const [{ builtinDictionary }, { dictionaryOf, rulesOf }] = await Promise.all([door("index.js"), door("compile.js")]);
  const bytes = await builtinDictionary();
  const terms = dictionaryOf(bytes)
    .terms.filter(({ use }) => use !== "evidence")
    .map(({ text }) => text);
  const words = rulesOf(bytes).classes.flatMap((one) => one.words);
  return { all: [...new Set([...terms, ...words])], terms: [...new Set(terms)] };
}

/** The ladder of the messages; its steps must add up to what the timed processes counted. */
async function outcomesOf(messages, rows) {
  const { createFilter, outcomes } = await import(new URL("index.js", process.env.NOMLM_BENCH_DIST));
  const filter = await createFilter();
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]));
  for (const message of messages) counts[filter.scan(flat(message)).outcome]++;
  const steps = outcomes.reduce((sum, outcome, k) => sum + k * counts[outcome], 0);
  for (const { candidate, answer, hits } of rows)
    if (answer === "ladder" && hits !== steps) throw new Error(`${candidate}: the outcomes add up to ${hits}, expected ${steps}`);
  return counts;
}

/** Single calls on the cut messages: medians over rounds and processes. */
async function latencies(children, rounds) {
  const found = new Map();
  for (let round = 0; round <= rounds; round++) {
    for (const child of children.filter(({ entry }) => entry.candidate.engine === "filter")) {
      const answer = await child.ask({ do: "latency", workload: "cut" });
      const { id } = child.entry.candidate;
      if (round > 0 && answer !== null) found.set(id, [...(found.get(id) ?? []), answer]);
    }
  }
  return [...found].map(([candidate, answers]) => {
    const middle = (name) => medianOf(answers.map((answer) => answer[name]));
    const lowest = (name) => Math.min(...answers.map((answer) => answer[name]));
    return { candidate, calls: answers[0].calls, p50: middle("p50"), p99: middle("p99"), p99Min: lowest("p99") };
  });
}
