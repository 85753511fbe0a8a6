import { codeOfUnit } from "./classes.js";
import { scratch } from "./scratch.js";

/**
 * The gate: a weight for every two neighbouring codes of the stream, and the largest sum that {@link gateUnits} neighbours in a row
 * have. It decides per text whether anything dearer than the matcher looks at it, so it costs one load and three additions per code.
 */
export interface Gate {
  /** {@link gateSlots} weights by hash of the pair. */
  readonly weights: Int8Array;
  /** The largest sum of the last scan. */
  most: number;
}

/** Pairs that are summed: about a sentence. A shorter text counts as a whole. A power of two. */
export const gateUnits = 32;
export const gateSlots = 1 << 17;
const multiplier = 0x9e3779b1;

/** The slot of two folded units, as {@link runGate} finds it in the stream. */
export function gateSlot(first: number, second: number): number {
  return Math.imul((codeOfUnit(first) << 16) | codeOfUnit(second), multiplier) >>> 15;
}

/**
 * The table of a gate.
 * @param pairs two folded units each, the first in the upper half, those of the largest weights last: where two share a slot, the larger
 *   weight stands, since the gate may open once too often, but not stay shut
 * @param values their weights
 * @param absent the weight of all other pairs
 */
export function gateTable(pairs: Uint32Array, values: Int8Array, absent: number): Int8Array {
  const table = new Int8Array(gateSlots).fill(absent);
  for (let k = 0; k < pairs.length; k++) table[gateSlot(pairs[k] >>> 16, pairs[k] & 0xffff)] = values[k];
  return table;
}

/** See scratch.ts for why this is a factory. */
function createGate() {
  const { stream } = scratch;
  const odd = multiplier | 0;
  const turn = (gateUnits - 1) | 0;
  /** The weights of the last pairs, in turn. */
  const ring = new Int8Array(gateUnits);
  let read = 0;
  let sum = 0;

  return { beginGate, runGate };

  function beginGate(gate: Gate): void {
    ring.fill(0);
    read = 0;
    sum = 0;
    gate.most = -0x8000;
  }

  /** Adds the pairs that begin at the first `starts` positions of the stream; `last` when no others follow. */
  function runGate(gate: Gate, starts: number, last: boolean): void {
    const filling = Math.max(0, Math.min(starts, gateUnits - 1 - read));
    addPairs(gate, 0, filling, 0x7fff);
    addPairs(gate, filling, starts, -0x8000);
    read += starts;
    if (last && read < gateUnits && sum > gate.most) gate.most = sum;
  }

  /** The one branch is hardly ever taken. A sum counts only if it exceeds `least`, too. */
  function addPairs(gate: Gate, from: number, to: number, least: number): void {
    const weights = gate.weights;
    let total = sum | 0;
    let most = Math.max(gate.most, least) | 0;
    let first = stream[from] << 16;
    let at = (read + from) | 0;
    for (let i = (from + 1) | 0; i <= to; i = (i + 1) | 0) {
      const second = stream[i];
      const weight = weights[Math.imul(first | second, odd) >>> 15];
      total = (total + weight - ring[at & turn]) | 0;
      ring[at & turn] = weight;
      at = (at + 1) | 0;
      if (total > most) most = total;
      first = second << 16;
    }
    sum = total;
    if (most > least) gate.most = most;
  }
}

export const { beginGate, runGate } = createGate();
