import type { WordClass } from "../rules/book.js";
import type { Lexicon, SlotSymbol } from "../rules/lexicon.js";
import { lexiconWordsMax, patternSymbolsMax, slotSymbolsMax, symbolsMax } from "../rules/limits.js";
import { slotKinds } from "../rules/slots.js";
import { foldKey } from "./fold-key.js";
import { within } from "./limits.js";
import type { SymbolSet } from "./phrase-expand.js";
import { foldedWords, wordsOfSet } from "./phrase-readings.js";

/** Words by symbol, as the matcher and the lexicon need them. */
export interface NumberedWords extends Pick<Lexicon, "patternStarts" | "patternSymbols" | "slots" | "symbolCount"> {
  /** One spelling per pattern, in ascending order of the folded form. */
  readonly spellings: readonly string[];
}

/** Numbers sets of words and slots, and keeps which word shows which set: classes first, then slot kinds, then what phrases need. */
export class SymbolTable {
  readonly #classNumbers: ReadonlyMap<string, number>;
  readonly #classWords: ReadonlyMap<string, readonly string[]>;
  readonly #numbers = new Map<string, number>();
  readonly #symbolsOfWord = new Map<string, Set<number>>();
  readonly #spellings = new Map<string, string>();
  readonly #slots: SlotSymbol[];
  #count: number;

  constructor(classes: readonly WordClass[]) {
    this.#classNumbers = new Map(classes.map(({ name }, k) => [name, k]));
    this.#classWords = foldedWords(classes);
    for (const { words } of classes) for (const word of words) this.#spell(word);
    for (const [k, { name }] of classes.entries()) this.#show(this.#classWords.get(name) ?? [], k);
    this.#slots = slotKinds.map((kind, k) => ({ kind, ...anyValue, symbol: classes.length + k }));
    this.#count = classes.length + slotKinds.length;
  }

  /** Distinct folded words of a set. */
  wordsOf(set: SymbolSet): string[] {
    return wordsOfSet(set, this.#classWords);
  }

  /** The number of a set; equal sets share one. */
  numberOf(set: SymbolSet): number {
    const known = this.#named(set);
    if (known !== undefined) return known;
    const words = this.wordsOf(set).sort();
    const slots = [...new Map(set.slots.map((slot) => [`${slot.kind} ${slot.min} ${slot.max}`, slot]))].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const key = JSON.stringify([words, slots.map(([name]) => name)]);
    const before = this.#numbers.get(key);
    if (before !== undefined) return before;
    const symbol = this.#count++;
    this.#numbers.set(key, symbol);
    for (const literal of set.literals) this.#spell(literal);
    this.#show(words, symbol);
    for (const [, { kind, min, max }] of slots) this.#slots.push({ kind, min, max, symbol });
    return symbol;
  }

  /** @throws NomlmError `NOMLM_ARTIFACT_LIMIT` */
  finish(): NumberedWords {
    const keys = [...this.#symbolsOfWord.keys()].sort();
    const lists = keys.map((key) => [...(this.#symbolsOfWord.get(key) as Set<number>)].sort((a, b) => a - b));
    within(keys.length, lexiconWordsMax, "words in classes and phrases");
    within(this.#count, symbolsMax, "distinct parts of phrases");
    within(this.#slots.length, slotSymbolsMax, "distinct slots");
    within(
      lists.reduce((most, list) => Math.max(most, list.length), 0),
      patternSymbolsMax,
      "distinct parts of phrases with one and the same word",
    );
    const patternStarts = new Uint32Array(keys.length + 1);
    lists.forEach((list, k) => {
      patternStarts[k + 1] = patternStarts[k] + list.length;
    });
    return {
      spellings: keys.map((key) => this.#spellings.get(key) as string),
      patternStarts,
      patternSymbols: Uint16Array.from(lists.flat()),
      slots: this.#slots,
      symbolCount: this.#count,
    };
  }

  /** A class or a slot of any value by itself has its number already. */
  #named({ classes, literals, slots }: SymbolSet): number | undefined {
    if (classes.length + literals.length + slots.length !== 1 || literals.length === 1) return undefined;
    if (classes.length === 1) return this.#classNumbers.get(classes[0]);
    const [{ kind, min, max }] = slots;
    return min === anyValue.min && max === anyValue.max ? this.#classNumbers.size + slotKinds.indexOf(kind) : undefined;
  }

  #spell(word: string): void {
    const key = foldKey(word);
    if (!this.#spellings.has(key)) this.#spellings.set(key, word);
  }

  #show(words: readonly string[], symbol: number): void {
    for (const word of words) {
      const symbols = this.#symbolsOfWord.get(word) ?? new Set<number>();
      this.#symbolsOfWord.set(word, symbols.add(symbol));
    }
  }
}

const anyValue = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY } as const;
