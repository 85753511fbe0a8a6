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
/** How far one weight moves the sum; the step and the penalty are those of AdaGrad on the logistic loss. */
const scale = 0.2;
const step = 0.12;
const penalty = 3e-4;
const rounds = 4;
/** Share of a window (of at least eight units) that a span must cover to make it an example of its element. */
const coverMin = 0.75;

export const windowsOf = (units, { windowUnits, windowStep }) => Math.max(1, Math.ceil((units - windowUnits / 2) / windowStep));

/** First and last window that hold the feature. */
export function windowRange(passage, i, { windowUnits, windowStep, windowSlack }) {
  return [Math.max(0, Math.ceil((passage.ends[i] - windowSlack - windowUnits) / windowStep)), Math.floor(passage.starts[i] / windowStep)];
}

/**
 * @param rows composed rows with `passage`; rows of recruitment without spans teach by what the first fit sees in them
 * @param ordinary passages
 * @param isKnown is the feature frequent enough to learn?
 */
export function fitDetectors({ rows, ordinary, isKnown, features, shape, guess, random }) {
  const model = { weights: new Float32Array(features * columns), bias: new Float32Array(columns), scale };
  const held = (passage, window) => windowFeatures(passage, window, isKnown, shape);
  const spanned = rows.filter((row) => row.label !== "recruitment" || row.spans);
  const examples = spanned.flatMap((row) => windowExamples(row, held, shape));
  for (const [k, passage] of ordinary.entries()) {
    if (k % 2 === 0) examples.push([held(passage, Math.floor(random() * windowsOf(passage.units, shape))), new Int8Array(columns), 1]);
  }
  trained(
    model,
    examples.filter(([, , , own]) => !own),
    random,
  );
  if (guess === null) return model;
  const guessed = rows
    .filter((row) => row.label === "recruitment" && !row.spans)
    .flatMap((row) => guessedExamples(row, model, held, shape, guess));
  trained(model, [...examples, ...guessed], random);
  return model;
}

function windowFeatures(passage, window, isKnown, shape) {
  const out = [];
  for (let i = 0; i < passage.features.length; i++) {
    if (!isKnown(passage.features[i])) continue;
    const [first, last] = windowRange(passage, i, shape);
    if (window >= first && window <= last) out.push(passage.features[i]);
  }
  return Uint32Array.from(out);
}

/** 1 shows the element, 0 does not, −1 says nothing: half-covered windows, and elements that a report only tells of. */
function windowExamples(row, held, { windowUnits, windowStep }) {
  const { passage } = row;
  const covered = Array.from({ length: columns }, () => new Uint8Array(passage.units));
  for (const span of row.spans ?? []) {
    const at = row.text.indexOf(span.text);
    const column = columnOf[span.element];
    if (at < 0 || column === undefined) continue;
    for (let k = 0; k < passage.units; k++)
      if (passage.offsets[k] >= at && passage.offsets[k] < at + span.text.length) covered[column][k] = 1;
  }
  return Array.from({ length: windowsOf(passage.units, { windowUnits, windowStep }) }, (_, window) => {
    const from = window * windowStep;
    const to = Math.min(passage.units, from + windowUnits);
    const labels = Int8Array.from(covered, (units) => {
      const sum = units.subarray(from, to).reduce((total, unit) => total + unit, 0);
      const shows = sum / Math.max(1, Math.min(to - from, 8)) >= coverMin;
      if (row.label === "report") return shows ? 1 : -1;
      return shows ? 1 : sum === 0 ? 0 : -1;
    });
    const cost = row.label === "recruitment" ? 1 : row.label === "report" ? 0.7 : 1.5;
    return [held(passage, window), labels, cost, row.spans === undefined];
  });
}

function guessedExamples({ passage }, model, held, shape, guess) {
  return Array.from({ length: windowsOf(passage.units, shape) }, (_, window) => {
    const features = held(passage, window);
    const labels = Int8Array.from({ length: columns }, (_, column) => {
      const sum = sumOf(model, features, column);
      return sum > guess ? 1 : sum < -3 ? 0 : -1;
    });
    return [features, labels, 0.7];
  });
}

function sumOf({ weights, bias }, features, column) {
  let sum = bias[column];
  for (const feature of features) sum += weights[feature * columns + column] * scale;
  return sum;
}

function trained(model, examples, random) {
  const { weights, bias } = model;
  weights.fill(0);
  bias.fill(-2);
  const squares = new Float32Array(weights.length).fill(1e-4);
  for (let round = 0; round < rounds; round++) {
    for (const [features, labels, cost] of shuffled(examples, random)) {
      for (let column = 0; column < columns; column++) {
        if (labels[column] < 0) continue;
        const slope = (1 / (1 + Math.exp(-sumOf(model, features, column))) - labels[column]) * cost * (labels[column] ? 2 : 1);
        if (Math.abs(slope) < 2e-3) continue;
        bias[column] -= 0.02 * slope;
        for (const feature of features) {
          const at = feature * columns + column;
          const pull = slope * scale + penalty * weights[at];
          squares[at] += pull * pull;
          weights[at] -= (step * pull) / Math.sqrt(squares[at]);
        }
      }
    }
  }
}
