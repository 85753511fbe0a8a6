import { NomlmError } from "../errors.js";
import { hasLoneSurrogate } from "../text/units.js";
import { type ClassMap, codeOfUnit, codeOther, codeSpecial, codes, type SpecialFold, specialFoldUnitsMax } from "./classes.js";
import { patternUnitsMax } from "./limits.js";

/** Patterns as codes, one after the other. */
export interface Sequences {
  readonly codes: Uint16Array;
  /** Pattern k is `codes[starts[k], starts[k + 1])`. */
  readonly starts: Uint32Array;
  readonly longest: number;
}

/**
 * Folds patterns as the kernel's gather folds texts.
 * @throws NOMLM_MATCHER_PATTERNS, _EMPTY, _LENGTH, _CHARACTER, naming the pattern's number
 */
export function foldPatterns(patterns: readonly string[], map: ClassMap): Sequences {
  let room = 0;
  for (let k = 0; k < patterns.length; k++) room += usable(patterns[k], k);
  const out = new GrowingCodes(room);
  const starts = new Uint32Array(patterns.length + 1);
  let longest = 0;
  for (let k = 0; k < patterns.length; k++) {
    foldInto(patterns[k], k, map, out);
    const length = out.length - starts[k];
    if (length === 0)
      throw new NomlmError(
        "NOMLM_MATCHER_EMPTY",
        `pattern ${k} ${patterns[k] === "" ? "is empty" : "folds to nothing (it is all noise)"}; remove it`,
      );
    if (length > patternUnitsMax)
      throw new NomlmError("NOMLM_MATCHER_LENGTH", `pattern ${k} has ${length} units, more than ${patternUnitsMax}`);
    if (length > longest) longest = length;
    starts[k + 1] = out.length;
  }
  return { codes: out.codes, starts, longest };
}

function usable(pattern: unknown, k: number): number {
  if (typeof pattern !== "string") throw new NomlmError("NOMLM_MATCHER_PATTERNS", `pattern ${k} is no string`);
  if (pattern.length > 4 * patternUnitsMax)
    throw new NomlmError("NOMLM_MATCHER_LENGTH", `pattern ${k} has ${pattern.length} units, more than ${patternUnitsMax}`);
  return pattern.length;
}

/** Codes with room for one-to-many folds, which are rare: grows by doubling. */
class GrowingCodes {
  codes: Uint16Array;
  length = 0;
  constructor(room: number) {
    this.codes = new Uint16Array(room + specialFoldUnitsMax);
  }
  push(code: number): void {
    if (this.length === this.codes.length) {
      const larger = new Uint16Array(this.codes.length * 2);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[this.length++] = code;
  }
}

const unitsOfOne = new Uint16Array(4 * patternUnitsMax);
const specialUnits = new Uint16Array(specialFoldUnitsMax);

/** Folds as the kernel's gather does. */
function foldInto(pattern: string, k: number, map: ClassMap, out: GrowingCodes): void {
  for (let i = 0; i < pattern.length; i++) unitsOfOne[i] = pattern.charCodeAt(i);
  let special = false;
  for (let i = 0; i < pattern.length; ) {
    const code = codes[map.base + unitsOfOne[i]];
    if (code === codeSpecial && map.special !== null) {
      special = true;
      const result = (map.special as SpecialFold)(unitsOfOne, i, pattern.length, specialUnits);
      for (let n = 0; n < (result & 0xff); n++) out.push(codeOfUnit(specialUnits[n]));
      i += result >>> 8;
    } else {
      if (code === codeOther) throw new NomlmError("NOMLM_MATCHER_CHARACTER", `pattern ${k} holds a noncharacter; remove it`);
      if (code !== 0) out.push(code);
      i++;
    }
  }
  // Where pairs are folded as one character, half a pair can never be seen.
  if (special && hasLoneSurrogate(pattern)) {
    throw new NomlmError("NOMLM_MATCHER_CHARACTER", `pattern ${k} holds half of a surrogate pair; remove it`);
  }
}
