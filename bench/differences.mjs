/** Why our folded hits and those of the two-pass baseline are not the same number, hit by hit. */
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { normalise } from "./engines/twopass.mjs";

/** Skipped between two characters of a term at most, in UTF-16 units; the matcher's own limit. */
const gapUnitsMax = 32;
const noiseRuns = /[^\p{L}\p{N}]+/gu;

/**
 * Compares message by message and gives each surplus hit a reason.
 * @param {string[]} terms
 * @param {string[]} messages
 * @param {typeof import("../dist/matcher.js").Matcher} Matcher
 * @returns {{ ours: number, baseline: number, reasons: { reason: string, hits: number, example: string }[] }}
 */
export function explainDifferences(terms, messages, Matcher) {
  const keys = terms.map(normalise);
  const phrases = new Set(keys.filter((key, i) => charwise(terms[i]) !== key));
  const automaton = new AhoCorasick([...new Set(keys)]);
  const matcher = Matcher.compile(terms, { folds: "default", skipNoise: true });
  const totals = { ours: 0, baseline: 0, reasons: new Map() };
  for (const text of messages) {
    const ours = tallyOurs(matcher, keys, text);
    const baseline = tallyBaseline(automaton, normalise(text));
    const context = { text, ours, baseline, matcher, keys, phrases, charwise: tallyBaseline(automaton, charwise(text)) };
    totals.ours += sum(ours);
    totals.baseline += sum(baseline);
    for (const key of new Set([...ours.keys(), ...baseline.keys()])) compareKey(key, context, totals.reasons);
  }
  return { ours: totals.ours, baseline: totals.baseline, reasons: [...totals.reasons.values()].sort((a, b) => b.hits - a.hits) };
}

/** Hits of each normalised term, with what they look like in the text. */
function tallyOurs(matcher, keys, text) {
  const tally = new Map();
  for (const { pattern, start, end } of matcher.findAll(text)) push(tally, keys[pattern], text.slice(start, end));
  return tally;
}

function tallyBaseline(automaton, text) {
  const tally = new Map();
  for (const { keyword } of automaton.matchInText(text)) push(tally, keyword, keyword);
  return tally;
}

function push(tally, key, surface) {
  if (!tally.has(key)) tally.set(key, []);
  tally.get(key).push(surface);
}

function sum(tally) {
  return [...tally.values()].reduce((total, surfaces) => total + surfaces.length, 0);
}

function compareKey(key, context, reasons) {
  const surplus = (context.ours.get(key)?.length ?? 0) - (context.baseline.get(key)?.length ?? 0);
  if (surplus === 0) return;
  const reason = surplus > 0 ? whyOnlyOurs(key, context) : whyOnlyBaseline(key, context);
  const entry = reasons.get(reason.text) ?? { reason: reason.text, hits: 0, example: reason.example };
  entry.hits += Math.abs(surplus);
  reasons.set(reason.text, entry);
}

function whyOnlyOurs(key, { ours, phrases, charwise: single }) {
  const surfaces = ours.get(key);
  const example = `${surfaces[0]} for ${key}`;
  if (phrases.has(key) || (single.get(key)?.length ?? 0) >= surfaces.length)
    return { text: "only ours: opencc-js converted a phrase into other characters", example };
  if (surfaces.some((surface) => /[[\]/]/.test(surface))) return { text: "only ours: emoticon markup inside the term is skipped", example };
  if (surfaces.some((surface) => charwise(surface) !== key))
    return { text: "only ours: a variant character that opencc-js t→cn leaves as it is", example };
  return { text: "only ours: other", example };
}

function whyOnlyBaseline(key, { text, matcher, keys, phrases, ours, charwise: single }) {
  const found = ours.get(key)?.length ?? 0;
  const squeezed = tallyOurs(
    matcher,
    keys,
    text.replace(noiseRuns, (run) => run.slice(0, gapUnitsMax)),
  );
  if ((squeezed.get(key)?.length ?? 0) > found)
    return { text: `only two-pass: more than ${gapUnitsMax} units lie between two characters`, example: key };
  if (phrases.has(key) || (single.get(key)?.length ?? 0) <= found)
    return { text: "only two-pass: opencc-js converted a phrase into other characters", example: key };
  return { text: "only two-pass: other", example: key };
}

/** The first pass with every character on its own, so that no phrase table acts. */
function charwise(text) {
  return [...text].map(normalise).join("");
}
