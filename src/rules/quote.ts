import type { Features } from "./features.js";
import { detectorElements, type Model, windowUnits } from "./model.js";
import type { Event } from "./sequence.js";
import { placeOf, rowOf } from "./weight-table.js";

const weightAt = new Int32Array(windowUnits);

/**
 * The words of a detector's best window that speak for its element: the run of units with the largest sum of weights, where each
 * feature weighs at its first unit (maximum subarray, J. Kadane), up to the end of the last feature in it.
 * @param column the detector
 * @returns in folded units, never empty
 */
export function quoteOf(model: Model, features: Features, window: Event, column: number): Event {
  weightAt.fill(0);
  const endAt = new Uint16Array(windowUnits);
  for (let i = 0; i < features.count; i++) {
    const at = features.starts[i] - window.start;
    if (at < 0 || features.ends[i] > window.end) continue;
    const row = rowOf(model, features.keys[i]);
    const place = row < 0 ? 0 : placeOf(model, row);
    const weight = place === 0 ? 0 : model.detectorWeights[(place - 1) * detectorElements.length + column];
    weightAt[at] += weight;
    if (weight > 0 && features.ends[i] > endAt[at]) endAt[at] = features.ends[i];
  }
  const { from, to } = heaviestRun(window.end - window.start);
  let end = window.start + to + 1;
  for (let at = from; at <= to; at++) if (endAt[at] > end) end = endAt[at];
  return { start: window.start + from, end };
}

function heaviestRun(units: number): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: units - 1 };
  let most = 0;
  let sum = 0;
  let from = 0;
  for (let at = 0; at < units; at++) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += weightAt[at];
    if (sum > most) {
      most = sum;
      best = { from, to: at };
    }
  }
  return best;
}
