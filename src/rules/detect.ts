import { type Features, featuresMax } from "./features.js";
import { detectorElements, heads, type Model, weightScale, windowSlack, windowStep, windowUnits } from "./model.js";
import type { Event } from "./sequence.js";
import { rowOf } from "./weight-table.js";

/** Windows of the longest passage. */
const windowsMax = 256;
const detectors = detectorElements.length;

const slopes = new Int32Array((windowsMax + 1) * detectors);
/** By row: the passage that counted it last. */
let stamps = new Uint32Array(0);
let stamp = 0;

/** What the fitted part says of a passage. */
export interface Detection {
  /** Folded units of the passage. */
  readonly units: number;
  /** By detector: strength 0–1 of its best window. */
  readonly strengths: Float64Array;
  /** By detector: that window, in folded units. */
  readonly windows: readonly Event[];
  /** By head: sum of the weights of the distinct features, in logits. */
  readonly heads: Float64Array;
}

/** Windows of a passage of `units` folded units; short passages have one. */
export function windowCount(units: number): number {
  return Math.min(windowsMax, Math.max(1, Math.ceil((units - windowUnits / 2) / windowStep)));
}

/** The sums of the heads over the distinct features, in logits. */
export function headSums(model: Model, features: Features): Float64Array {
  return sumsOf(model, findRows(model, features));
}

function sumsOf(model: Model, known: number): Float64Array {
  const sums = new Float64Array(heads.length);
  const { headWeights: weights, lows } = model;
  if (stamps.length < lows.length) stamps = new Uint32Array(lows.length);
  let [offer, report, trade, topic] = [0, 0, 0, 0];
  stamp = (stamp + 1) >>> 0 || 1;
  for (let k = 0; k < known; k++) {
    const row = rowsFound[k];
    if (stamps[row] === stamp) continue;
    stamps[row] = stamp;
    const at = row * heads.length;
    offer += weights[at];
    report += weights[at + 1];
    trade += weights[at + 2];
    topic += weights[at + 3];
  }
  const whole = [offer, report, trade, topic];
  for (let h = 0; h < heads.length; h++) sums[h] = (whole[h] + model.fitted.headBias[h]) / weightScale;
  return sums;
}

/**
 * Runs detectors and heads. A feature adds its weights to every window that holds it, so the sums over all windows come from one
 * pass over the features and one over the windows, whatever their overlap.
 */
export function detect(model: Model, features: Features, units: number): Detection {
  const windows = windowCount(units);
  const known = findRows(model, features);
  slopes.fill(0, 0, (windows + 1) * detectors);
  const { detectorWeights: weights, detectorPlaces } = model;
  const { starts, ends } = features;
  for (let k = 0; k < known; k++) {
    const place = detectorPlaces[rowsFound[k]];
    if (place === 0) continue;
    const i = featuresFound[k];
    let first = firstWindow(ends[i]) * detectors;
    const last = Math.min(windows - 1, (starts[i] / windowStep) | 0) * detectors;
    if (first > last) continue;
    let past = last + detectors;
    const row = (place - 1) * detectors;
    for (let at = row; at < row + detectors; at++) {
      const weight = weights[at];
      slopes[first++] += weight;
      slopes[past++] -= weight;
    }
  }
  const { strengths, windows: found } = best(model, windows, units);
  return { units, strengths, windows: found, heads: sumsOf(model, known) };
}

/** Features of the passage that have weights: their places in the list, and their rows. */
const featuresFound = new Uint16Array(featuresMax);
const rowsFound = new Uint32Array(featuresMax);

function findRows(model: Model, { keys: features, count }: Features): number {
  let known = 0;
  for (let i = 0; i < count; i++) {
    const row = rowOf(model, features[i]);
    if (row < 0) continue;
    featuresFound[known] = i;
    rowsFound[known++] = row;
  }
  return known;
}

/** The first window that holds a feature which ends here. */
function firstWindow(end: number): number {
  const past = end - windowSlack - windowUnits;
  return past <= 0 ? 0 : ((past + windowStep - 1) / windowStep) | 0;
}

function best(model: Model, windows: number, units: number): Pick<Detection, "strengths" | "windows"> {
  const strengths = new Float64Array(detectors);
  const found: Event[] = [];
  for (let e = 0; e < detectors; e++) {
    let sum = model.fitted.detectorBias[e];
    let highest = Number.NEGATIVE_INFINITY;
    let at = 0;
    for (let w = 0; w < windows; w++) {
      sum += slopes[w * detectors + e];
      if (sum > highest) {
        highest = sum;
        at = w;
      }
    }
    strengths[e] = 1 / (1 + Math.exp(-highest / weightScale));
    found.push({ start: at * windowStep, end: Math.min(units, at * windowStep + windowUnits) });
  }
  return { strengths, windows: found };
}
