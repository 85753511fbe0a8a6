import { readScoring, type Scoring, scoringFields, scoringWants } from "../rules/scoring.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import { plainValue, readJsonFile } from "./json-file.js";
import type { Located } from "./located.js";
import { scoringFile } from "./tables.js";

/**
 * Reads `scoring.json`.
 * @returns the scoring, or null where an error was reported
 */
export function readScoringFile(bytes: Uint8Array, log: DiagnosticLog): Located<Scoring> | null {
  const root = readJsonFile(bytes, scoringFile, log);
  if (root === null) return null;
  const at = { file: root.file, line: root.line, column: root.column };
  if (!(root.value instanceof Map)) {
    log.add("NOMLM_DICT_SCORING", at, "the file does not hold an object", "begin it with {");
    return null;
  }
  let isRight = true;
  for (const field of scoringFields) {
    const node = root.value.get(field);
    const wanted = node === undefined ? "there" : scoringWants(field, plainValue(node));
    if (wanted === null) continue;
    isRight = false;
    if (node === undefined) log.add("NOMLM_DICT_SCORING", at, `the field ${field} is missing`, "add it");
    else log.add("NOMLM_DICT_SCORING", node, `the field ${field} holds a wrong value`, `it must be ${wanted}`);
  }
  for (const [name, node] of root.value) {
    if (!scoringFields.some((field) => field === name))
      log.add("NOMLM_DICT_SCORING_UNKNOWN", node, `the field ${quoted(name)} is unknown`, `known are: ${scoringFields.join(", ")}`);
  }
  return isRight ? { value: readScoring(plainValue(root) as Record<string, unknown>), at } : null;
}
