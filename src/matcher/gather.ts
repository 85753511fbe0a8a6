import { codeOfUnit, codeSpecial, codes, type SpecialFold, specialFoldUnitsMax } from "./classes.js";
import { padCodes, scratch, streamMax } from "./scratch.js";

/** Units read before asking whether a special one was among them: what follows it in the block is read twice, so not too many. */
const blockUnits = 64;
/** Codes that may stand in the stream before a special unit is given no more room. */
const roomMax = streamMax - padCodes - specialFoldUnitsMax;

/** What {@link gather} did: codes now in the stream, and units of the window consumed. */
export interface Gathered {
  streamed: number;
  consumed: number;
}

/** See scratch.ts for why this is a factory. */
function createGather() {
  const { text, stream, offsets } = scratch;
  const classCodes = codes;
  const special16 = codeSpecial;
  const specialUnits = new Uint16Array(specialFoldUnitsMax);
  const gathered: Gathered = { streamed: 0, consumed: 0 };

  return gather;

  /**
   * Appends the codes and offsets of `scratch.text[0, limit)`; `base` is the offset of scratch.text[0], `end` how much of it is text.
   * Stops early where one-to-many folds would overflow the stream.
   */
  function gather(classBase: number, special: SpecialFold | null, streamed: number, base: number, end: number, limit: number): Gathered {
    // The `| 0` keep V8 from treating what comes out of fields and calls as any value: that alone makes the loop twice as slow.
    let m = streamed | 0;
    let i = 0;
    while (i < limit) {
      const stop = Math.min(i + blockUnits, limit);
      const plain = gatherPlain(classBase, m, base, i, stop);
      if (plain >= 0) {
        m = plain;
        i = stop;
        continue;
      }
      // What was read before the special unit stands; the rest of the block is read again after it.
      m = stream.indexOf(special16, m) | 0;
      i = (offsets[m] - base) | 0;
      const result = (special as SpecialFold)(text, i, end, specialUnits) | 0;
      m = append(result & 0xff, m, base + i) | 0;
      i = (i + (result >>> 8)) | 0;
      if (m + (limit - i) > roomMax) break;
    }
    gathered.streamed = m;
    gathered.consumed = i;
    return gathered;
  }

  /**
   * Reads `text[from, stop)` as if it held no special unit, and returns the new length of the stream, or −1 if it did. Most blocks hold none.
   * One loop without branches, in a function of its own (nested in another loop it takes twice the time): one unit in eight is noise,
   * which no predictor guesses, and `-code >>> 31` is 1 for every code but noise.
   */
  function gatherPlain(classBase: number, streamed: number, base: number, from: number, stop: number): number {
    let m = streamed | 0;
    let highest = 0;
    for (let i = from | 0; i < stop; i = (i + 1) | 0) {
      const code = classCodes[(classBase + text[i]) | 0] | 0;
      stream[m] = code;
      offsets[m] = (base + i) | 0;
      m = (m + (-code >>> 31)) | 0;
      highest = highest | (code + 1);
    }
    return highest > special16 ? -1 : m;
  }

  /** All that a special unit gives stands where that unit stands. */
  function append(units: number, at: number, offset: number): number {
    for (let k = 0; k < units; k++) {
      stream[at + k] = codeOfUnit(specialUnits[k]);
      offsets[at + k] = offset;
    }
    return at + units;
  }
}

export const gather = createGather();
