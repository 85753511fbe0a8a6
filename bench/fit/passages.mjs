/** Texts as features: distinct numbers for feature keys, and where each stands. */
import { readFileSync } from "node:fs";
import Papa from "papaparse";

/** Units of a text that are read for fitting. */
const textUnitsMax = 800;

/** A reader of texts over the word classes of dict/words.csv. */
export function passageReader({ buildLexicon, readPassage, featuresOf }) {
  const lexicon = buildLexicon(wordClasses(), []);
  const numbers = new Map();
  const keys = [];
  const numberOf = (key) => {
    let number = numbers.get(key);
    if (number === undefined) {
      number = keys.length;
      numbers.set(key, number);
      keys.push(key);
    }
    return number;
  };
  const read = (text) => {
    const piece = text.slice(0, textUnitsMax);
    const passage = readPassage(lexicon, piece, 0, piece.length);
    const found = featuresOf(lexicon, passage);
    const features = Uint32Array.from(found.keys.subarray(0, found.count), numberOf);
    return {
      units: passage.units.length,
      offsets: passage.offsets,
      features,
      starts: found.starts.slice(0, found.count),
      ends: found.ends.slice(0, found.count),
      distinct: Uint32Array.from(new Set(features)),
    };
  };
  return { read, keys, lexicon };
}

function wordClasses() {
  const text = readFileSync(new URL("../../dict/words.csv", import.meta.url), "utf8").replace(/^\ufeff/, "");
  const classes = new Map();
  for (const row of Papa.parse(text, { header: true, skipEmptyLines: true }).data) {
    classes.set(row.class, [...(classes.get(row.class) ?? []), ...row.words.split("|")]);
  }
  return [...classes].map(([name, words]) => ({ name, words: [...new Set(words)] }));
}
