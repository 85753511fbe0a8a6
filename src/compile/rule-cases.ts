import { type Container, readContainer } from "../artifact/container.js";
import { phrasesIn } from "../rules/features.js";
import { Judge } from "../rules/judge.js";
import { openRules } from "../rules/open.js";
import { readPassage } from "../rules/passage.js";
import { type BookRecords, readBookRecords } from "../rules/records.js";
import { openLayer } from "../scan/layer.js";
import { Scanner } from "../scan/scanner.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import type { RuleDraft } from "./rule-draft.js";

/** A sentence of at most 400 units holds fewer. */
const sentenceMatchesMax = 10_000;

/** What a phrase or rule promised about a sentence, and what a scan says. */
export interface ProofResult {
  readonly kind: "phrase" | "rule";
  readonly id: string;
  readonly text: string;
  readonly expect: "hit" | "no_hit";
  readonly passed: boolean;
}

/**
 * Replays the sentences that prove the phrases and rules of an artifact, through what texts go through.
 * @throws NomlmError `NOMLM_ARTIFACT_*`
 */
export function testProofs(artifact: Uint8Array): ProofResult[] {
  const container = readContainer(artifact, "dictionary");
  if (!container.has("RULE")) return [];
  const book = readBookRecords(container.bytes("BOOK"));
  const rules = book.rules.length === 0 ? [] : replay("rule", book.rules, ruleFinder(container));
  return [...replay("phrase", book.phrases, phraseFinder(container)), ...rules];
}

/** Reports the proofs of a freshly compiled artifact that fail. */
export function reportFailedProofs(artifact: Uint8Array, draft: RuleDraft, log: DiagnosticLog): void {
  const rows = {
    phrase: new Map(draft.phrases.map((row) => [row.value.id, row])),
    rule: new Map(draft.rules.map((row) => [row.value.id, row])),
  };
  for (const { kind, id, text, expect, passed } of testProofs(artifact)) {
    const row = rows[kind].get(id);
    if (passed || row === undefined) continue;
    const [code, name] = kind === "phrase" ? (["NOMLM_DICT_PHRASE_FAILED", `@${id}`] as const) : (["NOMLM_DICT_RULE_FAILED", id] as const);
    const fix = `change the ${kind} or the sentence`;
    log.add(code, expect === "hit" ? row.hitAt : row.missAt, `${name} is ${expect === "hit" ? "not " : ""}found in ${quoted(text)}`, fix);
  }
}

function replay(
  kind: ProofResult["kind"],
  records: BookRecords["phrases"] | BookRecords["rules"],
  find: (text: string) => Iterable<string>,
): ProofResult[] {
  return records.flatMap(({ id, hit, miss }) => [
    { kind, id, text: hit, expect: "hit" as const, passed: new Set(find(hit)).has(id) },
    { kind, id, text: miss, expect: "no_hit" as const, passed: !new Set(find(miss)).has(id) },
  ]);
}

function ruleFinder(container: Container): (text: string) => string[] {
  const scanner = new Scanner([openLayer(container)]);
  const judge = new Judge(openRules(container));
  return (text) => judge.rulesIn(text, scanner.sight(text, { matchesMax: sentenceMatchesMax, segmenter: null, scenes: null }));
}

function phraseFinder(container: Container): (text: string) => string[] {
  const { lexicon } = openRules(container);
  if (lexicon === null) return () => [];
  return (text) => phrasesIn(lexicon, readPassage(lexicon, text, 0, text.length)).map(({ phrase }) => lexicon.phrases[phrase].id);
}
