/** The few statistics that the tables need. */

/** The middle of the sorted list; of an even count the mean of the two middle ones. */
export function medianOf(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The speed of a row in million UTF-16 units per second of wall time: slowest, median and fastest round; null when it was stopped.
 * @param {{ units: number, seconds: number[] }} row
 */
export function speedOf({ units, seconds }) {
  if (!seconds.length) return null;
  const speed = (time) => units / time / 1e6;
  return { min: speed(Math.max(...seconds)), median: speed(medianOf(seconds)), max: speed(Math.min(...seconds)) };
}

/** Three significant digits, without an exponent. */
export function short(number) {
  if (number === null || number === undefined || !Number.isFinite(number)) return "–";
  const digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
  return number.toFixed(digits);
}
