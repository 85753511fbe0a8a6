import type { Dictionary } from "../dictionary/model.js";
import type { RuleBook } from "../rules/book.js";
import { lawsMax, rulesMax } from "../rules/limits.js";
import type { CellPlaces } from "./cell-places.js";
import { checkIds } from "./check-entries.js";
import { joinPhrases } from "./check-phrases.js";
import { joinRules } from "./check-rules.js";
import { joinModel, joinScoring } from "./check-weights.js";
import { joinClasses } from "./check-words.js";
import type { DiagnosticLog } from "./diagnostics.js";
import { byId } from "./finish.js";
import type { RuleDraft } from "./rule-draft.js";
import { listFiles } from "./tables.js";

/** Makes the rule book of a draft, everything in order, and reports what is wrong across rows and files. */
export function finishRules(draft: RuleDraft, { terms }: Dictionary, places: CellPlaces, log: DiagnosticLog): RuleBook {
  const classes = joinClasses(draft.words, log);
  const phrases = joinPhrases(draft.phrases, classes, places, log);
  const rules = joinRules(draft.rules, { classes, phrases, terms }, log);
  checkIds(
    draft.laws.map(({ value, at }) => ({ id: value.id, at })),
    log,
  );
  const laws = draft.laws.map(({ value }) => value).sort(byId);
  checkCount(rules.length, rulesMax, listFiles.rules, log);
  checkCount(laws.length, lawsMax, listFiles.laws, log);
  return { classes, phrases, rules, laws, scoring: joinScoring(draft, classes, log), model: joinModel(draft, classes, phrases, log) };
}

function checkCount(count: number, most: number, file: string, log: DiagnosticLog): void {
  if (count > most) log.add("NOMLM_DICT_FILE_LIMIT", { file, line: 1, column: 1 }, `${count} rows, the limit is ${most}`, "drop some");
}
