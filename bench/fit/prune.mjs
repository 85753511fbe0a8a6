/** Chooses the features that matter most: the built-in dictionary has room for so many. What is left is fitted again without the others. */
import { columns } from "./detectors.mjs";
import { detectorRowsMost, headRowsMost, headWorth } from "./plan.mjs";

/**
 * @param parts `{ detectors, heads }` fitted on all features
 * @param frequencies in how many composed rows each feature is
 * @returns by feature: 1 where heads, where detectors keep it
 */
export function keptFeatures({ detectors, heads }, frequencies) {
  const lists = Object.values(heads).map(({ weights }) => weights);
  const headEffect = (number) => lists.reduce((sum, weights, k) => sum + (weights[number] * headWorth[k]) ** 2, 0);
  const detectorEffect = (number) =>
    detectors.weights.subarray(number * columns, (number + 1) * columns).reduce((sum, weight) => sum + weight ** 2, 0);
  return {
    heads: heaviest(frequencies, headEffect, headRowsMost),
    detectors: heaviest(frequencies, detectorEffect, detectorRowsMost),
  };
}

/** The features with the largest effect in squares, times the texts that hold them. */
function heaviest(frequencies, effectOf, most) {
  const order = frequencies.map((frequency, number) => ({ number, effect: effectOf(number) * frequency }));
  order.sort((a, b) => b.effect - a.effect || a.number - b.number);
  const kept = new Uint8Array(frequencies.length);
  for (const { number } of order.slice(0, most)) kept[number] = 1;
  return kept;
}

/** The passage with the kept features only. */
export function narrowed(passage, kept) {
  const at = Array.from(passage.features.keys()).filter((i) => kept.detectors[passage.features[i]] === 1);
  const pick = (list, Kind) => Kind.from(at, (i) => list[i]);
  return {
    ...passage,
    features: pick(passage.features, Uint32Array),
    first: pick(passage.first, Uint16Array),
    last: pick(passage.last, Uint16Array),
    distinct: passage.distinct.filter((feature) => kept.heads[feature] === 1),
  };
}
