import type { Dictionary } from "../dictionary/model.js";
import { NomlmError } from "../errors.js";
import type { RuleBook } from "../rules/book.js";
import { reportFailedCases } from "./cases.js";
import { CellPlaces } from "./cell-places.js";
import { checkAllow } from "./check-allow.js";
import { checkEntries, checkNotEmpty } from "./check-entries.js";
import { checkSources } from "./check-sources.js";
import { withoutTwins } from "./check-twins.js";
import { countsOf, type DictionaryCounts } from "./counts.js";
import { type Diagnostic, DiagnosticLog } from "./diagnostics.js";
import type { Draft } from "./draft.js";
import { readDraft } from "./draft-read.js";
import { finishDraft } from "./finish.js";
import { finishRules } from "./finish-rules.js";
import { lower } from "./lower.js";
import { reportFailedProofs } from "./rule-cases.js";
import type { SourceFiles } from "./table-read.js";
import { metaFile } from "./tables.js";

export interface CompileOptions {
  /** `YYYY-MM-DD`: also say whether the dictionary is in force on this day. Default: that is not asked, so that compiling depends on the source alone. */
  readonly today?: string;
}

export interface Compiled {
  /** The bytes for `createFilter({ dictionary })`, or null where a diagnostic is an error. */
  readonly artifact: Uint8Array | null;
  /** What the artifact holds, or null likewise. */
  readonly dictionary: Dictionary | null;
  /** Its phrases, rules and weights, or null likewise. */
  readonly rules: RuleBook | null;
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: DictionaryCounts;
}

/**
 * Compiles the source of a dictionary.
 * @param files path relative to the dictionary's folder, with `/` (for example `terms/entry_fee.csv`) → bytes; files that are no CSV,
 *   apart from `dictionary.json`, are left out
 * @returns the artifact and everything that was remarked; the same source gives the same bytes whatever the order of files and rows
 */
export function compileDictionary(files: SourceFiles, options: CompileOptions = {}): Compiled {
  const { artifact, dictionary, rules, diagnostics } = run(files, options);
  return { artifact, dictionary, rules, diagnostics };
}

/**
 * Checks the source of a dictionary as {@link compileDictionary} does, and counts what is in it.
 */
export function lintDictionary(files: SourceFiles, options: CompileOptions = {}): Linted {
  const { diagnostics, counts } = run(files, options);
  return { diagnostics, counts };
}

function run(files: SourceFiles, { today }: CompileOptions): Compiled & Linted {
  const log = new DiagnosticLog();
  const draft = readDraft(files, today ?? null, log);
  checkEntries(draft, log);
  const dictionary = log.isWhole ? join(draft, log) : null;
  const rules = dictionary === null ? null : finishRules(draft.rules, dictionary, new CellPlaces(files), log);
  const artifact = dictionary !== null && rules !== null && !log.hasErrors ? written(dictionary, rules, log) : null;
  if (artifact !== null) reportFailedCases(artifact, draft, log);
  if (artifact !== null) reportFailedProofs(artifact, draft.rules, log);
  const good = log.hasErrors ? { artifact: null, dictionary: null, rules: null } : { artifact, dictionary, rules };
  return { ...good, diagnostics: log.sorted(), counts: countsOf(draft) };
}

/** The checks across rows and files, and the dictionary where there is one. */
function join(draft: Draft, log: DiagnosticLog): Dictionary | null {
  checkNotEmpty(draft, log);
  checkSources(draft, log);
  checkAllow(draft.entries, log);
  const distinct = withoutTwins(draft.entries, log);
  return draft.meta === null ? null : finishDraft(draft, draft.meta, distinct, log);
}

/** The artifact, or null where the dictionary as a whole is past a limit: that is a remark about the source as well. */
function written(dictionary: Dictionary, rules: RuleBook, log: DiagnosticLog): Uint8Array | null {
  try {
    return lower(dictionary, rules);
  } catch (error) {
    if (!(error instanceof NomlmError)) throw error;
    log.add("NOMLM_DICT_FILE_LIMIT", { file: metaFile, line: 1, column: 1 }, error.message, "split the dictionary");
    return null;
  }
}
