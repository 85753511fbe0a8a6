/**
 * Direction controls: the term stored backwards and shown forwards by an override, pairs swapped before each U+202C, or mere residue
 * between letters in the right order. Controls before the first and after the last letter are no part of the span.
 */
import { insertBetween, lettersOf } from "../letters.mjs";

const pop = "\u202c";
const residue = ["\u202c", "\u202a", "\u202d", "\u200e", "\u200f", "\u2068", "\u2069", "\u061c"];
/** Isolates alone do not turn strong letters round: each holds the override. */
const overrides = [
  ["\u202e", pop],
  ["\u2067\u202e", `${pop}\u2069`],
];

/** @type {import("../letters.mjs").Kind} */
export const bidi = {
  kind: "bidi",
  undone: "bidi",
  layer: "line",
  disguise: ({ text }, random) => random.pick([overridden, swapped, littered])(text, random),
};

function overridden(text, random) {
  const back = lettersOf(text).reverse().join("");
  if (back === text) return null;
  const [lead, tail] = random.pick(overrides);
  return { text: back, changes: [{ from: text, to: back }], lead, tail };
}

function swapped(text) {
  const pairs = pairsIn(lettersOf(text)).map((pair) => [pair.join(""), pair.toReversed().join("")]);
  const changes = pairs.filter(([pair, back]) => pair !== back).map(([from, to]) => ({ from, to: to + pop }));
  if (changes.length === 0) return null;
  const out = pairs.map(([pair, back]) => (pair === back ? pair : back + pop)).join("");
  return out.endsWith(pop) ? { text: out.slice(0, -1), changes, tail: pop } : { text: out, changes };
}

function pairsIn(letters) {
  return letters.flatMap((_, i) => (i % 2 === 0 ? [letters.slice(i, i + 2)] : []));
}

function littered(text, random) {
  const made = insertBetween(text, () => random.pick(residue), random);
  return made && { ...made, ...(random.chance(0.3) ? { lead: "\u202d", tail: pop } : {}) };
}
