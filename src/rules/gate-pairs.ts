import { digitMark } from "./features.js";

/** The pairs of the gate and the weight of each, in ascending order of the weights; a pair is its first unit in the upper half, and its second. */
export interface GatePairs {
  readonly gatePairs: Uint32Array;
  readonly gateWeights: Int8Array;
}

const digits = Array.from({ length: 10 }, (_, digit) => 0x30 + digit);

/** Pairs of two digits, which are always there. */
export const digitPairs = digits.length ** 2;

/** A pair as one number. */
export function gatePair(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/**
 * As the matcher reads them: `#` stands for every digit. Digits among themselves weigh nothing: a number is one feature, however long.
 */
export function withDigits({ gatePairs, gateWeights }: GatePairs): GatePairs {
  const pairs: number[] = [];
  const weights: number[] = [];
  const add = (firsts: readonly number[], seconds: readonly number[], weight: number) => {
    for (const first of firsts) for (const second of seconds) pairs.push(gatePair(first, second));
    while (weights.length < pairs.length) weights.push(weight);
  };
  let k = 0;
  const addWhile = (isDue: (weight: number) => boolean) => {
    for (; k < gatePairs.length && isDue(gateWeights[k]); k++)
      add(unitsOf(gatePairs[k] >>> 16), unitsOf(gatePairs[k] & 0xffff), gateWeights[k]);
  };
  addWhile((weight) => weight <= 0);
  add(digits, digits, 0);
  addWhile(() => true);
  return { gatePairs: Uint32Array.from(pairs), gateWeights: Int8Array.from(weights) };
}

function unitsOf(unit: number): readonly number[] {
  return unit === digitMark ? digits : [unit];
}
