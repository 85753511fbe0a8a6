import { type Gate, gateTable } from "../matcher/gate.js";
import { digitMark } from "./features.js";
import type { Model } from "./model.js";

/** The pairs of the gate and the weight of each, in ascending order of the weights; a pair is its first unit in the upper half, and its second. */
export interface GatePairs {
  readonly gatePairs: Uint32Array;
  readonly gateWeights: Int8Array;
}

/** Pairs of two digits, which are always there. */
export const digitPairs = 100;

/** A pair as one number. */
export function gatePair(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** What a scan sums up on the way; the table of the pairs is made here. */
export function gateOf({ gatePairs, gateWeights, fitted }: Pick<Model, "gatePairs" | "gateWeights" | "fitted">): Gate {
  const all = withDigits({ gatePairs, gateWeights });
  const weights = gateTable(all.gatePairs, all.gateWeights, fitted.gateDefault);
  return { weights, absent: fitted.gateDefault, least: fitted.gateMin, most: 0 };
}

/**
 * As the matcher reads them: `#` stands for every digit. Digits among themselves weigh nothing: a number is one feature, however long.
 */
function withDigits({ gatePairs, gateWeights }: GatePairs): GatePairs {
  const size = countWithDigits(gatePairs);
  const all = { gatePairs: new Uint32Array(size), gateWeights: new Int8Array(size) };
  let filled = 0;
  let hasDigits = false;
  for (let k = 0; k <= gatePairs.length; k++) {
    if (!hasDigits && (k === gatePairs.length || gateWeights[k] > 0)) {
      filled = fill(all, filled, bothDigits, 0);
      hasDigits = true;
    }
    if (k < gatePairs.length) filled = fill(all, filled, gatePairs[k], gateWeights[k]);
  }
  return all;
}

const bothDigits = (digitMark << 16) | digitMark;

/** How many pairs there are when `#` is every digit, those of two digits included. */
export function countWithDigits(pairs: Uint32Array): number {
  let size = digitPairs;
  for (let k = 0; k < pairs.length; k++) size += (pairs[k] >>> 16 === digitMark ? 10 : 1) * ((pairs[k] & 0xffff) === digitMark ? 10 : 1);
  return size;
}

/** Writes a pair, once for each digit that it stands for; returns where the next one goes. */
function fill({ gatePairs, gateWeights }: GatePairs, at: number, pair: number, weight: number): number {
  const [firsts, seconds] = [pair >>> 16 === digitMark ? 10 : 1, (pair & 0xffff) === digitMark ? 10 : 1];
  let next = at;
  for (let i = 0; i < firsts; i++) {
    for (let j = 0; j < seconds; j++) {
      gatePairs[next] = gatePair(firsts === 1 ? pair >>> 16 : 0x30 + i, seconds === 1 ? pair & 0xffff : 0x30 + j);
      gateWeights[next++] = weight;
    }
  }
  return next;
}
