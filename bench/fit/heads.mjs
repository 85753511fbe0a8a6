/** Fits the heads: what the distinct features of a passage, and for `offer` the strengths of its elements, speak for. */
import { strengthsOf } from "./detectors.mjs";
import { shuffled } from "./random.mjs";

const scale = 0.12;
const step = 0.1;
const penalty = 5e-3;
const rounds = 12;
/** The weights of the last rounds are averaged: single rounds swing by a tenth of what is caught. */
const averagedRounds = 6;
/** Ordinary texts that score highest join the examples this often, this many at a time. */
const minings = 2;
const minedAtATime = 1200;
/** What an error on a row costs, by head. An offer that is missed costs more than one flagged row. */
const costs = { offer: { recruitment: 6, report: 3, benign: 3, ordinary: 1 }, report: [1, 2], trade: [1, 1.3], topic: [4, 1] };

/** Strengths in combination: alone, the lesser of two, the least of three of the first five. */
export const combinations = [
  ...[0, 1, 2, 3, 4, 5, 6].map((a) => [a]),
  ...[0, 1, 2, 3, 4, 5, 6].flatMap((a) => [0, 1, 2, 3, 4, 5, 6].filter((b) => b > a).map((b) => [a, b])),
  ...[0, 1, 2, 3, 4].flatMap((a) =>
    [0, 1, 2, 3, 4].filter((b) => b > a).flatMap((b) => [0, 1, 2, 3, 4].filter((c) => c > b).map((c) => [a, b, c])),
  ),
];

/** What heads see of a passage. */
export function seenBy(detectors, passage) {
  const strengths = strengthsOf(detectors, passage);
  return { dense: Float32Array.from(combinations, (names) => Math.min(...names.map((k) => strengths[k]))), distinct: passage.distinct };
}

/** @param rows `{ dense, distinct, label, weak, worth }` @param ordinary `{ dense, distinct }` */
export function fitHeads(rows, ordinary, features, random) {
  const of = (label) => rows.filter((row) => row.label === label);
  const as = (list, label, cost) => list.map((row) => ({ ...row, label, cost: (row.worth ?? 1) * (row.weak ? cost / 2 : cost) }));
  const [offers, reports, trade] = ["recruitment", "report", "benign"].map(of);
  const head = (examples, mined, dense) => fitHead(examples, { mined, dense, features, random });
  const calm = as(
    ordinary.filter((_, k) => k % 3 === 0),
    0,
    costs.offer.ordinary,
  );
  const { offer } = costs;
  return {
    offer: head(
      [...as(offers, 1, offer.recruitment), ...as(reports, 0, offer.report), ...as(trade, 0, offer.benign), ...calm],
      ordinary,
      combinations.length,
    ),
    report: head([...as(offers, 1, costs.report[0]), ...as(reports, 0, costs.report[1])], null, 0),
    trade: head([...as(offers, 1, costs.trade[0]), ...as(trade, 0, costs.trade[1])], null, 0),
    topic: head([...as(offers, 1, costs.topic[0]), ...as(ordinary, 0, costs.topic[1])], null, 0),
  };
}

/** The sum of a head in logits. */
export function scoreOf({ bias, dense, weights }, seen) {
  let score = bias;
  for (let i = 0; i < dense.length; i++) score += dense[i] * seen.dense[i];
  for (let i = 0; i < seen.distinct.length; i++) score += weights[seen.distinct[i]];
  return score;
}

function fitHead(examples, { mined, dense, features, random }) {
  let head = trained(examples, dense, features, random);
  for (let k = 0; mined !== null && k < minings; k++) {
    const worst = mined.map((one) => ({ one, score: scoreOf(head, one) })).sort((a, b) => b.score - a.score);
    for (const { one } of worst.slice(0, minedAtATime)) examples.push({ ...one, label: 0, cost: 2 });
    head = trained(examples, dense, features, random);
  }
  return head;
}

function trained(examples, dense, features, random) {
  const head = { bias: -1, dense: new Float32Array(dense), weights: new Float32Array(features) };
  const squares = { dense: new Float32Array(dense).fill(1e-2), weights: new Float32Array(features).fill(1e-4) };
  let mean = null;
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(examples, random)) learn(head, squares, example);
    if (round >= rounds - averagedRounds) mean = averaged(mean, head, round - rounds + averagedRounds + 1);
  }
  mean.weights = mean.weights.map((weight) => weight * scale);
  return mean;
}

function learn(head, squares, { dense, distinct, label, cost }) {
  let sum = head.bias;
  for (let i = 0; i < head.dense.length; i++) sum += head.dense[i] * dense[i];
  for (let i = 0; i < distinct.length; i++) sum += head.weights[distinct[i]] * scale;
  const slope = (1 / (1 + Math.exp(-sum)) - label) * cost;
  if (Math.abs(slope) < 1e-3) return;
  head.bias -= 0.01 * slope;
  for (let i = 0; i < head.dense.length; i++) {
    const pull = slope * dense[i];
    squares.dense[i] += pull * pull;
    head.dense[i] -= (step * pull) / Math.sqrt(squares.dense[i]);
  }
  for (let i = 0; i < distinct.length; i++) {
    const at = distinct[i];
    const pull = slope * scale + penalty * head.weights[at];
    squares.weights[at] += pull * pull;
    head.weights[at] -= (step * pull) / Math.sqrt(squares.weights[at]);
  }
}

function averaged(mean, head, count) {
  if (mean === null) return { bias: head.bias, dense: head.dense.slice(), weights: head.weights.slice() };
  mean.bias += (head.bias - mean.bias) / count;
  for (let i = 0; i < mean.dense.length; i++) mean.dense[i] += (head.dense[i] - mean.dense[i]) / count;
  for (let i = 0; i < mean.weights.length; i++) mean.weights[i] += (head.weights[i] - mean.weights[i]) / count;
  return mean;
}
