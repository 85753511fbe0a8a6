import { codeOfUnit } from "./classes.js";
import { scratch } from "./scratch.js";

/**
 * The gate: a weight for every two neighbouring codes of the stream, and the largest sum that any run of neighbours has (maximum
 * subarray, J. Kadane), so that one clause opens it however long the text around it. It decides per text whether anything dearer than
 * the matcher looks at it, so it costs one load and two additions per code.
 */
export interface Gate {
  /** The table of the pairs ({@link gateTable}). */
  readonly weights: Int16Array;
  /** The weight of every pair that is not in it. */
  readonly absent: number;
  /** The sum at which the gate is open. Smaller ones are not kept: they change all the time, and each change costs a wrong guess. */
  readonly least: number;
  /** The largest sum of the last scan, or `least - 1` where none reached `least`. */
  most: number;
}

/** Did the last scan find a run that is heavy enough? */
export function isOpen({ most, least }: Gate): boolean {
  return most >= least;
}

/** 128 kB, which the second-level cache holds beside all else. */
export const gateSlots = 1 << 16;
const slotShift = 16;
const multiplier = 0x9e3779b1;

function hashOf(first: number, second: number): number {
  return Math.imul((codeOfUnit(first) << 16) | codeOfUnit(second), multiplier);
}

/** The slot of two folded units, as {@link runGate} finds it in the stream. */
export function gateSlot(first: number, second: number): number {
  return hashOf(first, second) >>> slotShift;
}

/**
 * The table of a gate: by slot, the weight above `absent` in the upper byte and a tag of the pair in the lower one. Without the tag a
 * pair that is not listed may weigh what another weighs: one in ten did in a table of twice the slots, and six times as much text passed.
 * @param pairs two folded units each, the first in the upper half, those of the largest weights last: where two share a slot, the larger
 *   weight stands, since the gate may open once too often, but not stay shut
 * @param values their weights
 * @param absent the weight of all other pairs
 */
export function gateTable(pairs: Uint32Array, values: Int8Array, absent: number): Int16Array {
  const table = new Int16Array(gateSlots);
  for (let k = 0; k < pairs.length; k++) {
    const hash = hashOf(pairs[k] >>> 16, pairs[k] & 0xffff);
    const above = Math.max(-128, Math.min(127, values[k] - absent));
    table[hash >>> slotShift] = (above << 8) | (hash & 0xff);
  }
  return table;
}

/** The weight that a table gives two folded units. */
export function gateWeight(table: Int16Array, absent: number, first: number, second: number): number {
  const hash = hashOf(first, second);
  const entry = table[hash >>> slotShift];
  return ((entry ^ hash) & 0xff) === 0 ? absent + (entry >> 8) : absent;
}

/** See scratch.ts for why this is a factory. */
function createGate() {
  const { stream } = scratch;
  const odd = multiplier | 0;
  const shift = slotShift;
  /** The best run that ends here. */
  let running = 0;

  return { beginGate, runGate };

  function beginGate(gate: Gate): void {
    running = 0;
    gate.most = gate.least - 1;
  }

  /** Adds the pairs that begin at the first `starts` positions of the stream. The one branch is hardly ever taken. */
  function runGate(gate: Gate, starts: number): void {
    const { weights } = gate;
    const absent = gate.absent | 0;
    let sum = running | 0;
    let most = gate.most | 0;
    let first = stream[0] << 16;
    for (let i = 1; i <= starts; i = (i + 1) | 0) {
      const second = stream[i];
      const hash = Math.imul(first | second, odd);
      const entry = weights[hash >>> shift];
      const isListed = (((entry ^ hash) & 0xff) - 1) >> 31; // all bits, or none
      sum = (sum + absent + ((entry >> 8) & isListed)) | 0;
      sum = sum & ~(sum >> 31); // a run below zero is dropped
      if (sum > most) most = sum;
      first = second << 16;
    }
    running = sum;
    gate.most = most;
  }
}

export const { beginGate, runGate } = createGate();
