/** Fits the gate: weights of two neighbouring characters that tell offers from other talk. */
import { gatePairsMost } from "./plan.mjs";
import { shuffled } from "./random.mjs";

const scale = 0.15;
const penalty = 1e-3;
const rounds = 6;
/** What a pair that is not listed weighs while learning, in logits, for at most so many of them. */
const unlisted = { logits: -0.075, most: 30 };
/** Whole weights per logit. */
export const gateScale = 16;
/** Whole weight of a pair that is not listed, as scans see it. */
export const gateDefault = -2;
const gramsMin = 3;
const digits = "##";

/** Neighbours of a folded text, a run of digits as one `#`. */
export function neighboursOf(units) {
  const marked = units.replace(/\d/g, "#");
  return Array.from({ length: Math.max(0, marked.length - 1) }, (_, i) => marked.slice(i, i + 2));
}

/**
 * @param offers folded texts of recruitment
 * @param others all composed rows, to choose pairs that are frequent enough
 * @param ordinary folded texts
 * @returns Map from pair to whole weight
 */
export function fitGate({ offers, others, ordinary, random }) {
  const numbers = frequentPairs([...offers, ...others]);
  const example = (units, label, cost) => {
    const all = neighboursOf(units);
    const known = [...new Set(all.map((pair) => numbers.get(pair)?.number))].filter((number) => number !== undefined);
    const absent = all.filter((pair) => pair !== digits && !numbers.has(pair)).length;
    return { known: Uint32Array.from(known), absent, label, cost };
  };
  const weights = trained(
    [...offers.map((units) => example(units, 1, 3)), ...ordinary.map((units) => example(units, 0, 1))],
    numbers.size,
    random,
  );
  const whole = (number) => Math.max(-127, Math.min(127, Math.round(weights[number] * scale * gateScale)));
  const listed = [...numbers].map(([pair, { number, texts }]) => ({ pair, weight: whole(number), texts }));
  const effect = ({ weight, texts }) => Math.abs(weight - gateDefault) ** 2 * texts;
  listed.sort((a, b) => effect(b) - effect(a) || (a.pair < b.pair ? -1 : 1));
  return new Map(listed.slice(0, gatePairsMost).map(({ pair, weight }) => [pair, weight]));
}

/** The largest sum of `units` neighbours in a row, as matcher/gate.ts has it. */
export function gateSum(weights, folded, gateUnits) {
  const values = neighboursOf(folded).map((pair) => (pair === digits ? 0 : (weights.get(pair) ?? gateDefault)));
  let sum = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] - (i >= gateUnits ? values[i - gateUnits] : 0);
    if ((i >= gateUnits - 1 || i === values.length - 1) && sum > most) most = sum;
  }
  return most;
}

function frequentPairs(texts) {
  const frequency = new Map();
  for (const units of texts) for (const pair of new Set(neighboursOf(units))) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const frequent = [...frequency].filter(([pair, n]) => n >= gramsMin && pair !== digits);
  return new Map(frequent.map(([pair, texts], number) => [pair, { number, texts }]));
}

function trained(examples, count, random) {
  const weights = new Float32Array(count);
  const squares = new Float32Array(count).fill(1e-4);
  let bias = -1;
  for (let round = 0; round < rounds; round++) {
    for (const { known, absent, label, cost } of shuffled(examples, random)) {
      let sum = bias + unlisted.logits * Math.min(unlisted.most, absent);
      for (let i = 0; i < known.length; i++) sum += weights[known[i]] * scale;
      const slope = (1 / (1 + Math.exp(-sum)) - label) * cost;
      if (Math.abs(slope) < 2e-3) continue;
      bias -= 0.01 * slope;
      for (let i = 0; i < known.length; i++) {
        const pull = slope * scale + penalty * weights[known[i]];
        squares[known[i]] += pull * pull;
        weights[known[i]] -= (0.1 * pull) / Math.sqrt(squares[known[i]]);
      }
    }
  }
  return weights;
}
