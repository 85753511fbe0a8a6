import { type GatePairs, gatePair } from "../rules/gate-pairs.js";
import { detectorElements, type Fitted, gateColumn, type Model } from "../rules/model.js";
import { packKeys, weightTable } from "../rules/weight-table.js";

/** A feature as weights.csv gives it: its key (never 0) and a whole number from −127 to 127 per column, that of the gate last. */
export interface FeatureWeights {
  readonly text: string;
  readonly key: number;
  readonly weights: readonly number[];
}

/**
 * Lays weights out for the run time.
 * @param features each key once
 * @returns for writing; `symbols` come with opening. Rows in ascending order of keys: the same weights give the same bytes
 */
export function buildModel(features: readonly FeatureWeights[], fitted: Fitted): Model {
  const sorted = [...features].sort((a, b) => a.key - b.key);
  const weighed = sorted.filter(({ weights }) => weights.some((weight, column) => weight !== 0 && column !== gateColumn));
  const detected = weighed.flatMap(({ weights }, row) => (weights.slice(0, detectors).some((weight) => weight !== 0) ? [row] : []));
  const detectorRows = Uint32Array.from(detected);
  const headWeights = Int8Array.from(weighed.flatMap(({ weights }) => weights.slice(detectors, gateColumn)));
  return {
    ...weightTable(packKeys(Uint32Array.from(weighed, ({ key }) => key)), headWeights, detectorRows),
    headWeights,
    detectorRows,
    detectorWeights: Int8Array.from(detected.flatMap((row) => weighed[row].weights.slice(0, detectors))),
    ...gatePairsOf(sorted),
    symbols: noSymbols,
    fitted,
  };
}

const detectors = detectorElements.length;
const noSymbols = { places: new Int16Array(0), keys: new Uint32Array(0) };

/** The pairs of the gate, those of the largest weights last. */
function gatePairsOf(features: readonly FeatureWeights[]): GatePairs {
  const listed = features
    .filter(({ text, weights }) => text.length === 2 && weights[gateColumn] !== 0)
    .map(({ text, weights }) => ({ pair: gatePair(text.charCodeAt(0), text.charCodeAt(1)), weight: weights[gateColumn] }))
    .sort((a, b) => a.weight - b.weight || a.pair - b.pair);
  return { gatePairs: Uint32Array.from(listed, ({ pair }) => pair), gateWeights: Int8Array.from(listed, ({ weight }) => weight) };
}
