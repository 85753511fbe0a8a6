/** Reads the strings of tables.generated.ts. Their writer is tools/fold/encode.mjs; its comment defines the form. */

/** What one fold does to single code points: one-to-one rows sorted by source, and the few one-to-many rows. */
export interface FoldRows {
  readonly sources: Uint32Array;
  /** The code point that the source at the same place becomes. */
  readonly targets: Uint32Array;
  readonly sequences: ReadonlyMap<number, readonly number[]>;
}

/** @returns the rows that `encodePairs` and `encodeSequences` wrote */
export function readRows(pairs: string, sequences = ""): FoldRows {
  const numbers = readNumbers(pairs);
  const count = numbers[0] ?? 0;
  const sources = new Uint32Array(count);
  const targets = new Uint32Array(count);
  for (let row = 0, source = 0, target = 0; row < count; row++) {
    sources[row] = source += numbers[1 + row];
    targets[row] = target += unzigzag(numbers[1 + count + row]);
  }
  return { sources, targets, sequences: readSequences(sequences) };
}

/** @returns the borders of sorted ranges: first, last + 1, first, last + 1 … */
export function readBorders(text: string): Uint32Array {
  const numbers = readNumbers(text);
  const borders = new Uint32Array(numbers[0] ?? 0);
  for (let place = 0, border = 0; place < borders.length; place++) borders[place] = border += numbers[1 + place];
  return borders;
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

/** @returns whether `point` lies in one of the ranges */
export function inRanges(borders: Uint32Array, point: number): boolean {
  return (lastAtMost(borders, point) & 1) === 0;
}

function readSequences(text: string): Map<number, number[]> {
  const numbers = readNumbers(text);
  const count = numbers[0] ?? 0;
  const rows = new Map<number, number[]>();
  let at = 1 + 2 * count;
  for (let row = 0, source = 0, target = 0; row < count; row++) {
    source += numbers[1 + row];
    const sequence: number[] = [];
    for (let left = numbers[1 + count + row]; left > 0; left--) sequence.push((target += unzigzag(numbers[at++])));
    rows.set(source, sequence);
  }
  return rows;
}

/** Digits `#` to `[` (base 57, least significant first) go on, `]` to `~` (base 34) end a number. */
function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x5c) {
      value += (unit - 0x23) * weight;
      weight *= 57;
    } else {
      numbers.push(value + (unit - 0x5d) * weight);
      value = 0;
      weight = 1;
    }
  }
  return numbers;
}

function unzigzag(number: number): number {
  return number & 1 ? -((number + 1) >>> 1) : number >>> 1;
}
