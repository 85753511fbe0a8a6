import type { PhraseSource, WordClass } from "../rules/book.js";
import { featureKey } from "../rules/features.js";
import { detectorRowsMax, gatePairsMax, weightRowsMax } from "../rules/limits.js";
import { detectorElements, gateColumn, type Model } from "../rules/model.js";
import { cueClass, type Scoring } from "../rules/scoring.js";
import { slotKinds } from "../rules/slots.js";
import type { Cell } from "./csv-read.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import { byPlace, type DiagnosticLog, quoted } from "./diagnostics.js";
import { foldKey } from "./fold-key.js";
import { buildModel, type FeatureWeights } from "./model-build.js";
import type { RuleDraft, WeightRow } from "./rule-draft.js";
import { listFiles, scoringFile } from "./tables.js";

/** Checks the fitted part. @returns null where there is none, or where it is wrong */
export function joinModel(
  draft: RuleDraft,
  classes: readonly WordClass[],
  phrases: readonly PhraseSource[],
  log: DiagnosticLog,
): Model | null {
  const { weights, scoring, hasScoringFile } = draft;
  const fitted = scoring?.value.fitted ?? null;
  if (weights === null && fitted === null) return null;
  const start = { file: listFiles.weights, line: 1, column: 1 };
  if (!hasScoringFile) log.add("NOMLM_DICT_SCORING", start, `${scoringFile} is missing`, "weights mean nothing without it");
  else if (scoring !== null && fitted === null)
    log.add("NOMLM_DICT_SCORING", scoring.at, "the field fitted is null, but there are weights", "give the numbers that belong to them");
  const rows = weights ?? [];
  if (rows.length > weightRowsMax)
    log.add("NOMLM_DICT_FILE_LIMIT", start, `${rows.length} rows, the limit is ${weightRowsMax}`, "drop the smallest weights");
  const detected = rows.filter(({ weights: own }) => own.slice(0, detectorElements.length).some((weight) => weight !== 0)).length;
  if (detected > detectorRowsMax)
    log.add("NOMLM_DICT_FILE_LIMIT", start, `${detected} rows for detectors, the limit is ${detectorRowsMax}`, "drop the smallest weights");
  const pairs = rows.reduce((sum, row) => sum + gatePairs(row), 0);
  if (pairs > gatePairsMax)
    log.add("NOMLM_DICT_FILE_LIMIT", start, `${pairs} pairs of the gate, the limit is ${gatePairsMax}`, "drop the smallest ones");
  const names = new Set([
    ...classes.map(({ name }) => `<${name}>`),
    ...slotKinds.map((kind) => `{${kind}}`),
    ...phrases.map(({ id }) => `@${id}`),
  ]);
  const keyed = new Map<number, FeatureWeights & { readonly cell: Cell }>();
  for (const { feature, weights: values } of [...rows].sort((a, b) => byPlace(a.feature, b.feature))) {
    const key = keyOf(feature, names, log);
    const before = keyed.get(key ?? 0);
    if (key === null) continue;
    if (before === undefined) keyed.set(key, { cell: feature, text: feature.text, key, weights: values });
    else
      log.add(
        "NOMLM_DICT_FEATURE_TWICE",
        feature,
        `${quoted(feature.text)} is the same feature as ${quoted(before.cell.text)} at line ${before.cell.line}`,
        "remove one",
      );
  }
  return fitted === null || rows.length > weightRowsMax || pairs > gatePairsMax || detected > detectorRowsMax
    ? null
    : buildModel([...keyed.values()], fitted);
}

/** The numbers of the score, or null where there are none; a context may name only word classes that exist. */
export function joinScoring({ scoring }: RuleDraft, classes: readonly WordClass[], log: DiagnosticLog): Scoring | null {
  if (scoring === null) return null;
  const { value, at } = scoring;
  const known = new Set([cueClass, ...classes.map(({ name }) => name)]);
  for (const name of [...value.context.map((weight) => weight.class), ...(value.fitted?.classes ?? [])]) {
    if (!known.has(name)) log.add("NOMLM_DICT_CLASS_UNKNOWN", at, `<${name}> is no word class`, "write a class of words.csv");
  }
  if (!(value.observe <= value.review && value.review <= value.priority && value.observe > 0))
    log.add("NOMLM_DICT_SCORING", at, "observe, review and priority do not ascend from above zero", "give them in ascending order");
  if (value.fitted !== null && !(value.fitted.least <= 0 && value.fitted.most < value.priority))
    log.add("NOMLM_DICT_SCORING", at, "fitted weights alone would reach priority", "let fitted.most stay below priority");
  return value;
}

/** `#` stands for ten digits. */
function gatePairs({ feature: { text }, weights }: WeightRow): number {
  return weights[gateColumn] === 0 || text.length !== 2 ? 0 : text.includes("#") ? 10 : 1;
}

function keyOf(cell: Cell, names: ReadonlySet<string>, log: DiagnosticLog): number | null {
  const problem = featureProblem(cell.text, names);
  if (problem !== null) log.add(problem.code, cell, problem.message, problem.fix);
  // Zero marks an empty slot of the table.
  const key = problem === null ? featureKey(cell.text) : 0;
  return key === 0 ? null : key;
}

interface FeatureProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fix: string;
}

const notation =
  "write one or two characters as the fold leaves them (a number is #), two with . or .. between for one or two others, or one or two of <class> {slot} @phrase with a blank between";
const unknownCodes = { "<": "NOMLM_DICT_CLASS_UNKNOWN", "{": "NOMLM_DICT_SLOT_UNKNOWN", "@": "NOMLM_DICT_PHRASE_UNKNOWN" } as const;

function featureProblem(text: string, names: ReadonlySet<string>): FeatureProblem | null {
  const bad: FeatureProblem = { code: "NOMLM_DICT_FEATURE", message: `${quoted(text)} is no feature`, fix: notation };
  if (!/^[<{@]./.test(text)) return isGram(text) ? null : bad;
  const parts = text.split(" ");
  if (parts.length > 2 || !parts.every((part) => /^(?:<[^<>]+>|\{[^{}]+\}|@[^@]+)$/.test(part))) return bad;
  const unknown = parts.find((part) => !names.has(part));
  if (unknown === undefined)
    return parts[0] === parts[1] ? { ...bad, message: `${quoted(text)} pairs a part with itself, which is never counted` } : null;
  return {
    code: unknownCodes[unknown[0] as keyof typeof unknownCodes],
    message: `there is no ${unknown}`,
    fix: "write a name that exists, or remove the row",
  };
}

/** What can never stand in a folded text is a mistake of the spelling. */
function isGram(text: string): boolean {
  const units = text.replace(/^(.)\.{1,2}(.)$/s, "$1$2");
  const isFolded = foldKey(units.replaceAll("#", "0")) === units.replaceAll("#", "0");
  return (units.length === 1 || units.length === 2) && !/\d/.test(units) && text !== "##" && isFolded;
}
