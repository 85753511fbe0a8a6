/** What is scanned: one long string, and messages of 20 to 200 units, from shipped texts or from a folder of .txt files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomOf } from "./random.mjs";

const fixtures = new URL("../test/fixtures/devset/", import.meta.url);

/**
 * Makes the two workloads of a run.
 * @param {{ units: number, seed: number, files: string[], messages: { count: number, unitsMin: number, unitsMax: number } }} plan
 *   lengths in UTF-16 units; `files` are the shipped fixtures to read
 * @param {string | null} corpus a folder of .txt files (one document a line) to read instead of the fixtures
 * @returns {{ long: string, messages: string[], from: string }} `from` says in a few words what the text is
 */
export function makeTexts(plan, corpus) {
  const random = randomOf(plan.seed);
  const pieces = corpus ? corpusLines(corpus) : shippedSentences(plan.files);
  const long = joinShuffled(pieces.list, plan.units, random);
  const messages = cutMessages(pieces.list, plan.messages, random);
  return { long: flat(long), messages: messages.map(flat), from: pieces.from };
}

/** A string of its own in two-byte form, as a server gets it: neither a slice of a larger string nor a rope. */
export function flat(text) {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

function shippedSentences(files) {
  const rows = files.flatMap((file) => readFileSync(new URL(file, fixtures), "utf8").split("\n").filter(Boolean));
  const list = rows.flatMap((row) => sentences(JSON.parse(row).text));
  return { list, from: "shipped development sets, sentences shuffled" };
}

function sentences(text) {
  return text
    .split(/(?<=[。！？!?\n])/u)
    .map((s) => s.trim())
    .filter((s) => s.length > 1);
}

function corpusLines(directory) {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith(".txt"))
    .sort();
  const list = files.flatMap((file) =>
    readFileSync(join(directory, file), "utf8")
      .split("\n")
      .map((s) => s.trim())
      .filter(Boolean),
  );
  if (!list.length) throw new Error("the corpus folder holds no .txt file with a line of text");
  return { list, from: `${files.length} corpus files, lines shuffled` };
}

/** Shuffles and joins until the length is reached; a small set is used again, shuffled anew. */
function joinShuffled(list, units, random) {
  const out = [];
  for (let length = 0; length < units; ) {
    for (const piece of random.shuffle([...list])) {
      if (length >= units) break;
      out.push(piece);
      length += piece.length + 1;
    }
  }
  return wellFormed(out.join("\n").slice(0, units));
}

/** Messages: pieces strung together up to a length drawn anew for each, cut where it is reached. */
function cutMessages(list, { count, unitsMin, unitsMax }, random) {
  const messages = [];
  let pool = [];
  while (messages.length < count) {
    const length = unitsMin + random.below(unitsMax - unitsMin + 1);
    let message = "";
    while (message.length < length) {
      if (!pool.length) pool = random.shuffle([...list]);
      message += pool.pop();
    }
    messages.push(wellFormed(message.slice(0, length)));
  }
  return messages;
}

/** A cut may halve a surrogate pair; the half is replaced, so that every candidate reads the same valid text. */
function wellFormed(text) {
  return text.toWellFormed();
}
