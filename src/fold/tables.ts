/** Reads the strings of tables.generated.ts. Their writer is tools/fold/encode.mjs; its comment defines the form. */

/** What one fold does to single code points. Sources ascend. */
export interface FoldRows {
  readonly pairs: FoldPairs;
  readonly sequences: FoldSequences;
}

/** One-to-one rows. */
export interface FoldPairs {
  readonly sources: Uint32Array;
  /** The code point that the source at the same place becomes. */
  readonly targets: Uint32Array;
}

/** One-to-many rows, flat, since a thousand small arrays would cost more than all the rest of the decoding. */
export interface FoldSequences {
  readonly sources: Uint32Array;
  /** Where each row's code points begin in {@link points}; one entry more than rows. */
  readonly starts: Uint32Array;
  readonly points: Uint32Array;
}

/** @returns the rows that `encodePairs` and `encodeSequences` wrote; without the second string there are no sequences */
export function readRows(pairs: string, sequences?: string): FoldRows {
  return { pairs: readPairs(readNumbers(pairs)), sequences: readSequences(readNumbers(sequences ?? noRows)) };
}

/** @returns the borders of sorted ranges: first, last + 1, first, last + 1 … */
export function readBorders(text: string): Uint32Array {
  return summed(readNumbers(text).subarray(1));
}

/** @returns the place of the last value that is at most `wanted`, or -1; `values` ascend */
export function lastAtMost(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @returns the place of `wanted` among ascending values, or -1 */
export function placeOf(values: Uint32Array, wanted: number): number {
  const place = lastAtMost(values, wanted);
  return place >= 0 && values[place] === wanted ? place : -1;
}

/** @returns whether `point` lies in one of the ranges */
export function inRanges(borders: Uint32Array, point: number): boolean {
  return (lastAtMost(borders, point) & 1) === 0;
}

/** The number 0, as {@link readNumbers} reads it. */
const noRows = "]";

function readPairs(numbers: Uint32Array): FoldPairs {
  const count = numbers[0];
  const steps = numbers.subarray(1 + count);
  for (let row = 0; row < count; row++) steps[row] = unzigzag(steps[row]);
  return { sources: summed(numbers.subarray(1, 1 + count)), targets: summed(steps) };
}

function readSequences(numbers: Uint32Array): FoldSequences {
  const count = numbers[0];
  const starts = new Uint32Array(count + 1);
  starts.set(numbers.subarray(1 + count, 1 + 2 * count), 1);
  return { sources: summed(numbers.subarray(1, 1 + count)), starts: summed(starts), points: numbers.subarray(1 + 2 * count) };
}

/** Steps to values, in place; a negative step is its two's complement, which the array's wrap-around adds rightly. */
function summed(steps: Uint32Array): Uint32Array {
  for (let place = 1; place < steps.length; place++) steps[place] += steps[place - 1];
  return steps;
}

function unzigzag(number: number): number {
  return (number >>> 1) ^ -(number & 1);
}

/** Digits `#` to `[` (base 57, least significant first) go on, `]` to `~` (base 34) end a number. */
function readNumbers(text: string): Uint32Array {
  const units = new TextEncoder().encode(text);
  const numbers = new Uint32Array(units.length);
  let count = 0;
  let value = 0;
  let weight = 1;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    if (unit < 0x5c) {
      value += (unit - 0x23) * weight;
      weight *= 57;
    } else {
      numbers[count++] = value + (unit - 0x5d) * weight;
      value = 0;
      weight = 1;
    }
  }
  return numbers.slice(0, count);
}
