import { gramKey, isDigit, tokenOf } from "./features.js";
import { heads, type Model, weightScale } from "./model.js";
import type { Passage } from "./passage.js";

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
/** Where their bytes are among the four of a row. */
const offerShift = 24 - 8 * offer;
const topicShift = 24 - 8 * topic;

/**
 * The table of a glance: by slot two halves, each the weight of a feature in its upper byte and a tag of its key in the lower one. Where more
 * than two features share a slot, those of the smallest weights are left out.
 */
function glanceTable(model: Model, topicGain: number): Int32Array {
  const { starts, cells } = model;
  const table = new Int32Array(1 << slotBits);
  for (let slot = 0; slot < table.length; slot++) {
    let most = 0;
    let next = 0;
    let mostSize = 0;
    let nextSize = 0;
    for (let row = starts[slot], past = starts[slot + 1]; row < past; row++) {
      const four = cells[2 * row + 1];
      const exact = ((four << offerShift) >> 24) + topicGain * ((four << topicShift) >> 24);
      const weight = Math.max(-128, Math.min(127, Math.round(exact / step)));
      const size = weight < 0 ? -weight : weight;
      const half = (weight << 8) | (cells[2 * row] & 0xff);
      if (size > mostSize) {
        next = most;
        nextSize = mostSize;
        most = half;
        mostSize = size;
      } else if (size > nextSize) {
        next = half;
        nextSize = size;
      }
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
