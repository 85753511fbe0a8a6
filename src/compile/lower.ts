import { writeContainer } from "../artifact/container.js";
import { encodeDictionary } from "../dictionary/codec.js";
import type { Dictionary } from "../dictionary/model.js";
import { classMapOf } from "../engine.js";
import { compileTable } from "../matcher/table-build.js";
import { sectionsOf } from "../matcher/table-codec.js";
import { dictionaryFold } from "./fold-key.js";

/**
 * Writes a checked dictionary as an artifact. Every entry but the `evidence` words becomes a pattern, in the order of the terms; those
 * words travel as data.
 * @param dictionary its terms in ascending order of id
 * @returns the same bytes for the same dictionary, with SHA-256
 */
export function lower(dictionary: Dictionary): Uint8Array {
  const map = classMapOf(dictionaryFold);
  const { terms } = dictionary;
  const patternTerms = Uint32Array.from(terms.keys()).filter((index) => terms[index].use !== "evidence");
  const table = compileTable(
    Array.from(patternTerms, (index) => terms[index].text),
    map,
  );
  return writeContainer({
    kind: "dictionary",
    foldFingerprint: map.fingerprint,
    sections: [...encodeDictionary(dictionary, patternTerms), ...sectionsOf(table)],
    hash: true,
  });
}
