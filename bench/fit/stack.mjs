/** Fits what the parts are worth together, on scores that each row got from a fit that had not seen it. */
import { generator, shuffled } from "./random.mjs";

const rounds = 40;
const averagedRounds = 20;
const penalty = 1e-4;
/** Reports that retell a whole pitch are more frequent among the composed rows than anywhere else. */
const costs = { report: 0.5, benign: 1.5, ordinary: 3 };
/** What each element keeps at least, in logits: evidence must weigh something. */
export const evidenceMin = 0.6;

/**
 * @param rows `{ label, weak, worth, heads: [offer, report, trade, topic], elements, rules, against, present, units }`
 * @param names `{ elements, contexts, symbols }`: what the columns are; `rules`: Map from rule to logits
 * @returns logits: `heads` of offer and of the negative parts, of each element (never below {@link evidenceMin}), of each context
 *   word (never above zero), of the presence of each word class and slot, of each length, and the bias
 */
export function fitStack(rows, names) {
  const examples = rows.map((row) => ({
    values: valuesOf(row, names),
    offset: offsetOf(row, names),
    label: row.label === "recruitment" ? 1 : 0,
    cost: costOf(row),
  }));
  const { weights, bias } = trained(examples, names);
  const cut = (from, count) => Array.from(weights.slice(from, from + count));
  const elementsAt = 4;
  const contextsAt = elementsAt + names.elements.length;
  return {
    bias,
    heads: cut(0, 4),
    elements: cut(elementsAt, names.elements.length),
    contexts: cut(contextsAt, names.contexts.length),
    symbols: cut(contextsAt + names.contexts.length, names.symbols.length),
    lengths: cut(contextsAt + names.contexts.length + names.symbols.length, names.lengths.length),
  };
}

/** The sum of a row in logits. */
export function stackScore(stack, row, names) {
  const all = [...stack.heads, ...stack.elements, ...stack.contexts, ...stack.symbols, ...stack.lengths];
  return valuesOf(row, names).reduce((sum, value, k) => sum + value * all[k], stack.bias + offsetOf(row, names));
}

/** What the rules that were found give, in logits: their points are written in dict/rules.csv by hand. */
function offsetOf({ rules }, names) {
  return rules.reduce((sum, id) => sum + names.rules.get(id), 0);
}

function valuesOf({ heads: [offer, ...taken], elements, against, present, units }, names) {
  return [
    offer,
    ...taken.map((sum) => Math.min(0, sum)),
    ...names.elements.map((name) => Number(elements.includes(name))),
    ...against,
    ...present,
    ...names.lengths.map((above) => Number(units > above)),
  ];
}

function costOf({ label, weak, worth }) {
  if (label === "recruitment") return weak ? worth / 2 : worth;
  return worth * costs[label];
}

function trained(examples, names) {
  const size = examples[0].values.length;
  const random = generator(3);
  const weights = new Float64Array(size);
  const mean = new Float64Array(size + 1);
  let bias = 0;
  for (let round = 0; round < rounds; round++) {
    const step = 0.03 / (1 + round / 8);
    for (const { values, offset, label, cost } of shuffled(examples, random)) {
      let sum = bias + offset;
      for (let i = 0; i < size; i++) sum += weights[i] * values[i];
      const slope = (1 / (1 + Math.exp(-sum)) - label) * cost;
      bias -= step * slope;
      for (let i = 0; i < size; i++) weights[i] -= step * (slope * values[i] + penalty * weights[i]);
      bound(weights, names);
    }
    if (round < rounds - averagedRounds) continue;
    const n = round - rounds + averagedRounds + 1;
    for (let i = 0; i < size; i++) mean[i] += (weights[i] - mean[i]) / n;
    mean[size] += (bias - mean[size]) / n;
  }
  return { weights: mean.slice(0, size), bias: mean[size] };
}

function bound(weights, { elements, contexts }) {
  const evidenceEnd = 4 + elements.length;
  for (let i = 0; i < evidenceEnd; i++) weights[i] = Math.max(i < 4 ? 0.02 : evidenceMin, weights[i]);
  for (let i = evidenceEnd; i < evidenceEnd + contexts.length; i++) weights[i] = Math.min(0, weights[i]);
}
