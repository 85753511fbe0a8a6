import { NomlmError } from "../errors.js";

/** What every judge takes. */
export interface SegmenterOptions {
  /**
   * Words that the judge shall know besides its own dictionary, for example names of a platform's products. Where one stands in
   * the text and the judge has cut it into pieces, the pieces become one word. Default: none, but see {@link intlSegmenter}.
   */
  readonly words?: readonly string[];
}

/**
 * The borders of the words that a judge has cut a text into.
 * @param text the text, in UTF-16 units
 * @param pieces the judge's words, in order and without gaps
 * @param words words that stay whole where the judge has cut them
 * @returns ascending offsets in UTF-16 units, 0 and `text.length` included. When the pieces do not add up to the text (a judge that
 *   drops or rewrites characters), every code point has a border on both sides: such a judge has no say, and refuses nothing
 */
export function bordersOf(text: string, pieces: Iterable<string>, words: readonly string[]): Uint32Array {
  const borders = new Set<number>([0]);
  let at = 0;
  for (const piece of pieces) {
    at += piece.length;
    borders.add(at);
  }
  if (at !== text.length) return codePointBorders(text);
  for (const word of words) joinWord(borders, text, word);
  return Uint32Array.from(borders).sort();
}

/** The list of words as given, checked once so that no call has to. Throws `NOMLM_SEGMENTER_OPTION`. */
export function checkedWords(words: readonly string[] | undefined, preset: readonly string[] = []): readonly string[] {
  const given = words ?? [];
  if (!Array.isArray(given) || given.some((word) => typeof word !== "string" || word === "")) {
    throw new NomlmError("NOMLM_SEGMENTER_OPTION", "words must be an array of strings that are not empty");
  }
  return [...preset, ...given];
}

/** Only a word whose two ends are borders is made whole: otherwise the judge has seen another word there, and may be right. */
function joinWord(borders: Set<number>, text: string, word: string): void {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    if (!borders.has(start) || !borders.has(start + word.length)) continue;
    for (let inner = start + 1; inner < start + word.length; inner++) borders.delete(inner);
  }
}

function codePointBorders(text: string): Uint32Array {
  const borders = [0];
  for (const character of text) borders.push((borders.at(-1) as number) + character.length);
  return Uint32Array.from(borders);
}
