/** The fold of a whole text, written to be read: what the kernel gathers, as arrays. */
import type { FoldOptions } from "./options.js";
import { foldedUnitsMax } from "./points.js";
import { foldSpecial, type SpecialFold } from "./special.js";
import { foldUnits, unitNoise, unitSpecial } from "./units.js";

export interface FoldedText {
  /** The folded units; noise and markup are gone if they are skipped. */
  readonly units: number[];
  /** For each folded unit where its source begins in the text, in UTF-16 units; all units of one source share it. */
  readonly at: number[];
  /** For each folded unit where its source ends. */
  readonly end: number[];
}

/**
 * Folds a text.
 * @param text any string, lone surrogates included
 * @returns the folded units with the place of their source
 */
export function foldText(text: string, options: FoldOptions): FoldedText {
  const units: number[] = [];
  const at: number[] = [];
  const end: number[] = [];
  const push = (unit: number, from: number, to: number): void => {
    units.push(unit);
    at.push(from);
    end.push(to);
  };
  forEachStep(text, options, (from, to, written, count) => {
    for (let place = 0; place < count; place++) push(written[place], from, to);
  });
  return { units, at, end };
}

/** One step of a fold: the source `[from, to)` became the first `count` units of `written` (reused by the next step). */
export type StepVisitor = (from: number, to: number, written: Uint16Array, count: number) => void;

/** Visits every piece of the text that is folded as one: a code point or a whole markup. */
export function forEachStep(text: string, options: FoldOptions, visit: StepVisitor): void {
  const table = foldUnits(options);
  const special = foldSpecial(options);
  const source = unitsOf(text);
  const written = new Uint16Array(foldedUnitsMax);
  for (let from = 0; from < source.length; ) {
    const result = foldAt(source, from, table, special, written);
    visit(from, from + (result >> 8), written, result & 0xff);
    from += result >> 8;
  }
}

/** `(units consumed << 8) | units written`, for every unit what {@link foldSpecial} says for special ones. */
function foldAt(source: Uint16Array, at: number, table: Uint16Array, special: SpecialFold | null, out: Uint16Array): number {
  const folded = table[source[at]];
  if (special !== null && folded === unitSpecial) return special(source, at, source.length, out);
  if (special !== null && folded === unitNoise) return 0x100;
  out[0] = folded;
  return 0x101;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
