/**
 * How many columns a text takes on a terminal: two for East Asian wide and fullwidth characters and emoji, none for marks and
 * format characters, one for the rest (Unicode TR11; "ambiguous" counts as one, as most terminals draw it).
 */

/**
 * @param text text on one line, already inert
 * @returns columns
 */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}

/**
 * @param character one code point
 * @returns 0, 1 or 2 columns
 */
export function characterWidth(character: string): number {
  const point = character.codePointAt(0) as number;
  if (point < 0x300) return 1;
  if (isWide(point)) return 2;
  return zeroWidth.test(character) ? 0 : 1;
}

/**
 * Fills a text with spaces up to a number of columns; a longer text stays as it is.
 * @param text text on one line
 * @param columns the width to reach
 */
export function padToWidth(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/**
 * Cuts a text to a number of columns, with `…` where something is left out.
 * @param text text on one line
 * @param columnsMax at least 1
 */
export function cutToWidth(text: string, columnsMax: number): string {
  if (displayWidth(text) <= columnsMax) return text;
  let kept = "";
  let columns = 1;
  for (const [piece] of text.matchAll(codesAndCharacters)) {
    columns += displayWidth(piece);
    if (columns > columnsMax) break;
    kept += piece;
  }
  return `${kept}…`;
}

/** A code such as `\u{200B}` (inert.ts) is cut as a whole. */
const codesAndCharacters = /\\u\{[0-9A-F]+\}|./gsu;

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** First and last code point of each wide range, ascending. */
const wideRanges = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2648, 0x2653],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274e],
  [0x2753, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2ff],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f19a],
  [0x1f200, 0x1f320],
  [0x1f32d, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
] as const;

function isWide(point: number): boolean {
  let low = 0;
  let high = wideRanges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = wideRanges[middle] as readonly [number, number];
    if (point < range[0]) high = middle - 1;
    else if (point > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}
