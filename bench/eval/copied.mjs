/**
 * Is a development sentence copied into the dictionary? Compares what people wrote in phrases, rules, word classes and weights, and
 * the sentences that rules must stand, with every development row.
 */
import { readCsv } from "./dictionary.mjs";

/** Characters that a pattern may share with a row, terms of the dictionary apart. */
export const patternRunMax = 8;
/** A sentence is not matched, so an idiom in common is no harm; a clause in common is. */
export const sentenceRunMax = 12;

/** Tables of plain terms are apart: terms may be as long as they are in life. `advice` is for readers. All else is compared, whatever it will be called. */
const notPatterns = /^(terms\/|advice|cases|sentences|(schemes|places|allow|cues|sources)\.csv$)/;
/** Columns of sentences, and columns that only explain. */
const sentenceColumns = /^(must_|hits?$|misses$|near_miss)/;
const notCompared = /^(id|note|reason|title|law|sources?|source|date|element|rule|term|expect)$/;

/**
 * @param {Map<string, Uint8Array>} source the dictionary's files
 * @returns {{ file: string, id: string, phrase: string }[]} every cell that holds Han characters to match
 */
export function writtenPatterns(source) {
  return cellsOf(source, (file, column) => !notPatterns.test(file) && !sentenceColumns.test(column));
}

/** The sentences that terms, phrases and rules are tried on, in the same form. */
export function writtenSentences(source) {
  return cellsOf(source, (file, column) => (notPatterns.test(file) ? /^(cases|sentences)/.test(file) : sentenceColumns.test(column)));
}

function cellsOf(source, isWanted) {
  const tables = [...source].filter(([file]) => file.endsWith(".csv"));
  return tables.flatMap(([file, bytes]) => readCsv(bytes).data.flatMap((row) => wantedCells(file, row, isWanted)));
}

function wantedCells(file, row, isWanted) {
  const cells = Object.entries(row).filter(([column, cell]) => !notCompared.test(column) && isWanted(file, column) && isHan(cell));
  return cells.map(([, phrase]) => ({ file, id: row.id ?? "", phrase }));
}

function isHan(cell) {
  return /\p{Script=Han}/u.test(cell);
}

/** Terms that are longer than what a pattern may share. @returns {string[]} bare */
export function longTerms(source) {
  const tables = [...source].filter(([file]) => file.startsWith("terms/"));
  return tables.flatMap(([, bytes]) => readCsv(bytes).data.map(({ term }) => bare(term))).filter((term) => term.length > patternRunMax);
}

/** All runs of one length of the rows. @returns {{ length: number, rows: Map<string, string> }} run → id of the first row that holds it */
export function runsOf(rows, length) {
  const runs = new Map();
  for (const { id, text } of rows) {
    const letters = bare(text);
    for (let at = 0; at + length <= letters.length; at++) {
      const run = letters.slice(at, at + length);
      if (!runs.has(run)) runs.set(run, id);
    }
  }
  return { length, rows: runs };
}

/** Letters and digits alone, in one width and case. */
function bare(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Runs that a phrase can read as and that a row holds.
 * @param {string} phrase notation of phrases: `(a|b)`, `c?`, `..6`, `<class>`, `{slot}`, `@phrase`; plain text and `a|b` lists too
 * @param runs from {@link runsOf} @param {string[]} terms from {@link longTerms}: a run within one of them is free
 * @returns {{ run: string, row: string }[]}
 */
export function sharedRuns(phrase, runs, terms = []) {
  const shared = new Map();
  const note = (run) => {
    if (runs.rows.has(run) && !terms.some((term) => term.includes(run))) shared.set(run, runs.rows.get(run));
  };
  walkChoice({ tokens: tokensOf(phrase), at: 0, length: runs.length, note }, new Set([""]));
  return [...shared].map(([run, row]) => ({ run, row }));
}

/** The same for a plain text, in which no sign means anything. */
export function sharedWithText(text, runs) {
  const shared = new Map();
  append("", bare(text), runs.length, (run) => runs.rows.has(run) && shared.set(run, runs.rows.get(run)));
  return [...shared].map(([run, row]) => ({ run, row }));
}

/** Signs of the notation and literals between them, which touch across blanks; a class, slot, reference or gap ends a run. */
function tokensOf(phrase) {
  return phrase.match(/<[^>]*>|\{[^}]*\}|@[A-Za-z0-9_-]+|\.\.[\d-]*|[()|?]|[^\s()|?<{@.]+/gu) ?? [];
}

/** Walks all readings at once: what is carried on is the set of possible last characters, never a list of readings. */
function walkChoice(walk, before) {
  const after = new Set();
  let isMore = true;
  while (isMore) {
    for (const tail of walkSequence(walk, before)) after.add(tail);
    isMore = walk.tokens[walk.at] === "|";
    if (isMore) walk.at++;
  }
  return after;
}

function walkSequence(walk, before) {
  let tails = before;
  while (walk.at < walk.tokens.length && walk.tokens[walk.at] !== "|" && walk.tokens[walk.at] !== ")") {
    const after = walkItem(walk, tails);
    const isOptional = walk.tokens[walk.at] === "?";
    if (isOptional) walk.at++;
    tails = isOptional ? new Set([...tails, ...after]) : after;
  }
  return tails;
}

function walkItem(walk, tails) {
  const token = walk.tokens[walk.at++];
  if (token === "(") {
    const after = walkChoice(walk, tails);
    walk.at++;
    return after;
  }
  if (/^[?<{@]|^\.\./.test(token)) return new Set([""]);
  return new Set([...tails].map((tail) => append(tail, bare(token), walk.length, walk.note)));
}

/** Adds letters to the last ones, notes each full run, and gives what may begin the next. */
function append(tail, letters, length, note) {
  const all = tail + letters;
  for (let at = 0; at + length <= all.length; at++) note(all.slice(at, at + length));
  return all.slice(-(length - 1));
}

/**
 * Compares a dictionary with the rows.
 * @returns {{ patterns: number, sentences: number, shared: { file: string, id: string, run: string, row: string }[] }}
 */
export function compareWithRows(source, rows) {
  const [patterns, sentences, terms] = [writtenPatterns(source), writtenSentences(source), longTerms(source)];
  const patternRuns = runsOf(patterns.length ? rows : [], patternRunMax + 1);
  const sentenceRuns = runsOf(sentences.length ? rows : [], sentenceRunMax + 1);
  const found = ({ file, id }, list) => list.map((one) => ({ file, id, ...one }));
  const shared = [
    ...patterns.flatMap((pattern) => found(pattern, sharedRuns(pattern.phrase, patternRuns, terms))),
    ...sentences.flatMap((sentence) => found(sentence, sharedWithText(sentence.phrase, sentenceRuns))),
  ];
  return { patterns: patterns.length, sentences: sentences.length, shared };
}
