import { type Model, modelColumns, type Scoring } from "../rules/model.js";

/**
 * Lays weights out for the run time.
 * @param weights by key of the feature (never 0), {@link modelColumns} whole numbers from −127 to 127 each
 * @returns a hash table that is at most half full, filled in ascending order of keys: the same weights give the same bytes
 */
export function buildModel(weights: ReadonlyMap<number, readonly number[]>, scoring: Scoring): Model {
  let slots = 16;
  while (slots < 2 * weights.size) slots *= 2;
  const keys = new Uint32Array(slots);
  const rows = new Uint16Array(slots);
  const values = new Int8Array(weights.size * modelColumns);
  [...weights]
    .sort(([a], [b]) => a - b)
    .forEach(([key, row], k) => {
      let slot = key & (slots - 1);
      while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
      keys[slot] = key;
      rows[slot] = k;
      values.set(row, k * modelColumns);
    });
  return { keys, rows, weights: values, scoring };
}
