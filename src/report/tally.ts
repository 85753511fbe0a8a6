import { type Element, elements } from "../dictionary/model.js";
import { type DictionaryRef, type Outcome, outcomes, type ScanResult } from "./result.js";

/** Counts over many texts. It holds no text. */
export class Tally {
  texts = 0;
  /** Texts in which a limit cut the text or its hits. */
  truncated = 0;
  /** Records that could not be read. */
  unreadable = 0;
  /** Broken byte sequences replaced by U+FFFD, and the records they were in. */
  replaced = 0;
  replacedIn = 0;
  /** The dictionary of the last result. */
  dictionary: DictionaryRef | null = null;
  readonly byOutcome: Record<Outcome, number> = zeroes(outcomes);
  /** Texts in which the element was seen, as a counted element or as a mention. */
  readonly byElement: Record<Element, number> = zeroes(elements);

  /** @param result counts as one more text */
  add(result: ScanResult): void {
    this.texts++;
    this.byOutcome[result.outcome]++;
    if (result.truncated === true) this.truncated++;
    this.dictionary = result.dictionary;
    if (result.hits.length === 0 && result.elements.length === 0) return;
    for (const element of new Set([...result.elements, ...result.hits.map((hit) => hit.element)])) this.byElement[element]++;
  }

  /** @param sequences broken byte sequences of one more record, 0 when it was sound */
  addReplaced(sequences: number): void {
    if (sequences === 0) return;
    this.replaced += sequences;
    this.replacedIn++;
  }
}

function zeroes<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
