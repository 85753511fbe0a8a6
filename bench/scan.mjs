/** The main table: every candidate on long text and on messages, one dictionary after another. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDictionary } from "./dictionaries.mjs";
import { driveCandidates } from "./driver.mjs";
import { normalise } from "./engines/twopass.mjs";
import { naiveCheck } from "./naive.mjs";
import { makeTexts } from "./texts.mjs";

/**
 * Writes texts and dictionaries of a run into a folder, from which the candidates' processes read them.
 * @param {object} inputs definitions/inputs.json
 * @param {string} folder a temporary folder of the caller
 * @param {string | null} corpus a folder of .txt files, or null for the shipped text
 * @returns {object} the texts and dictionaries, and the files they are in
 */
export function writeInputs(inputs, folder, corpus) {
  const { long, messages, from } = makeTexts(inputs.text, corpus);
  const dictionaries = {};
  const files = { long: write(folder, "long", [long]), messages: write(folder, "messages", messages) };
  for (const [name, { terms, seed }] of Object.entries(inputs.dictionaries)) {
    dictionaries[name] = makeDictionary(terms, seed, normalise);
    files[name] = write(folder, name, dictionaries[name]);
  }
  return { folder, long, messages, from, dictionaries, files };
}

/** Writes a list of strings as JSON and returns the file's path. */
export function write(folder, name, list) {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(list));
  return file;
}

/**
 * Times all candidates on all dictionaries of the chosen scale.
 * @param {{ scan: object, candidates: object[], inputs: object }} definitions
 * @param {object} written what `writeInputs` returned
 * @param {{ scale: "full" | "quick", say: (line: string) => void }} options
 * @returns {Promise<object[]>} rows of the driver, each with its `dictionary` and `answer`
 */
export async function runScan(definitions, written, { scale, say }) {
  const { scan, candidates, inputs } = definitions;
  const rows = [];
  for (const [dictionary, rounds] of Object.entries(scan[scale].rounds)) {
    const chosen = candidates.filter((candidate) => candidate.dictionaries?.includes(dictionary) ?? true);
    const entries = chosen.flatMap((candidate) => {
      const processes = candidate.repeat ? scan[scale].processes[dictionary] : 1;
      return Array(processes).fill(entryOf(candidate, dictionary, scan, scale, written.files));
    });
    const cell = await driveCandidates({
      entries,
      workloads: ["long", "messages"],
      rounds,
      answerSecondsMax: scan.answerSecondsMax,
      say: (line) => say(`${dictionary}: ${line}`),
      check: (children) => naiveCheck(children, written, dictionary, inputs.naive),
    });
    const answers = new Map(chosen.map(({ id, answer }) => [id, answer]));
    rows.push(...cell.map((row) => ({ dictionary, answer: answers.get(row.candidate), ...row })));
  }
  return rows;
}

function entryOf(candidate, dictionary, scan, scale, files) {
  const sizes = sizesOf(candidate, scan[scale]);
  const texts = Object.entries(sizes).map(([name, size]) => textOf(name, size, files));
  const others = candidate.others && {
    matchers: scan.others[dictionary].map((other) => ({ ...other, dictionary: files[other.dictionary] })),
    text: textOf("long", scan.othersUnits, files),
  };
  return {
    candidate,
    sizes,
    question: { dictionary: files[dictionary], texts, others, warmUpMilliseconds: scan[scale].warmUpMilliseconds },
  };
}

/** How much of each workload a candidate sees; slow ones see a slice, and 0 means not at all. */
function sizesOf(candidate, { units, messages }) {
  const long = Math.min(candidate.units ?? units, units);
  const many = Math.min(candidate.messages ?? messages, messages);
  return { ...(long && { long }), ...(many && { messages: many }) };
}

function textOf(name, size, files) {
  return { name, file: files[name], [name === "long" ? "units" : "messages"]: size };
}
