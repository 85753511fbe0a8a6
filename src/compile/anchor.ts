import type { Reading, SymbolSet } from "./phrase-expand.js";

/** How often a word stands in ordinary text, per unit; only the order matters. */
export type Frequency = (foldedWord: string) => number;

/** One Chinese character in so many is a given ordinary one; each further character of a word makes it so many times rarer. */
const ordinaryCharacterEvery = 200;
const rarerPerCharacter = 30;
/** One unit in so many begins a number with or without a unit word. */
const slotEvery = 60;

/** Frequency by length, until a table of counts is there: the fewest and longest words are the rarest. */
export const frequencyByLength: Frequency = (word) => 1 / (ordinaryCharacterEvery * rarerPerCharacter ** (word.length - 1));

/**
 * The part of a reading that is expected least often: if it is absent, nothing else of the reading is looked at.
 * @param wordsOf folded words of a symbol
 * @returns its index, the first of equals
 */
export function anchorOf(reading: Reading, wordsOf: (set: SymbolSet) => readonly string[], frequency: Frequency): number {
  let anchor = 0;
  let least = Number.POSITIVE_INFINITY;
  reading.symbols.forEach((set, k) => {
    const expected = wordsOf(set).reduce((sum, word) => sum + frequency(word), set.slots.length / slotEvery);
    if (expected >= least) return;
    least = expected;
    anchor = k;
  });
  return anchor;
}

/** Has the reading a part that holds a word of two characters? Else single characters and numbers would be tried everywhere. */
export function hasAnchor(reading: Reading, wordsOf: (set: SymbolSet) => readonly string[]): boolean {
  return reading.symbols.some((set) => wordsOf(set).some((word) => word.length > 1));
}
