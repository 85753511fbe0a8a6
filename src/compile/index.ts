/** Door `nomlm/compile`: the source of a dictionary → an artifact, with diagnostics. It reads no folder: that is the caller's. */

export type { PhraseSource, RuleBook, RuleSource, WordClass } from "../rules/book.js";
export { artifactOf, dictionaryOf, rulesOf } from "./assemble.js";
export { type CaseResult, testCases } from "./cases.js";
export { type Compiled, type CompileOptions, compileDictionary, type Linted, lintDictionary } from "./compile.js";
export type { DictionaryCounts, RuleCounts } from "./counts.js";
export { csvCell, safeCell, writeCsv } from "./csv-write.js";
export { type DiagnosticCode, diagnosticCodes, type Severity } from "./diagnostic-codes.js";
export type { Diagnostic } from "./diagnostics.js";
export { type ProofResult, testProofs } from "./rule-cases.js";
export type { SourceFiles } from "./table-read.js";
