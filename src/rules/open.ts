import type { Container } from "../artifact/container.js";
import { NomlmError } from "../errors.js";
import type { Gate } from "../matcher/gate.js";
import { openTable } from "../matcher/table-codec.js";
import { type FeatureSymbols, featureSymbols, featureSymbolsMax, nameKey } from "./features.js";
import { countWithDigits, digitPairs, type GatePairs, gateOf } from "./gate-pairs.js";
import type { Lexicon } from "./lexicon.js";
import {
  detectorRowsMax,
  gapUnitsMax,
  gatePairsMax,
  patternSymbolsMax,
  sequenceSymbolsMax,
  sequencesMax,
  weightRowsMax,
} from "./limits.js";
import { detectorElements, heads, type Model } from "./model.js";
import { hasWeights, type LexiconRecord, readLexiconRecord, readRuleRecords, readScoringRecord, runtimeRow } from "./records.js";
import type { Citation, Rule } from "./ruleset.js";
import { defaultScoring, type Scoring } from "./scoring.js";
import type { Sequence } from "./sequence.js";
import { countsMax, type WeightTable, weightTable } from "./weight-table.js";

/** Phrases, rules and weights of a dictionary, ready to scan with. */
export interface OpenedRules {
  /** Null where the dictionary has neither words, phrases nor weights. */
  readonly lexicon: Lexicon | null;
  readonly rules: readonly Rule[];
  readonly laws: readonly Citation[];
  readonly scoring: Scoring;
  /** Are the numbers of the score the dictionary's own? */
  readonly hasScoring: boolean;
  readonly model: Model | null;
}

const noRules: OpenedRules = { lexicon: null, rules: [], laws: [], scoring: defaultScoring, hasScoring: false, model: null };

/**
 * Opens the sections of phrases, rules and weights (codec.ts); everything is checked here, nothing while scanning: whatever the bytes say,
 * no number points outside its table and every search ends.
 * @param container an artifact of kind `dictionary` whose fold fingerprint has been compared
 * @returns empty lists where the artifact has none of these sections
 * @throws NomlmError `NOMLM_ARTIFACT_SECTION`, `NOMLM_ARTIFACT_INDEX`, `NOMLM_ARTIFACT_LIMIT`
 */
export function openRules(container: Container): OpenedRules {
  if (!container.has("RULE")) return noRules;
  const row = runtimeRow(container.bytes("RULE"));
  const record = readLexiconRecord(row);
  const lexicon = record === null ? null : openLexicon(container, record);
  const scoring = readScoringRecord(row);
  return {
    lexicon,
    ...readRuleRecords(row, record),
    scoring: scoring ?? defaultScoring,
    hasScoring: scoring !== null,
    model: hasWeights(row) ? openModel(container, scoring, lexicon) : null,
  };
}

/** Rules that are opened when a text first needs them: most texts are done with once the gate has seen them. */
export interface LazyRules {
  readonly gate: Gate | null;
  open(): OpenedRules;
}

/**
 * Opens the gate alone, for an artifact that needs no checks: the one that is part of the package. What is wrong with another would show
 * in the middle of a scan.
 * @param container as for {@link openRules}
 */
export function lazyRules(container: Container): LazyRules {
  let opened: OpenedRules | null = null;
  return {
    gate: gateAlone(container),
    open: () => {
      opened ??= openRules(container);
      return opened;
    },
  };
}

function gateAlone(container: Container): Gate | null {
  const row = container.has("RULE") ? runtimeRow(container.bytes("RULE")) : null;
  const fitted = row !== null && hasWeights(row) ? (readScoringRecord(row)?.fitted ?? null) : null;
  return fitted === null ? null : gateOf({ ...openGatePairs(container), fitted });
}

function openLexicon(container: Container, record: LexiconRecord): Lexicon {
  const { classes, slotKinds, symbolCount, phrases, slots } = record;
  const table = openTable(container, "L");
  const patternStarts = container.u32("LSTA");
  const patternSymbols = container.u16("LSYM");
  if (patternStarts.length !== table.count + 1) throw section("the words of the rules and their symbols differ in number");
  checkStarts(patternStarts, patternSymbols.length);
  checkBelow(patternSymbols, symbolCount, "LSYM");
  return {
    classes,
    symbolCount,
    symbolKeys: Uint32Array.from([...classes.map((name) => `<${name}>`), ...slotKinds.map((kind) => `{${kind}}`)], nameKey),
    table,
    patternStarts,
    patternSymbols,
    slots,
    phrases,
    sequences: openSequences(container, symbolCount, phrases.length),
  };
}

/** Starts ascend from zero to the end, and no word shows too many symbols: each of its occurrences costs one step for each of them. */
function checkStarts(starts: Uint32Array, end: number): void {
  if (starts[0] !== 0 || starts[starts.length - 1] !== end) throw index("LSTA");
  for (let k = 1; k < starts.length; k++) {
    if (starts[k] < starts[k - 1]) throw index("LSTA");
    if (starts[k] - starts[k - 1] > patternSymbolsMax)
      throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `a word stands for more than ${patternSymbolsMax} symbols`);
  }
}

