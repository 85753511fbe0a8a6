import type { Container } from "../artifact/container.js";
import { type DictionaryTable, decodeDictionary } from "../dictionary/codec.js";
import type { Boundary, Element, Use } from "../dictionary/model.js";
import type { Outcome } from "../dictionary/outcome.js";
import { classMapOf } from "../engine.js";
import { NomlmError } from "../errors.js";
import type { PatternTable } from "../matcher/table.js";
import { openTable } from "../matcher/table-codec.js";

/** What a scan asks about the terms of a layer: columns of an artifact, or terms given at run time. */
export interface TermView {
  readonly boundaries: readonly Boundary[];
  termOfPattern(pattern: number): number;
  idOf(term: number): string;
  textOf(term: number): string;
  useOf(term: number): Use;
  elementOf(term: number): Element;
  boundaryIndexOf(term: number): number;
  scenesOf(term: number): readonly string[];
  /** An outcome that the term has by itself, whatever the rules say. */
  outcomeOf?(term: number): Outcome | null;
}

/** Terms and the table that finds them. Layers share one gather of the text. */
export interface Layer {
  readonly terms: TermView;
  readonly table: PatternTable;
}

/** A dictionary opened from its artifact. */
export interface DictionaryLayer extends Layer {
  readonly dictionary: DictionaryTable;
}

/** The fold profile of all dictionaries. */
export const dictionaryMap = () => classMapOf({ folds: "default", skipNoise: true });

/**
 * Opens a dictionary; everything is checked here, nothing while scanning.
 * @throws NOMLM_ARTIFACT_*
 */
export function openLayer(container: Container): DictionaryLayer {
  if (container.foldFingerprint !== dictionaryMap().fingerprint >>> 0) {
    throw new NomlmError(
      "NOMLM_ARTIFACT_FOLD",
      "the dictionary was compiled with other fold tables; compile it with this version of the library",
    );
  }
  const dictionary = decodeDictionary(container);
  const table = openTable(container);
  if (table.count !== dictionary.terms.patternCount)
    throw new NomlmError("NOMLM_ARTIFACT_INDEX", "the matcher and the dictionary disagree on the number of patterns");
  return { terms: dictionary.terms, table, dictionary };
}
