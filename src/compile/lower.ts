import { writeContainer } from "../artifact/container.js";
import { encodeDictionary } from "../dictionary/codec.js";
import type { Dictionary } from "../dictionary/model.js";
import { classMapOf } from "../engine.js";
import { compileTable } from "../matcher/table-build.js";
import { sectionsOf } from "../matcher/table-codec.js";
import type { RuleBook } from "../rules/book.js";
import { encodeRules, needsLexicon } from "../rules/codec.js";
import { dictionaryFold } from "./fold-key.js";
import { buildLexicon } from "./lexicon-build.js";

/**
 * Writes a checked dictionary as an artifact. Every entry but the `evidence` words becomes a pattern, in the order of the terms; those
 * words travel as data.
 * @param dictionary its terms in ascending order of id
 * @param book checked phrases, rules and weights, in their order
 * @returns the same bytes for the same dictionary, with SHA-256
 * @throws NomlmError `NOMLM_ARTIFACT_LIMIT`; PhraseError where a phrase is wrong
 */
export function lower(dictionary: Dictionary, book: RuleBook): Uint8Array {
  const map = classMapOf(dictionaryFold);
  const { terms } = dictionary;
  const patternTerms = Uint32Array.from(terms.keys()).filter((index) => terms[index].use !== "evidence");
  const table = compileTable(
    Array.from(patternTerms, (index) => terms[index].text),
    map,
  );
  const lexicon = needsLexicon(book) ? buildLexicon(book.classes, book.phrases) : null;
  return writeContainer({
    kind: "dictionary",
    foldFingerprint: map.fingerprint,
    sections: [...encodeDictionary(dictionary, patternTerms), ...sectionsOf(table, "M", true), ...encodeRules(book, lexicon)],
    hash: true,
  });
}
