/** The fold of a short text into arrays of the caller: what rules read, without an object per character. */
import type { FoldOptions } from "./options.js";
import { foldedUnitsMax } from "./points.js";
import { foldSpecial } from "./special.js";
import { foldUnits, unitNoise, unitSpecial } from "./units.js";

/** How far past `to` markup and pairs may be read. */
const lookaheadUnits = 48;

/**
 * Makes a folder for one profile.
 * @returns a function that folds `text.slice(from, to)` into `units` and `offsets` (where each folded unit's source begins in `text`)
 *   and returns how many there are; it stops when `units` is full
 */
export function foldInto(
  options: FoldOptions,
): (text: string, from: number, to: number, units: Uint16Array, offsets: Uint32Array) => number {
  const table = foldUnits(options);
  const special = foldSpecial(options);
  const near = new Uint16Array(lookaheadUnits);
  const written = new Uint16Array(foldedUnitsMax);
  return (text, from, to, units, offsets) => {
    let count = 0;
    for (let i = from; i < to && count + foldedUnitsMax <= units.length; ) {
      const unit = table[text.charCodeAt(i)];
      if (unit === unitSpecial && special !== null) {
        const end = Math.min(to - i, lookaheadUnits);
        for (let k = 0; k < end; k++) near[k] = text.charCodeAt(i + k);
        const result = special(near, 0, end, written);
        for (let k = 0; k < (result & 0xff); k++) {
          units[count] = written[k];
          offsets[count++] = i;
        }
        i += result >> 8;
      } else {
        units[count] = unit;
        offsets[count] = i++;
        count += unit === unitNoise ? 0 : 1;
      }
    }
    return count;
  };
}
