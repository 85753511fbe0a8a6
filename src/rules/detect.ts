import { type Features, featuresMax } from "./features.js";
import { weightRowsMax } from "./limits.js";
import { detectorElements, type Model, weightScale, windowSlack, windowStep, windowUnits } from "./model.js";
import type { Event } from "./sequence.js";
import { lookRows } from "./weight-table.js";

/** Windows of the longest passage. */
const windowsMax = 256;
const detectors = detectorElements.length;

/** What the fitted part says of a passage. */
export interface Detection {
  /** Folded units of the passage. */
  readonly units: number;
  /** By detector: strength 0–1 of its best window. */
  readonly strengths: Float64Array;
  /** By detector: that window, in folded units. */
  readonly windows: readonly Event[];
  /** By head: sum of the weights of the distinct features, in logits. */
  readonly heads: Float64Array;
}

/** Windows of a passage of `units` folded units; short passages have one. */
export function windowCount(units: number): number {
  return Math.min(windowsMax, Math.max(1, ((units - windowUnits / 2 + windowStep - 1) / windowStep) | 0));
}

/** The first window that holds a feature which ends here. */
function firstWindow(end: number): number {
  const past = end - windowSlack - windowUnits;
  return past <= 0 ? 0 : ((past + windowStep - 1) / windowStep) | 0;
}

/** All bits where the lower halves agree and the row is below the end; else none. */
function isRow(differs: number, above: number): number {
  return (((differs & 0xffff) - 1) & above) >> 31;
}

/**
 * See matcher/scratch.ts for why this is a factory. There are no branches on what a table holds: no predictor guesses it, and each wrong
 * guess would wait for memory.
 */
function createDetect() {
  /** By feature: the lower bits of its key, and the rows that may be its own. */
  const lows = new Int32Array(featuresMax);
  const looks = new Int32Array(featuresMax);
  const pasts = new Int32Array(featuresMax);
  /** Features that have weights: their places in the list, and their rows. */
  const featuresFound = new Uint16Array(featuresMax);
  const rowsFound = new Int32Array(featuresMax);
  /** By window and detector: by how much the sum is above that of the window before. */
  const slopes = new Int32Array((windowsMax + 1) * detectors);
  /** A bit per row: was it counted? All are 0 between calls. */
  const counted = new Int32Array((weightRowsMax >> 5) + 1);

  return detect;

  /**
   * Runs detectors and heads. A feature adds its weights to every window that holds it, so the sums over all windows come from one
   * pass over the features and one over the windows, whatever their overlap.
   */
  function detect(model: Model, features: Features, units: number): Detection {
    const count = windowCount(units);
    const known = findRows(model, features);
    slopes.fill(0, 0, (count + 1) * detectors);
    addSlopes(model, features, known, count - 1);
    return { units, ...best(model, count, units), heads: headSums(model, known) };
  }

  /** Most upper bits have one row or two: four are looked at at once. All looks begin before the first ends, so that memory is asked for many. */
  function findRows({ starts, cells }: Model, { keys, count }: Features): number {
    for (let i = 0; i < count; i++) {
      const key = keys[i] | 0;
      lows[i] = key & 0xffff;
      looks[i] = starts[key >>> 16];
      pasts[i] = starts[(key >>> 16) + 1];
    }
    let known = 0;
    for (let i = 0; i < count; i++) {
      const low = lows[i];
      const past = pasts[i];
      let look = looks[i];
      let row = 0;
      do {
        const at = 2 * look;
        row |= (look + 1) & isRow(cells[at] ^ low, look - past);
        row |= (look + 2) & isRow(cells[at + 2] ^ low, look + 1 - past);
        row |= (look + 3) & isRow(cells[at + 4] ^ low, look + 2 - past);
        row |= (look + 4) & isRow(cells[at + 6] ^ low, look + 3 - past);
        look = (look + lookRows) | 0;
      } while (look < past);
      featuresFound[known] = i;
      rowsFound[known] = row - 1;
      known = (known + (-row >>> 31)) | 0;
    }
    return known;
  }

  function addSlopes({ detectorWeights, cells }: Model, { starts, ends }: Features, known: number, lastWindow: number): void {
    for (let k = 0; k < known; k++) {
      const place = cells[2 * rowsFound[k]] >>> 16;
      if (place === 0) continue;
      const i = featuresFound[k];
      // Math.imul, here and below: V8 leaves optimized code over and over where it thinks that a product may be −0.
      let first = Math.imul(firstWindow(ends[i]), detectors);
      const last = Math.imul(Math.min(lastWindow, (starts[i] / windowStep) | 0), detectors);
      if (first > last) continue;
      let past = (last + detectors) | 0;
      let row = Math.imul(place - 1, detectors);
      for (let left = detectors; left > 0; left--) {
        const weight = detectorWeights[row++];
        slopes[first] = slopes[first] + weight;
        slopes[past] = slopes[past] - weight;
        first = (first + 1) | 0;
        past = (past + 1) | 0;
      }
    }
  }

  function best({ fitted }: Model, windows: number, units: number): Pick<Detection, "strengths" | "windows"> {
    const strengths = new Float64Array(detectors);
    const found: Event[] = [];
    for (let e = 0; e < detectors; e++) {
      let sum = 0;
      let highest = -0x8000_0000 | 0;
      let at = 0;
      for (let w = 0; w < windows; w++) {
        sum = (sum + slopes[Math.imul(w, detectors) + e]) | 0;
        if (sum > highest) {
          highest = sum;
          at = w;
        }
      }
      strengths[e] = 1 / (1 + Math.exp(-(highest + fitted.detectorBias[e]) / weightScale));
      found.push({ start: at * windowStep, end: Math.min(units, at * windowStep + windowUnits) });
    }
    return { strengths, windows: found };
  }

  /** The sums of the heads over the distinct features, in logits. */
  function headSums({ cells, fitted }: Model, known: number): Float64Array {
    let [offer, report, trade, topic] = [0, 0, 0, 0];
    for (let k = 0; k < known; k++) {
      const row = rowsFound[k];
      const word = counted[row >> 5];
      const isNew = ((word >>> (row & 31)) & 1) - 1;
      counted[row >> 5] = word | (1 << (row & 31));
      const four = cells[2 * row + 1] & isNew;
      offer = (offer + ((four << 24) >> 24)) | 0;
      report = (report + ((four << 16) >> 24)) | 0;
      trade = (trade + ((four << 8) >> 24)) | 0;
      topic = (topic + (four >> 24)) | 0;
    }
    for (let k = 0; k < known; k++) counted[rowsFound[k] >> 5] = 0;
    const sums = Float64Array.of(offer, report, trade, topic);
    for (let head = 0; head < sums.length; head++) sums[head] = (sums[head] + fitted.headBias[head]) / weightScale;
    return sums;
  }
}

export const detect = createDetect();
