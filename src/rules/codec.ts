import type { Section } from "../artifact/container.js";
import { jsonBytes } from "../dictionary/fields.js";
import { sectionsOf } from "../matcher/table-codec.js";
import type { RuleBook, RuleSource } from "./book.js";
import { conditionText } from "./condition.js";
import type { Lexicon, SlotSymbol } from "./lexicon.js";
import { type Model, modelColumns, weightColumns } from "./model.js";
import type { Sequence } from "./sequence.js";
import { slotKinds } from "./slots.js";
import { packedOf } from "./weight-table.js";

/**
 * Sections of phrases, rules and weights. A dictionary without any of them has none of these sections.
 *
 *   RULE  what a scan needs as JSON: names of classes and slots, phrases, rules, citations, scoring
 *   BOOK  what people need as JSON: words, notation and notes, the sentences that prove phrases and rules; no scan reads it
 *   LHED … LNEX  the table of words (matcher/table-codec.ts)   LSTA LSYM  symbols by word
 *   QEND QPHR QANC QSYM QMIN QMAX  sequences: end, phrase and place of the anchor of each; symbols and gaps one after another
 *   WCNT WKEY WHED  the fitted part: how many features share the upper bits of a key, their lower bits, a weight per feature and head
 *   WROW WDET  a bit per row: do detectors know it; a weight per such row and detector   GKEY GVAL  pairs of the gate and weights of each
 */
export function encodeRules(book: RuleBook, lexicon: Lexicon | null): Section[] {
  if (isEmpty(book)) return [];
  return [
    { tag: "RULE", bytes: jsonBytes(runtimeRecords(book, lexicon), "rules and citations") },
    { tag: "BOOK", bytes: jsonBytes(bookRecords(book), "words, phrases and their sentences") },
    ...(lexicon === null ? [] : lexiconSections(lexicon)),
    ...(book.model === null ? [] : modelSections(book.model)),
  ];
}

/** Does the book hold anything at all? */
export function isEmpty({ classes, phrases, rules, laws, scoring, model }: RuleBook): boolean {
  return classes.length + phrases.length + rules.length + laws.length === 0 && scoring === null && model === null;
}

/** Does a scan need a lexicon for this book? Rules alone speak of terms and elements. */
export function needsLexicon({ classes, phrases, model }: RuleBook): boolean {
  return classes.length + phrases.length > 0 || model !== null;
}

/** Names stand beside the numbers that mean them, so that a later library may add slots or columns without misreading an older artifact. */
function runtimeRecords(book: RuleBook, lexicon: Lexicon | null) {
  return {
    lexicon: lexicon === null ? null : lexiconRecord(lexicon),
    rules: book.rules.map(ruleRecord),
    laws: book.laws.map(({ id, element, instrument, article, version, from, to }) => ({
      id,
      element,
      instrument,
      article,
      version,
      from,
      to,
    })),
    scoring: book.scoring,
    model: book.model === null ? null : { columns: weightColumns.slice(0, modelColumns) },
  };
}

function lexiconRecord({ classes, symbolCount, phrases, slots }: Lexicon) {
  return {
    classes,
    slotKinds,
    symbolCount,
    phrases: phrases.map(({ id, element }) => ({ id, element })),
    slots: slots.map(slotRecord),
  };
}

/** JSON has no infinity: a bound that is none is left out. */
function slotRecord({ kind, min, max, symbol }: SlotSymbol) {
  return { kind, ...(Number.isFinite(min) ? { min } : {}), ...(Number.isFinite(max) ? { max } : {}), symbol };
}

function ruleRecord({ id, title, all, any, anyMin, none, windowUnits, outcome, points }: RuleSource) {
  return {
    id,
    title,
    all: all.map(conditionText),
    any: any.map(conditionText),
    anyMin,
    none: none.map(conditionText),
    windowUnits,
    outcome,
    points,
  };
}

function bookRecords({ classes, phrases, rules }: RuleBook) {
  return {
    classes: classes.map(({ name, words }) => ({ name, words })),
    phrases: phrases.map(({ id, text, note, hit, miss }) => ({ id, text, note, hit, miss })),
    rules: rules.map(({ id, note, hit, miss }) => ({ id, note, hit, miss })),
  };
}

function lexiconSections(lexicon: Lexicon): Section[] {
  return [
    ...sectionsOf(lexicon.table, "L", true),
    { tag: "LSTA", bytes: bytesOf(lexicon.patternStarts) },
    { tag: "LSYM", bytes: bytesOf(lexicon.patternSymbols) },
    ...sequenceSections(lexicon.sequences),
  ];
}

function sequenceSections(sequences: readonly Sequence[]): Section[] {
  let end = 0;
  const flat = (of: (sequence: Sequence) => readonly number[]) => sequences.flatMap((sequence) => [...of(sequence)]);
  return [
    { tag: "QEND", bytes: bytesOf(Uint32Array.from(sequences, ({ symbols }) => (end += symbols.length))) },
    { tag: "QPHR", bytes: bytesOf(Uint16Array.from(sequences, ({ phrase }) => phrase)) },
    { tag: "QANC", bytes: Uint8Array.from(sequences, ({ symbols, anchor }) => symbols.indexOf(anchor)) },
    { tag: "QSYM", bytes: bytesOf(Uint16Array.from(flat(({ symbols }) => symbols))) },
    { tag: "QMIN", bytes: Uint8Array.from(flat(({ gapMin }) => gapMin)) },
    { tag: "QMAX", bytes: Uint8Array.from(flat(({ gapMax }) => gapMax)) },
  ];
}

function modelSections(model: Model): Section[] {
  const { rows, headWeights, detectorRows, detectorWeights, gatePairs, gateWeights } = model;
  const { counts, lows } = packedOf(model);
  return [
    { tag: "WCNT", bytes: bytesOf(counts) },
    { tag: "WKEY", bytes: bytesOf(lows) },
    { tag: "WHED", bytes: bytesOf(headWeights) },
    { tag: "WROW", bytes: bitsOf(detectorRows, rows) },
    { tag: "WDET", bytes: bytesOf(detectorWeights) },
    { tag: "GKEY", bytes: bytesOf(gatePairs) },
    { tag: "GVAL", bytes: bytesOf(gateWeights) },
  ];
}

/** A bit per row: is it among these? */
function bitsOf(chosen: Uint32Array, rows: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(rows / 8));
  for (const row of chosen) bits[row >> 3] |= 1 << (row & 7);
  return bits;
}

function bytesOf(view: Uint8Array | Uint16Array | Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
