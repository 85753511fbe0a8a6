/** From logits to the whole numbers of dict/weights.csv and dict/scoring.json. */
import { columns } from "./detectors.mjs";
import { combinations } from "./heads.mjs";
import { featureClasses, fittedLimits, outcomes, pointsPerLogit, strengthMin } from "./plan.mjs";

/**
 * @param fit `{ detectors, heads, stack, gate, gateMin, glanceMin }`
 * @param keys by number of the feature
 * @param namesByKey how weights.csv writes a key
 * @returns `{ rows: [feature, ...weights][], scoring }`
 */
export function assemble({ detectors, heads, stack, gate, gateMin, glanceMin }, { keys, namesByKey, names, runtime, gateDefault }) {
  const { weightScale, weightColumns, detectorElements } = runtime;
  const [offerWorth, ...gains] = stack.heads;
  const bonus = new Map(names.symbols.map((name, k) => [name, stack.symbols[k] / offerWorth]));
  const kept = new Map();
  for (let number = 0; number < keys.length; number++) {
    const name = namesByKey.get(keys[number]);
    if (name === undefined) continue;
    const logits = [...detectorWeights(detectors, number), ...Object.values(heads).map((head) => head.weights[number])];
    logits[columns] += bonus.get(name) ?? 0;
    const weights = logits.map((logit) => whole(logit * weightScale));
    if (weights.some((weight) => weight !== 0)) kept.set(name, [...weights, 0]);
  }
  for (const [pair, weight] of gate) {
    if (weight === gateDefault) continue;
    const row = kept.get(pair) ?? Array(weightColumns.length).fill(0);
    row[weightColumns.length - 1] = weight;
    kept.set(pair, row);
  }
  const rounded = (value) => Math.round(value * 1000) / 1000;
  const fitted = {
    classes: featureClasses,
    detectorBias: Array.from(detectors.bias, (bias) => Math.round(bias * weightScale)),
    headBias: Object.values(heads).map(({ bias }) => Math.round(bias * weightScale)),
    strengths: Object.fromEntries(
      combinations.map((combination, k) => [combination.map((c) => detectorElements[c]).join("+"), rounded(heads.offer.dense[k])]),
    ),
    lengths: names.lengths.map((above, k) => [above, rounded(stack.lengths[k] / offerWorth)]),
    reportGain: rounded(gains[0] / offerWorth),
    tradeGain: rounded(gains[1] / offerWorth),
    topicGain: rounded(gains[2] / offerWorth),
    base: 0,
    pointsPerLogit: rounded(pointsPerLogit * offerWorth),
    ...fittedLimits,
    strengthMin,
    gateDefault,
    gateMin,
    glanceMin,
  };
  const scoring = {
    evidence: Object.fromEntries(names.elements.map((name, k) => [name, Math.max(1, Math.round(pointsPerLogit * stack.elements[k]))])),
    context: names.contexts.flatMap((context, k) => {
      const points = Math.round(pointsPerLogit * stack.contexts[k]);
      return points < 0 ? [{ ...context, points }] : [];
    }),
    contextUnits: 60,
    ...outcomes,
    fitted,
  };
  return { rows: [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weights]) => [name, ...weights]), scoring };
}

/** Zero marks no weight, and no negative zero is written. */
function whole(value) {
  return Math.max(-127, Math.min(127, Math.round(value))) || 0;
}

/** Features that only heads see have none. */
function detectorWeights({ weights }, number) {
  const own = weights.subarray(number * columns, (number + 1) * columns);
  return own.length === columns ? own : new Float32Array(columns);
}
