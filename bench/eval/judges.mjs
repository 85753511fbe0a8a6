/** Two judges over the same rows: six obvious words, and the library. Both give a verdict of one shape. */
import { marker } from "./sets.mjs";

/**
 * @typedef {{ outcome: string, score: number, rules: string[], spans: { start: number, end: number, element: string | null }[] }} Verdict
 * `spans` are the hits and the quotes of findings, in units of the row's text; a thread has none.
 */

/** The threshold of the scorecard, one for everything: caught = flagged = false alarm. */
export function isFlagged({ outcome }) {
  return outcome === "review" || outcome === "priority";
}

/** What people write first: six words, plain substrings. @returns {Verdict} */
export function judgeByKeywords(text) {
  const spans = marker.keywords.flatMap((word) => placesOf(word, text));
  return { outcome: spans.length ? "review" : "none", score: 0, rules: [], spans };
}

function placesOf(word, text) {
  const places = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push({ start: at, end: at + word.length, element: null });
  return places;
}

/** The library on one text, on the text alone and with default options. @returns {Verdict} */
export function judgeText(filter, text) {
  return verdictOf(filter.scan(text));
}

/** From a ScanResult; a finding that a guard held back catches nothing. @returns {Verdict} */
export function verdictOf({ outcome, score, findings, hits }) {
  const active = findings.filter(({ guard }) => guard === null);
  const rules = [...new Set(active.map(({ rule }) => rule))];
  const spans = [...hits, ...findings.flatMap(({ quotes }) => quotes)].map(({ start, end, element }) => ({ start, end, element }));
  return { outcome, score, rules, spans };
}

/** The library on a thread: the outcome after its last message. @returns {Verdict} */
export function judgeThread(filter, messages) {
  const conversation = filter.openConversation();
  let last = { outcome: "none" };
  for (const message of messages) last = conversation.add(message);
  const { outcome = last, score = 0, findings = [] } = last;
  return { outcome, score, rules: [...new Set(findings.map(({ rule }) => rule))], spans: [] };
}

/** Does the library weigh threads yet? Until it does, their messages are joined and judged as one text. */
export function knowsThreads(filter) {
  return typeof filter.openConversation === "function";
}

/** The library on a row: a thread message by message, all others as one text. @returns {Verdict} */
export function judgeRow(filter, row) {
  return row.messages && knowsThreads(filter) ? judgeThread(filter, row.messages) : judgeText(filter, row.text);
}

/**
 * Puts both verdicts beside each row.
 * @returns {object[]} rows with `verdicts: { keywords, nomlm }`
 */
export function judgeRows(rows, filter) {
  return rows.map((row) => ({ ...row, verdicts: { keywords: judgeByKeywords(row.text), nomlm: judgeRow(filter, row) } }));
}
