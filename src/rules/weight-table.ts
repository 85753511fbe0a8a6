/** The hash table over the keys of the weights; built when a dictionary is opened, since an artifact need not carry what can be made. */

export interface WeightTable {
  /** Open addressing, a power of two, at most half full: the key of a feature, or 0 where empty. */
  readonly keys: Uint32Array;
  /** By slot: the row of the weights. */
  readonly rows: Uint16Array;
}

/** @param sorted the keys of the rows, ascending, none of them 0 */
export function weightTable(sorted: Uint32Array): WeightTable {
  let slots = 16;
  while (slots < 2 * sorted.length) slots *= 2;
  const keys = new Uint32Array(slots);
  const rows = new Uint16Array(slots);
  const mask = slots - 1;
  for (let row = 0; row < sorted.length; row++) {
    let slot = sorted[row] & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = sorted[row];
    rows[slot] = row;
  }
  return { keys, rows };
}
