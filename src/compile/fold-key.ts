import { foldText } from "../fold/index.js";

/** The profile of every dictionary: all folds, noise dropped. */
export const dictionaryFold = { folds: "default", skipNoise: true } as const;

/** @returns the folded form of a text: two spellings with the same key are one pattern to the matcher */
export function foldKey(text: string): string {
  return foldText(text, dictionaryFold).units.reduce((key, unit) => key + String.fromCharCode(unit), "");
}
