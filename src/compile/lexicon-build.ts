import { classMapOf } from "../engine.js";
import { compileTable } from "../matcher/table-build.js";
import type { PhraseSource, WordClass } from "../rules/book.js";
import { nameKey } from "../rules/features.js";
import type { Lexicon } from "../rules/lexicon.js";
import { phrasesMax, sequencesMax } from "../rules/limits.js";
import type { Sequence } from "../rules/sequence.js";
import { slotKinds } from "../rules/slots.js";
import { anchorOf, type Frequency, frequencyByLength } from "./anchor.js";
import { dictionaryFold } from "./fold-key.js";
import { within } from "./limits.js";
import type { Reading } from "./phrase-expand.js";
import { readingsOf } from "./phrase-readings.js";
import { SymbolTable } from "./symbol-table.js";

/**
 * Builds the run-time lexicon of word classes and phrases.
 * @param classes by name, each once; symbols are numbered in their order
 * @param phrases each id once; phrases are numbered in their order
 * @param frequency how common words are, to choose anchors by; default: by their length
 * @throws PhraseError for the first phrase that is wrong; NomlmError `NOMLM_ARTIFACT_LIMIT`
 */
export function buildLexicon(
  classes: readonly WordClass[],
  phrases: readonly Pick<PhraseSource, "id" | "element" | "text">[],
  frequency: Frequency = frequencyByLength,
): Lexicon {
  const { readings, problems } = readingsOf(classes, phrases);
  if (problems.length > 0) throw problems[0].error;
  const symbols = new SymbolTable(classes);
  const sequences = phrases.flatMap(({ id }, k) => (readings.get(id) ?? []).map((reading) => sequenceOf(reading, k, symbols, frequency)));
  within(phrases.length, phrasesMax, "phrases");
  within(sequences.length, sequencesMax, "readings of phrases");
  const { spellings, ...numbered } = symbols.finish();
  return {
    ...numbered,
    classes: classes.map(({ name }) => name),
    symbolKeys: symbolKeysOf(classes.map(({ name }) => name)),
    table: compileTable(spellings, classMapOf(dictionaryFold)),
    phrases: phrases.map(({ id, element }) => ({ id, element })),
    sequences,
  };
}

function symbolKeysOf(classes: readonly string[]): Uint32Array {
  return Uint32Array.from([...classes.map((name) => `<${name}>`), ...slotKinds.map((kind) => `{${kind}}`)], nameKey);
}

function sequenceOf(reading: Reading, phrase: number, symbols: SymbolTable, frequency: Frequency): Sequence {
  const numbers = reading.symbols.map((set) => symbols.numberOf(set));
  const anchor = numbers[anchorOf(reading, (set) => symbols.wordsOf(set), frequency)];
  return { phrase, symbols: numbers, gapMin: reading.gapMin, gapMax: reading.gapMax, anchor };
}
