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
  /** Folds a table over units in place: what stands for a unit becomes what stands for its folded unit, or one of the marks. */
  readonly write: (table: Uint16Array, marks: { readonly noise: number; readonly special: number }) => void;
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
  const table = codes.subarray(base, base + 0x10000);
  if (folded.special === null) {
    table.set(letterCodes([codeNoise, codeOther], exactSpare));
    table.fill(codeOther, exactSpare[0]);
  } else {
    table.set(foldLetters);
    folded.write(table, { noise: codeNoise, special: codeSpecial });
    if (table[foldSpare[0]] !== codeNoise) table[foldSpare[0]] = codeOther;
  }
  return { base, special: folded.special, fingerprint: folded.fingerprint };
}

/** The code of a folded unit that stands in the stream (special folds write units, not codes). */
export function codeOfUnit(unit: number): number {
  return foldLetters[unit];
}

/** Noncharacters, which stand in no text: their codes go to the units that would get a reserved one. Patterns that hold them are refused. */
const exactSpare = [0xfffe, 0xffff];
/** With folds, U+FFFE and U+FFFF are noise or fold to U+FFFD. */
const foldSpare = [0xfdd0, 0xfffe, 0xffff];

/**
 * A fixed permutation of the units: neighbouring characters get far codes, so `(x << s) ^ y` is a good hash of a pair
 * and artifacts are reproducible.
 * @param reserved codes that no unit gets
 * @param spare as many units, whose codes are free
 */
function letterCodes(reserved: readonly number[], spare: readonly number[]): Uint16Array {
  const table = new Uint16Array(0x10000);
  const homeless: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const code = scatter(unit);
    table[unit] = code;
    if (code === reserved[0] || code === reserved[1] || code === reserved[2]) homeless.push(unit);
  }
  const free = spare.filter((unit) => !homeless.includes(unit)).map((unit) => table[unit]);
  for (const unit of homeless) if (!spare.includes(unit)) table[unit] = free.pop() as number;
  return table;
}

/** Odd multiplications and shifts are bijections on 16 bits. */
function scatter(unit: number): number {
  let x = Math.imul(unit, 0x9e35) & 0xffff;
  x ^= x >>> 7;
  x = Math.imul(x, 0xa2c5) & 0xffff;
  return x ^ (x >>> 9);
}

const foldLetters = letterCodes([codeNoise, codeOther, codeSpecial], foldSpare);
