/** Fits the gate: weights of two neighbouring characters, so that the heaviest run of neighbours tells offers from other talk. */
import { gatePairsMost } from "./plan.mjs";
import { shuffled } from "./random.mjs";

/** Whole weights per logit. */
export const gateScale = 16;
/** Whole weight of a pair that is not listed: below zero, so that a run ends where the talk turns to something else. */
export const gateDefault = -3;
const rounds = 16;
/** In the first rounds whole texts are summed: the heaviest runs mean nothing yet. */
const wholeRounds = 2;
const step = 0.05;
const penalty = 1e-2;
const offerCost = 3;
/** An ordinary text costs as much as it has units, of so many, within these bounds: long ones open the gate most often, and cost most. */
const ordinaryCost = { units: 60, least: 1, most: 4 };
/** A pair in so many offers and look-alikes, or in so many ordinary texts, is learnt. */
const composedMin = 2;
const ordinaryMin = 12;
const digits = "##";

/** Neighbours of a folded text, a run of digits as one `#`. */
export function neighboursOf(units) {
  const marked = units.replace(/\d/g, "#");
  return Array.from({ length: Math.max(0, marked.length - 1) }, (_, i) => marked.slice(i, i + 2));
}

/**
 * @param offers folded texts of recruitment
 * @param ordinary folded texts that are none
 * @returns Map from pair to whole weight
 */
export function fitGate({ offers, ordinary, random }) {
  const [often, seldom] = [countsOf(offers), countsOf(ordinary)];
  const learnt = [...new Set([...often.keys(), ...seldom.keys()])].filter(
    (pair) => pair !== digits && ((often.get(pair) ?? 0) >= composedMin || (seldom.get(pair) ?? 0) >= ordinaryMin),
  );
  const numbers = new Map(learnt.map((pair, number) => [pair, number]));
  // Two numbers past the learnt ones stand for every other pair, and for digits, which weigh nothing.
  const numberOf = (pair) => (pair === digits ? learnt.length + 1 : (numbers.get(pair) ?? learnt.length));
  const example = (label) => (units) => ({ label, pairs: Uint32Array.from(neighboursOf(units), numberOf) });
  const weights = trained([...offers.map(example(1)), ...ordinary.map(example(0))], learnt.length, random);
  return heaviest(learnt, weights, (pair) => 8 * (often.get(pair) ?? 0) + (seldom.get(pair) ?? 0));
}

/** The largest sum of a run of neighbours, as matcher/gate.ts has it. */
export function gateSum(weights, folded) {
  let sum = 0;
  let most = 0;
  for (const pair of neighboursOf(folded)) {
    sum = Math.max(0, sum + (pair === digits ? 0 : (weights.get(pair) ?? gateDefault)));
    if (sum > most) most = sum;
  }
  return most;
}

function countsOf(texts) {
  const counts = new Map();
  for (const units of texts) for (const pair of new Set(neighboursOf(units))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

/** The logistic loss of the heaviest run; AdaGrad. */
function trained(examples, count, random) {
  const weights = new Float32Array(count + 2);
  weights[count] = gateDefault / gateScale;
  const squares = new Float32Array(count).fill(1e-2);
  let bias = -3;
  for (let round = 0; round < rounds; round++) {
    for (const { pairs, label } of shuffled(examples, random)) {
      const run = round < wholeRounds ? { sum: sumOf(weights, pairs), from: 0, to: pairs.length } : heaviestRun(weights, pairs);
      const slope = (1 / (1 + Math.exp(-(run.sum + bias))) - label) * (label ? offerCost : costOf(pairs.length));
      if (Math.abs(slope) < 1e-3) continue;
      bias -= 0.005 * slope;
      // An offer without a heavy run teaches by all it holds.
      const [from, to] = run.from === run.to && label ? [0, pairs.length] : [run.from, run.to];
      for (let i = from; i < to; i++) {
        const at = pairs[i];
        if (at >= count) continue;
        const pull = slope * 0.2 + penalty * weights[at];
        squares[at] += pull * pull;
        weights[at] -= (step * pull) / Math.sqrt(squares[at]);
      }
    }
  }
  return weights;
}

function costOf(units) {
  return Math.min(ordinaryCost.most, Math.max(ordinaryCost.least, units / ordinaryCost.units));
}

function sumOf(weights, pairs) {
  return pairs.reduce((sum, pair) => sum + weights[pair], 0);
}

function heaviestRun(weights, pairs) {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (let i = 0; i < pairs.length; i++) {
    sum += weights[pairs[i]];
    if (sum < 0) {
      sum = 0;
      from = i + 1;
    }
    if (sum > best.sum) best = { sum, from, to: i + 1 };
  }
  return best;
}

/** Whole weights of the pairs that matter most: whose weight differs much from the default, in many texts. */
function heaviest(learnt, weights, textsOf) {
  const listed = learnt.map((pair, k) => ({ pair, weight: whole(weights[k]) })).filter(({ weight }) => weight !== gateDefault);
  const effectOf = new Map(listed.map(({ pair, weight }) => [pair, (weight - gateDefault) ** 2 * textsOf(pair)]));
  listed.sort((a, b) => effectOf.get(b.pair) - effectOf.get(a.pair) || (a.pair < b.pair ? -1 : 1));
  return new Map(listed.slice(0, gatePairsMost).map(({ pair, weight }) => [pair, weight]));
}

/** Never 0, which in weights.csv means that there is no weight. */
function whole(logits) {
  return Math.max(-127, Math.min(127, Math.round(logits * gateScale))) || -1;
}
