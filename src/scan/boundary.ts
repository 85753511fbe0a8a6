import type { Boundary } from "../dictionary/model.js";
import { foldText } from "../fold/index.js";
import type { Span } from "./hit.js";

/** Units looked at on either side of a hit; longer where noise stands between the characters. */
const strictUnits = 24;
const looseUnits = 96;

/**
 * Does the dictionary's boundary data allow the term at this place? Neighbours are compared after folding. They must stand directly
 * beside the term; only where the hit itself holds noise is noise between it and its neighbours skipped too (宣 传 销 售).
 * @param loose does the hit hold noise?
 */
export function boundaryAllows(text: string, span: Span, boundary: Boundary, loose: boolean): boolean {
  if (boundary.edges === "auto" && continues(text, span)) return false;
  const { forbidLeft, forbidRight, requireRight } = boundary;
  if (forbidLeft.length > 0) {
    const left = folded(text.slice(Math.max(0, span.start - (loose ? looseUnits : strictUnits)), span.start), loose);
    if (forbidLeft.some((word) => left.endsWith(word))) return false;
  }
  if (forbidRight.length === 0 && requireRight.length === 0) return true;
  const right = folded(text.slice(span.end, span.end + (loose ? looseUnits : strictUnits)), loose);
  if (forbidRight.some((word) => right.startsWith(word))) return false;
  // What is required may be punctuation (提示：), so it is looked for in the plain reading.
  const plain = requireRight.length > 0 && loose ? folded(text.slice(span.end, span.end + strictUnits), false) : right;
  return requireRight.length === 0 || requireRight.some((word) => plain.startsWith(word));
}

/** The boundary with its words folded as the neighbours will be; made once per load. */
export function foldedBoundary(boundary: Boundary): Boundary {
  const fold = (words: readonly string[]) => words.map((word) => folded(word, false));
  return {
    edges: boundary.edges,
    forbidLeft: fold(boundary.forbidLeft),
    forbidRight: fold(boundary.forbidRight),
    requireRight: fold(boundary.requireRight),
  };
}

function folded(text: string, skipNoise: boolean): string {
  return String.fromCharCode(...foldText(text, { folds: "default", skipNoise }).units);
}

/** Is a Latin letter or a digit at the edge of the hit continued by another of its kind? (69 in 695, star in stars) */
function continues(text: string, { start, end }: Span): boolean {
  return sameKind(text.charCodeAt(start - 1), text.charCodeAt(start)) || sameKind(text.charCodeAt(end - 1), text.charCodeAt(end));
}

function sameKind(a: number, b: number): boolean {
  const kind = kindOf(a);
  return kind !== 0 && kind === kindOf(b);
}

/** 1 Latin letter, 2 digit, ASCII or fullwidth; 0 everything else (NaN, beyond the ends of the text, too). */
function kindOf(unit: number): 0 | 1 | 2 {
  const ascii = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  if (ascii >= 0x30 && ascii <= 0x39) return 2;
  const lower = ascii | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ? 1 : 0;
}
