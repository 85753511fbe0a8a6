/** Reads texts as the library does: features by number with the windows that hold them, and what phrases, rules and context words show. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const dict = fileURLToPath(new URL("../../dict/", import.meta.url));
/** Units of a text that are read for fitting: one passage. */
const textUnitsMax = 800;

/** All files of dict/ but the ones that fitting makes. */
function sources() {
  const files = new Map();
  for (const entry of readdirSync(dict, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(dict, path).replaceAll("\\", "/");
    if (entry.isFile() && name !== "weights.csv" && name !== "scoring.json") files.set(name, new Uint8Array(readFileSync(path)));
  }
  return files;
}

/**
 * @param runtime bundle.mjs
 * @param contexts kind and word class of each context that may speak against an offer
 * @param classes word classes that are features
 */
export function textReader(runtime, contexts, classes) {
  const { artifact, diagnostics } = runtime.compileDictionary(sources());
  if (artifact === null) throw new Error(diagnostics.find(({ severity }) => severity === "error").message);
  const container = runtime.readContainer(artifact, "dictionary");
  const { lexicon, rules } = runtime.openRules(container);
  const scanner = new runtime.Scanner([runtime.openLayer(container)]);
  const bench = evidenceBench(runtime, lexicon, rules, contexts);
  const symbols = [...classes.map((name) => lexicon.classes.indexOf(name)), ...lexicon.symbolKeys.keys()].filter(
    (symbol, k) => k < classes.length || symbol >= lexicon.classes.length,
  );
  const featureSymbols = runtime.featureSymbols(lexicon, symbols);
  const numbers = new Map();
  const keys = [];
  const isGram = [];
  return { read, fold, keys, isGram, lexicon, rules };

  function fold(text) {
    const piece = text.slice(0, textUnitsMax);
    return runtime.readPassage(lexicon, piece, 0, piece.length).units;
  }

  function read(text) {
    const piece = text.slice(0, textUnitsMax);
    const shown = evidenceOf(piece);
    const passage = runtime.readPassage(lexicon, piece, 0, piece.length);
    const found = runtime.featuresOf(lexicon, passage, featureSymbols);
    const windows = Math.max(1, Math.ceil((passage.units.length - runtime.windowUnits / 2) / runtime.windowStep));
    const present = classes.map((name) => Number(passage.occurrences[lexicon.classes.indexOf(name)] !== undefined));
    const tokens = passage.units.replace(/\d+/g, "#").length;
    return {
      text: piece,
      units: passage.units,
      offsets: passage.offsets.slice(0, passage.count + 1),
      windows,
      present,
      ...numbered(found, tokens),
      ...shown,
    };
  }

  /**
   * Characters apart stand after the grams. They are for the heads only: within a detector's window they say nothing more.
   * @param tokens how many characters there are, a run of digits as one; they give 2 · tokens − 1 grams
   */
  function numbered({ count, keys: found, starts, ends }, tokens) {
    const grams = Math.max(0, 2 * tokens - 1);
    const apart = grams + Math.max(0, tokens - 2) + Math.max(0, tokens - 3);
    const all = Uint32Array.from(found.subarray(0, count), numberOf);
    for (let i = 0; i < grams; i++) isGram[all[i]] = true;
    const near = Array.from(all.keys()).filter((i) => i < grams || i >= apart);
    const features = Uint32Array.from(near, (i) => all[i]);
    const first = Uint16Array.from(near, (i) =>
      Math.max(0, Math.ceil((ends[i] - runtime.windowSlack - runtime.windowUnits) / runtime.windowStep)),
    );
    const last = Uint16Array.from(near, (i) => Math.floor(starts[i] / runtime.windowStep));
    return { features, first, last, distinct: Uint32Array.from(new Set(all)) };
  }

  function numberOf(key) {
    let number = numbers.get(key);
    if (number === undefined) {
      number = keys.length;
      numbers.set(key, number);
      keys.push(key);
    }
    return number;
  }

  function evidenceOf(piece) {
    const { hits, cues } = scanner.sight(piece, { matchesMax: 4096, segmenter: null, scenes: null });
    const counted = hits.filter(({ term }) => term.use === "hit");
    const { pieces, found, against } = runtime.appraise(bench, piece, { start: 0, end: piece.length }, { hits: counted, cues });
    return {
      elements: [...new Set(pieces.flatMap(({ element }) => (element === null ? [] : [element])))],
      rules: found.map(({ rule }) => rule.id),
      against: contexts.map(({ kind, class: name }) => -(against.find((one) => one.kind === kind && one.class === name)?.points ?? 0)),
    };
  }
}

/** Points are one for every context word, so that the count can be read off them; contexts keep their order. */
function evidenceBench({ readyRule }, lexicon, rules, contexts) {
  const wanted = new Set(
    rules.flatMap(({ all, any, none }) => [...all, ...any, ...none]).flatMap((one) => (one.kind === "class" ? [one.name] : [])),
  );
  const scoring = { evidence: {}, context: contexts, contextUnits: 60, observe: 1, review: 2, priority: 3, fitted: null };
  return {
    lexicon,
    model: null,
    scoring,
    rules: rules.map(readyRule),
    classes: lexicon.classes.flatMap((name, k) => (wanted.has(name) ? [k] : [])),
  };
}
