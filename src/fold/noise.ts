/**
 * Noise: what is no letter and no number once it is folded. Punctuation, spaces and line ends, symbols, emoji, controls, zero-width
 * and bidi characters, variation selectors, combining marks, U+20E3 (of the keycap `1️⃣` the digit stays), private use, unassigned
 * code points and lone surrogates.
 *
 * Letters and numbers stay: `ー 々 〇 ㄱ ½`. Decided beyond that: spacing marks that spell (vowel signs of Indic scripts) stay; all other
 * marks are noise, since they are stacked on Chinese text to hide it; Hangul fillers (letters that nobody sees) and the spacing accents
 * `ˇ ˉ ˊ ˋ` (letters by category, punctuation by use) are noise.
 */

import { noiseRanges, zeroWidthRanges } from "./tables.generated.js";
import { inRanges, readBorders } from "./tables.js";

let noise: Uint32Array | undefined;
let zeroWidth: Uint32Array | undefined;

/** @returns the borders of all ranges of noise: first, last + 1, first, last + 1 … */
export function noiseBorders(): Uint32Array {
  noise ??= readBorders(noiseRanges);
  return noise;
}

/** @returns whether a folded code point is noise */
export function isNoise(point: number): boolean {
  return inRanges(noiseBorders(), point);
}

/** @returns whether a code point is invisible by itself (Default_Ignorable_Code_Point): U+200B, U+FE0F, bidi controls … */
export function isZeroWidth(point: number): boolean {
  zeroWidth ??= readBorders(zeroWidthRanges);
  return inRanges(zeroWidth, point);
}
