/**
 * Numbers as printable ASCII, small numbers short. A number is zero or more digits of base 57 (`#` to `[`), least significant
 * first, then one digit of base 34 (`]` to `~`): the two alphabets leave out `"` and `\`. src/fold/tables.ts reads it.
 */
export function encodeNumbers(numbers) {
  return numbers.map(encodeNumber).join("");
}

function encodeNumber(number) {
  let text = "";
  for (let rest = number; ; rest = Math.floor(rest / 57)) {
    if (rest < 34) return text + String.fromCharCode(0x5d + rest);
    text += String.fromCharCode(0x23 + (rest % 57));
  }
}

/** Signed to unsigned: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
function zigzag(number) {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function gaps(values) {
  return values.map((value, place) => value - (place === 0 ? 0 : values[place - 1]));
}

/** One-to-one rows: all gaps between sources, then all steps between targets. */
export function encodePairs(rows) {
  const pairs = rows.filter(([, targets]) => targets.length === 1);
  const steps = gaps(pairs.map(([, [target]]) => target)).map(zigzag);
  return encodeNumbers([pairs.length, ...gaps(pairs.map(([source]) => source)), ...steps]);
}

/** One-to-many rows: gaps between sources, lengths, then all targets as they are. */
export function encodeSequences(rows) {
  const long = rows.filter(([, targets]) => targets.length > 1);
  const targets = long.flatMap(([, sequence]) => sequence);
  return encodeNumbers([long.length, ...gaps(long.map(([source]) => source)), ...long.map(([, sequence]) => sequence.length), ...targets]);
}

/** Ranges as the gaps between their borders: first, last + 1, first, last + 1 … */
export function encodeRanges(ranges) {
  return encodeNumbers([ranges.length * 2, ...gaps(ranges.flatMap(([first, last]) => [first, last + 1]))]);
}