function openSequences(container: Container, symbolCount: number, phraseCount: number): Sequence[] {
  const ends = container.u32("QEND");
  const phrases = container.u16("QPHR");
  const anchors = container.bytes("QANC");
  const symbols = container.u16("QSYM");
  const gapMin = container.bytes("QMIN");
  const gapMax = container.bytes("QMAX");
  if (ends.length > sequencesMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${sequencesMax} readings of phrases`);
  if (phrases.length !== ends.length || anchors.length !== ends.length)
    throw section("the columns of the sequences have different lengths");
  if (gapMin.length !== symbols.length || gapMax.length !== symbols.length)
    throw section("the symbols and gaps of the sequences differ in number");
  if ((ends.length === 0 ? 0 : ends[ends.length - 1]) !== symbols.length) throw index("QEND");
  checkBelow(symbols, symbolCount, "QSYM");
  checkBelow(phrases, phraseCount, "QPHR");
  for (let k = 0; k < symbols.length; k++) if (gapMin[k] > gapMax[k] || gapMax[k] > gapUnitsMax) throw index("QMAX");
  const sequences: Sequence[] = [];
  for (let k = 0, start = 0; k < ends.length; start = ends[k++]) {
    const length = ends[k] - start;
    if (length < 1 || length > sequenceSymbolsMax) throw index("QEND");
    if (anchors[k] >= length) throw index("QANC");
    sequences.push({
      phrase: phrases[k],
      symbols: Array.from(symbols.subarray(start, ends[k])),
      gapMin: Array.from(gapMin.subarray(start, ends[k])),
      gapMax: Array.from(gapMax.subarray(start, ends[k])),
      anchor: symbols[start + anchors[k]],
    });
  }
  return sequences;
}

function openModel(container: Container, scoring: Scoring | null, lexicon: Lexicon | null): Model {
  const fitted = scoring?.fitted ?? null;
  if (fitted === null || lexicon === null) throw section("there are weights, but not the numbers that belong to them");
  return {
    ...openWeights(container),
    ...openGatePairs(container),
    symbols: symbolsOf(fitted.classes, lexicon),
    fitted,
  };
}

function openGatePairs(container: Container): GatePairs {
  const gatePairs = container.u32("GKEY");
  const gateWeights = signed(container.bytes("GVAL"));
  if (gatePairs.length !== gateWeights.length) throw section("the table of the gate has a wrong size");
  if (countWithDigits(gatePairs) > gatePairsMax + digitPairs)
    throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${gatePairsMax} pairs of the gate`);
  return { gatePairs, gateWeights };
}

function openWeights(container: Container): WeightTable & Pick<Model, "headWeights" | "detectorRows" | "detectorWeights"> {
  const counts = container.bytes("WCNT");
  const uppers = 2 * counts.length;
  if (uppers < 2 || uppers > countsMax || (uppers & (uppers - 1)) !== 0) throw section("the table of the features has a wrong size");
  const lows = uppers === countsMax ? container.u16("WKEY") : container.u32("WKEY");
  const rows = lows.length;
  if (rows > weightRowsMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${weightRowsMax} rows of weights`);
  const headWeights = signed(container.bytes("WHED"));
  const detectorRows = rowsOf(container.bytes("WROW"), rows);
  const detectorWeights = signed(container.bytes("WDET"));
  if (detectorRows.length > detectorRowsMax)
    throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${detectorRowsMax} rows that detectors know`);
  if (headWeights.length !== rows * heads.length) throw section("the tables of the weights have wrong sizes");
  if (detectorWeights.length !== detectorRows.length * detectorElements.length)
    throw section("the tables of the detectors have wrong sizes");
  return { ...weightTable({ counts, lows }, headWeights, detectorRows), headWeights, detectorRows, detectorWeights };
}

/** The rows whose bits are set. */
function rowsOf(bits: Uint8Array, rows: number): Uint32Array {
  if (bits.length !== Math.ceil(rows / 8)) throw section("the tables of the detectors have wrong sizes");
  const found = new Uint32Array(8 * bits.length);
  let count = 0;
  for (let byte = 0; byte < bits.length; byte++) {
    for (let left = bits[byte]; left !== 0; left &= left - 1) found[count++] = 8 * byte + 31 - Math.clz32(left & -left);
  }
  return found.slice(0, count);
}

function symbolsOf(names: readonly string[], lexicon: Lexicon): FeatureSymbols {
  const numbers = names.map((name) => lexicon.classes.indexOf(name));
  if (numbers.includes(-1)) throw index("RULE");
  if (numbers.length + lexicon.symbolKeys.length - lexicon.classes.length > featureSymbolsMax)
    throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${featureSymbolsMax} classes and slots are features`);
  return featureSymbols(lexicon, [...numbers, ...Array.from(lexicon.symbolKeys.keys()).slice(lexicon.classes.length)]);
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function checkBelow(numbers: Uint16Array, limit: number, tag: string): void {
  for (let k = 0; k < numbers.length; k++) if (numbers[k] >= limit) throw index(tag);
}

function index(tag: string): NomlmError {
  return new NomlmError("NOMLM_ARTIFACT_INDEX", `the section ${tag} points outside its bounds`);
}

function section(detail: string): NomlmError {
  return new NomlmError("NOMLM_ARTIFACT_SECTION", `${detail}; compile the dictionary again`);
}
