/** Drops the weights that matter least: the built-in dictionary has room for so many. */
import { columns } from "./detectors.mjs";
import { detectorRowsMost, headRowsMost } from "./plan.mjs";

/**
 * @param fit `{ detectors, heads, stack, … }`
 * @param frequencies in how many composed rows each feature is
 * @param room how many features heads and detectors may keep
 * @returns the fit with all other weights at zero
 */
export function pruned(fit, frequencies, room = { heads: headRowsMost, detectors: detectorRowsMost }) {
  const detectors = { ...fit.detectors, weights: fit.detectors.weights.slice() };
  const heads = Object.fromEntries(Object.entries(fit.heads).map(([name, head]) => [name, { ...head, weights: head.weights.slice() }]));
  for (const number of lightest(frequencies, (feature) => headEffect(fit, feature), room.heads))
    for (const head of Object.values(heads)) head.weights[number] = 0;
  for (const number of lightest(frequencies, (feature) => detectorEffect(fit, feature), room.detectors))
    detectors.weights.fill(0, number * columns, (number + 1) * columns);
  return { ...fit, detectors, heads };
}

/** All but the features with the largest effect, times the texts that hold them. */
function lightest(frequencies, effectOf, most) {
  const order = frequencies.map((frequency, number) => ({ number, effect: effectOf(number) * frequency }));
  order.sort((a, b) => b.effect - a.effect || a.number - b.number);
  return order.slice(most).map(({ number }) => number);
}

/** How much the score would differ, in squares, in a text that holds the feature. */
function headEffect({ heads, stack }, number) {
  return Object.values(heads).reduce((sum, { weights }, k) => sum + (weights[number] * stack.heads[k]) ** 2, 0);
}

function detectorEffect({ detectors }, number) {
  return detectors.weights.subarray(number * columns, (number + 1) * columns).reduce((sum, weight) => sum + weight ** 2, 0);
}
