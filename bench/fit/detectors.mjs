/** Fits the detectors: where in a passage an element shows. */
import { shuffled } from "./random.mjs";

const columnOf = {
  entry_fee: 0,
  recruit_reward: 1,
  team_compensation: 2,
  multi_level: 2, // with team_compensation one element: 禁止传销条例 art. 7(3)
  return_promise: 3,
  secrecy_or_invitation: 4,
  offsite_gathering: 4,
  disguise: 5,
  brainwash_slogan: 6,
  slogan: 6,
};
export const columns = 7;
/** How far one weight moves the sum while learning; the step and the penalty are those of AdaGrad on the logistic loss. */
const scale = 0.2;
const step = 0.12;
const penalty = 3e-4;
const rounds = 4;
/** Share of a window (of at least eight units) that a span must cover to make it an example of its element. */
const coverMin = 0.75;
/** A window whose first fit lies between these, in logits, teaches nothing where the row has no spans. */
const unsure = [-3, 0];

/**
 * @param rows composed rows with `passage`; rows of recruitment without spans teach by what the first fit sees in them
 * @param ordinary passages
 * @param shape windowUnits, windowStep
 * @returns weights in logits, `columns` for each feature, and biases
 */
export function fitDetectors({ rows, ordinary, features, shape, random }) {
  const model = { weights: new Float32Array(features * columns), bias: new Float32Array(columns) };
  const spanned = rows.filter((row) => row.label !== "recruitment" || row.spans);
  const examples = spanned.flatMap((row) => windowExamples(row, shape));
  for (const [k, passage] of ordinary.entries()) {
    if (k % 2 === 0)
      examples.push({ features: heldBy(passage, Math.floor(random() * passage.windows)), labels: new Int8Array(columns), cost: 1 });
  }
  const known = examples.filter(({ isUnspanned }) => !isUnspanned);
  const unspanned = rows.filter((row) => row.label === "recruitment" && !row.spans);
  train(model, known, random);
  if (unspanned.length > 0) train(model, [...examples, ...unspanned.flatMap((row) => guessedExamples(row, model))], random);
  model.weights = model.weights.map((weight) => weight * scale);
  return model;
}

/** Strength (0–1) of each element in its best window. */
export function strengthsOf({ weights, bias }, { windows, features, first, last }) {
  const slopes = new Float32Array((windows + 1) * columns);
  for (let i = 0; i < features.length; i++) {
    const from = first[i] * columns;
    const to = (Math.min(last[i], windows - 1) + 1) * columns;
    for (let column = 0; from < to && column < columns; column++) {
      slopes[from + column] += weights[features[i] * columns + column];
      slopes[to + column] -= weights[features[i] * columns + column];
    }
  }
  return Array.from({ length: columns }, (_, column) => {
    let sum = bias[column];
    let highest = Number.NEGATIVE_INFINITY;
    for (let window = 0; window < windows; window++) {
      sum += slopes[window * columns + column];
      if (sum > highest) highest = sum;
    }
    return 1 / (1 + Math.exp(-highest));
  });
}

function heldBy({ features, first, last }, window) {
  return features.filter((_, i) => window >= first[i] && window <= last[i]);
}

/** 1 shows the element, 0 does not, −1 says nothing: half-covered windows, and elements that a report only tells of. */
function windowExamples({ passage, spans, text, label }, { windowUnits, windowStep }) {
  const covered = Array.from({ length: columns }, () => new Uint8Array(passage.units.length));
  for (const span of spans ?? []) {
    const at = text.indexOf(span.text);
    const column = columnOf[span.element];
    if (at < 0 || column === undefined) continue;
    for (let k = 0; k < passage.units.length; k++)
      if (passage.offsets[k] >= at && passage.offsets[k] < at + span.text.length) covered[column][k] = 1;
  }
  const cost = label === "recruitment" ? 1 : label === "report" ? 0.7 : 1.5;
  return Array.from({ length: passage.windows }, (_, window) => {
    const from = window * windowStep;
    const to = Math.min(passage.units.length, from + windowUnits);
    const labels = Int8Array.from(covered, (units) => {
      const sum = units.subarray(from, to).reduce((total, unit) => total + unit, 0);
      const shows = sum / Math.max(1, Math.min(to - from, 8)) >= coverMin;
      return shows ? 1 : label === "report" || sum > 0 ? -1 : 0;
    });
    return { features: heldBy(passage, window), labels, cost, isUnspanned: spans === undefined };
  });
}

function guessedExamples({ passage }, model) {
  return Array.from({ length: passage.windows }, (_, window) => {
    const features = heldBy(passage, window);
    const labels = Int8Array.from({ length: columns }, (_, column) => {
      const sum = sumOf(model, features, column);
      return sum > unsure[1] ? 1 : sum < unsure[0] ? 0 : -1;
    });
    return { features, labels, cost: 0.7 };
  });
}

function sumOf({ weights, bias }, features, column) {
  let sum = bias[column];
  for (let i = 0; i < features.length; i++) sum += weights[features[i] * columns + column] * scale;
  return sum;
}

function train(model, examples, random) {
  const { weights, bias } = model;
  weights.fill(0);
  bias.fill(-2);
  const squares = new Float32Array(weights.length).fill(1e-4);
  for (let round = 0; round < rounds; round++) {
    for (const { features, labels, cost } of shuffled(examples, random)) {
      for (let column = 0; column < columns; column++) {
        if (labels[column] < 0) continue;
        const slope = (1 / (1 + Math.exp(-sumOf(model, features, column))) - labels[column]) * cost * (labels[column] ? 2 : 1);
        if (Math.abs(slope) < 2e-3) continue;
        bias[column] -= 0.02 * slope;
        for (let i = 0; i < features.length; i++) {
          const at = features[i] * columns + column;
          const pull = slope * scale + penalty * weights[at];
          squares[at] += pull * pull;
          weights[at] -= (step * pull) / Math.sqrt(squares[at]);
        }
      }
    }
  }
}
