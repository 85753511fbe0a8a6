/** Fits the heads: what the distinct features of a passage, and the strengths of its elements, speak for. */
import { shuffled } from "./random.mjs";

const scale = 0.12;
const step = 0.1;
const penalty = 2e-2;
const rounds = 12;
/** The weights of the last rounds are averaged: single rounds swing by a tenth of what is caught. */
const averagedRounds = 6;
/** Ordinary texts that score highest join the examples this often, this many at a time. */
const minings = 2;
const minedAtATime = 1200;

/**
 * @param examples `{ dense, distinct, label, cost }`
 * @param mined passages to look for the worst in, or null
 * @param useDense may the strengths weigh?
 */
export function fitHead({ examples, mined, useDense, features, random }) {
  const dense = examples[0].dense.length;
  let head = trained(examples, { features, dense: useDense ? dense : 0, random });
  for (let k = 0; mined !== null && k < minings; k++) {
    const worst = mined.map((one) => ({ one, score: scoreOf(head, one) })).sort((a, b) => b.score - a.score);
    for (const { one } of worst.slice(0, minedAtATime)) examples.push({ ...one, label: 0, cost: 2 });
    head = trained(examples, { features, dense: useDense ? dense : 0, random });
  }
  return head;
}

export function scoreOf(head, { dense, distinct }) {
  let score = head.bias;
  for (let i = 0; i < head.dense.length; i++) score += head.dense[i] * dense[i];
  for (const feature of distinct) score += head.weights[feature] * scale;
  return score;
}

/** What one feature adds, in logits. */
export const logitsOf = (head, feature) => head.weights[feature] * scale;

function trained(examples, { features, dense, random }) {
  const head = { bias: -1, dense: new Float32Array(dense), weights: new Float32Array(features) };
  const squares = { dense: new Float32Array(dense).fill(1e-2), weights: new Float32Array(features).fill(1e-4) };
  let mean = null;
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(examples, random)) learn(head, squares, example);
    if (round >= rounds - averagedRounds) mean = averaged(mean, head, round - rounds + averagedRounds + 1);
  }
  return mean;
}

function learn(head, squares, example) {
  const slope = (1 / (1 + Math.exp(-scoreOf(head, example))) - example.label) * example.cost;
  if (Math.abs(slope) < 1e-3) return;
  head.bias -= 0.01 * slope;
  for (let i = 0; i < head.dense.length; i++) {
    const pull = slope * example.dense[i];
    squares.dense[i] += pull * pull;
    head.dense[i] -= (step * pull) / Math.sqrt(squares.dense[i]);
  }
  for (const feature of example.distinct) {
    const pull = slope * scale + penalty * head.weights[feature];
    squares.weights[feature] += pull * pull;
    head.weights[feature] -= (step * pull) / Math.sqrt(squares.weights[feature]);
  }
}

function averaged(mean, head, count) {
  if (mean === null) return { bias: head.bias, dense: head.dense.slice(), weights: head.weights.slice() };
  mean.bias += (head.bias - mean.bias) / count;
  for (let i = 0; i < mean.dense.length; i++) mean.dense[i] += (head.dense[i] - mean.dense[i]) / count;
  for (let i = 0; i < mean.weights.length; i++) mean.weights[i] += (head.weights[i] - mean.weights[i]) / count;
  return mean;
}
