/**
 * Folds: what the matcher sees instead of the characters as written. The specification is the ordered list `folds` in points.ts:
 * width, case, traditional, variant, each in its own file with examples; then noise is dropped, and markup before all of them.
 * Every fold works on single code points, so offsets never need more than one number per folded unit, and folding twice changes nothing.
 */
export { explain } from "./explain.js";
export { foldFingerprint } from "./fingerprint.js";
export { markupUnitsMax } from "./markup.js";
export type { FoldOptions } from "./options.js";
export { foldedUnitsMax, folds } from "./points.js";
export { foldSpecial, type SpecialFold } from "./special.js";
export { type FoldedText, foldText } from "./text.js";
export type { Trick } from "./tricks.js";
export { type FoldMarks, foldUnits, unitNoise, unitSpecial, writeFolds } from "./units.js";
