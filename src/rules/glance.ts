import { gramKey, isDigit, tokenOf } from "./features.js";
import { heads, type Model, weightScale } from "./model.js";
import type { Passage } from "./passage.js";
import { headWeight } from "./weight-table.js";

/**
 * The glance: what the heads make of the single characters and neighbours of a passage, each time they occur. It drops nearly all that
 * the gate let by, so it is one table that a cache holds, and no exact one: two features per slot, and what they weigh rounded to
 * an eighth of a logit.
 */

/** Slots: the upper bits of a key say which. */
const slotBits = 16;
/** What the weights of `offer` and `topic` together are divided by, to fit a byte. */
const step = 4;
const offer = heads.indexOf("offer");
const topic = heads.indexOf("topic");

/**
 * The table of a glance: by slot two halves, each the weight of a feature in its upper byte and a tag of its key in the lower one. Where more
 * than two features share a slot, those of the smallest weights are left out.
 */
function glanceTable(model: Model, topicGain: number): Int32Array {
  const { starts, cells } = model;
  const table = new Int32Array(1 << slotBits);
  for (let slot = 0; slot < table.length; slot++) {
    let [most, next] = [0, 0];
    for (let row = starts[slot]; row < starts[slot + 1]; row++) {
      const weight = Math.round((headWeight(model, row, offer) + topicGain * headWeight(model, row, topic)) / step);
      const half = (Math.max(-128, Math.min(127, weight)) << 8) | (cells[2 * row] & 0xff);
      if (Math.abs(half >> 8) > Math.abs(most >> 8)) [most, next] = [half, most];
      else if (Math.abs(half >> 8) > Math.abs(next >> 8)) next = half;
    }
    table[slot] = (most << 16) | (next & 0xffff);
  }
  return table;
}

/**
 * What the characters of passages say, in logits of `offer`.
 * @returns a function of a passage; the table is made when it is first called, since most processes start long before that
 */
export function glanceOf(model: Model): (passage: Passage) => number {
  const { headBias, topicGain } = model.fitted;
  const bias = headBias[offer] + topicGain * headBias[topic];
  let table: Int32Array | null = null;
  return ({ folded, count }) => {
    table ??= glanceTable(model, topicGain);
    return (step * sumOf(table, folded, count) + bias) / weightScale;
  };
}

function sumOf(table: Int32Array, folded: Uint16Array, count: number): number {
  let sum = 0;
  let before = 0;
  let wasDigit = false;
  for (let i = 0; i < count; i++) {
    const digit = isDigit(folded[i]);
    if (digit && wasDigit) continue;
    wasDigit = digit;
    const token = tokenOf(folded[i]);
    sum = (sum + weightOf(table, gramKey(token, 0))) | 0;
    if (i > 0) sum = (sum + weightOf(table, gramKey(before, token))) | 0;
    before = token;
  }
  return sum;
}

/** Without branches: which of the two features it is, if any, no predictor guesses. */
function weightOf(table: Int32Array, key: number): number {
  const slot = table[key >>> (32 - slotBits)];
  const isFirst = ((((slot >>> 16) ^ key) & 0xff) - 1) >> 31;
  const isSecond = (((slot ^ key) & 0xff) - 1) >> 31;
  return ((slot >> 24) & isFirst) + (((slot << 16) >> 24) & isSecond & ~isFirst);
}
