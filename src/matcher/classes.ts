import { NomlmError } from "../errors.js";

/**
 * Classes: what the kernel reads instead of characters. One fixed table per fold profile maps each UTF-16 unit to a
 * 16-bit code, so folding costs nothing while scanning, and since the table does not depend on any dictionary, every
 * table of patterns reads the same stream of codes: the text is gathered once, however many dictionaries look at it.
 */

/** The unit is noise: it leaves no trace in the stream. */
export const codeNoise = 0;
/** No pattern holds it; also what pads the end of the stream. */
export const codeOther = 1;
/** The unit needs a look at its neighbours: surrogates, one-to-many folds, markup. Never in the stream itself. The highest code, so that one `or` over a block tells whether it held any. */
export const codeSpecial = 0xffff;

/** Marks in {@link FoldedUnits.units}. Both are noncharacters, so no letter is lost. */
export const unitNoise = 0xfffe;
export const unitSpecial = 0xffff;

/** How many units after a special one must be visible to {@link SpecialFold}, unless the text ends before. */
export const specialLookaheadUnits = 48;
/** How many folded units a special one may give. */
export const specialFoldUnitsMax = 18;

/**
 * Folds the special unit at `text[at]`.
 * @param text units; valid below `end`
 * @param out receives at most {@link specialFoldUnitsMax} folded units
 * @returns `(units consumed << 8) | units written`
 */
export type SpecialFold = (text: Uint16Array, at: number, end: number, out: Uint16Array) => number;

/** What a fold profile says about characters; made by the fold room, read here as plain data. */
export interface FoldedUnits {
  /** 65,536 entries: unit → folded unit, {@link unitNoise} or {@link unitSpecial}. */
  readonly units: Uint16Array;
  readonly special: SpecialFold | null;
  /** Changes whenever any fold changes; artifacts carry it. */
  readonly fingerprint: number;
}

/** A fold profile ready for the kernel. */
export interface ClassMap {
  /** Where this profile's 65,536 codes begin in {@link codes}. */
  readonly base: number;
  readonly special: SpecialFold | null;
  readonly fingerprint: number;
}

/** Profiles alive at once: folds on or off, noise on or off. */
const classMapsMax = 4;

/**
 * All profiles' codes. One constant array, since V8 folds the address and the length of a module's constant typed
 * array into the loop, but not those of an array that it meets through a parameter (measured: a third of the gather).
 */
export const codes: Uint16Array = new Uint16Array(classMapsMax << 16);
let classMapCount = 0;

/**
 * Registers a fold profile.
 * @param folded the profile; each is registered once per process, at most four in all
 */
export function classMap(folded: FoldedUnits): ClassMap {
  if (classMapCount === classMapsMax) throw new NomlmError("NOMLM_MATCHER_OPTION", "more than four fold profiles in one process");
  const base = classMapCount++ << 16;
  const exact = folded.special === null;
  const letters = exact ? letterCodes(true) : foldLetters;
  const noise = exact ? codeOther : codeNoise;
  const special = exact ? codeOther : codeSpecial;
  for (let unit = 0; unit < 0x10000; unit++) {
    const to = folded.units[unit];
    codes[base + unit] = to < unitNoise ? letters[to] : to === unitNoise ? noise : special;
  }
  return { base, special: folded.special, fingerprint: folded.fingerprint };
}

/** The code of a folded unit that stands in the stream (special folds write units, not codes). */
export function codeOfUnit(unit: number): number {
  return foldLetters[unit];
}

/**
 * A fixed permutation of the units: neighbouring characters get far codes, so `(x << s) ^ y` is a good hash of a pair
 * and artifacts are reproducible. Units that would get a reserved code take the codes of units that never stand in
 * the stream: the two marks and, where folds are on, `A` (it folds to `a`).
 */
function letterCodes(exact: boolean): Uint16Array {
  const table = new Uint16Array(0x10000);
  const homeless: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    table[unit] = scatter(unit);
    if (table[unit] <= codeOther || (table[unit] === codeSpecial && !exact)) homeless.push(unit);
  }
  const unused = exact ? [unitNoise, unitSpecial] : [unitNoise, unitSpecial, 0x41];
  const spare = unused.filter((unit) => !homeless.includes(unit)).map((unit) => table[unit]);
  for (const unit of homeless) if (!unused.includes(unit)) table[unit] = spare.pop() as number;
  return table;
}

/** Odd multiplications and shifts are bijections on 16 bits. */
function scatter(unit: number): number {
  let x = Math.imul(unit, 0x9e35) & 0xffff;
  x ^= x >>> 7;
  x = Math.imul(x, 0xa2c5) & 0xffff;
  return x ^ (x >>> 9);
}

const foldLetters = letterCodes(false);
