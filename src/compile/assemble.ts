import { readContainer } from "../artifact/container.js";
import { decodeDictionary, toDictionary } from "../dictionary/codec.js";
import { type Dictionary, elements, type Term, tiers, uses } from "../dictionary/model.js";
import { readMeta } from "../dictionary/shape.js";
import { NomlmError } from "../errors.js";
import { emptyBook, type RuleBook } from "../rules/book.js";
import { type OpenedRules, openRules } from "../rules/open.js";
import { type BookRecords, readBookRecords } from "../rules/records.js";
import { idProblem, type TextProblem, textProblem } from "./check-entries.js";
import { compare } from "./diagnostics.js";
import { byId } from "./finish.js";
import { foldKey } from "./fold-key.js";
import { lower } from "./lower.js";
import { PhraseError } from "./phrase-error.js";

/**
 * Makes an artifact of a dictionary that was built in code. The order of its terms means nothing; its cases are carried, not run.
 * @param dictionary terms with unique ids of ASCII letters, digits, dots, dashes and underscores
 * @param book phrases, rules and weights, in any order, as {@link rulesOf} gives them; default: none
 * @returns the artifact
 * @throws NomlmError `NOMLM_COMPILE_DICTIONARY`, naming the first term that is not usable; `NOMLM_ARTIFACT_*` past a limit or where a
 *   record has a wrong shape
 */
export function artifactOf(dictionary: Dictionary, book: RuleBook = emptyBook): Uint8Array {
  const terms = [...dictionary.terms].sort(byId);
  const sources = new Set(dictionary.sources.map((source) => source.id));
  terms.forEach((term, i) => {
    const problem = i > 0 && terms[i - 1].id === term.id ? "the id is used twice" : termProblem(term, sources);
    if (problem !== null) throw new NomlmError("NOMLM_COMPILE_DICTIONARY", `term ${term.id}: ${problem}`);
  });
  readMeta(dictionary.meta);
  const artifact = lowered({ ...dictionary, terms }, inOrder(book));
  dictionaryOf(artifact); // what is written can be read
  rulesOf(artifact);
  return artifact;
}

/**
 * Reads the dictionary out of an artifact, as objects.
 * @param artifact what {@link artifactOf} or `compileDictionary` wrote
 * @throws NomlmError `NOMLM_ARTIFACT_*` where the bytes are not a whole dictionary of this format
 */
export function dictionaryOf(artifact: Uint8Array): Dictionary {
  return toDictionary(decodeDictionary(readContainer(artifact, "dictionary")));
}

/**
 * Reads phrases, rules and weights out of an artifact, as people wrote them.
 * @returns an empty book where the artifact has none
 * @throws NomlmError `NOMLM_ARTIFACT_*`
 */
export function rulesOf(artifact: Uint8Array): RuleBook {
  const container = readContainer(artifact, "dictionary");
  if (!container.has("RULE")) return emptyBook;
  return toBook(openRules(container), readBookRecords(container.bytes("BOOK")));
}

/** The two halves of an artifact's rules name the same phrases and rules, each in ascending order. */
function toBook({ lexicon, rules, laws, scoring, hasScoring, model }: OpenedRules, records: BookRecords): RuleBook {
  const elementsOf = new Map(lexicon?.phrases.map(({ id, element }) => [id, element]));
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    classes: records.classes,
    phrases: records.phrases.map((record) => ({ ...record, element: whole(elementsOf.get(record.id)) })),
    rules: records.rules.map((record) => ({ ...record, ...whole(ruleOf.get(record.id)) })),
    laws,
    scoring: hasScoring ? scoring : null,
    model,
  };
}

function whole<T>(found: T | undefined): T {
  if (found === undefined) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "the sections RULE and BOOK name different phrases or rules");
  return found;
}

function inOrder({ classes, phrases, rules, laws, scoring, model }: RuleBook): RuleBook {
  return {
    classes: [...classes].sort((a, b) => compare(a.name, b.name)),
    phrases: [...phrases].sort(byId),
    rules: [...rules].sort(byId),
    laws: [...laws].sort(byId),
    scoring,
    model,
  };
}

function lowered(dictionary: Dictionary, book: RuleBook): Uint8Array {
  try {
    return lower(dictionary, book);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    throw new NomlmError("NOMLM_COMPILE_DICTIONARY", `a phrase is wrong at its unit ${error.at}: ${error.message}`);
  }
}

function termProblem(term: Term, sources: ReadonlySet<string>): string | null {
  const unknown = term.sources.find((id) => !sources.has(id));
  if (unknown !== undefined) return "it names a source that is not there";
  if (!elements.includes(term.element) || !uses.includes(term.use) || !tiers.includes(term.tier))
    return "its element, use or tier is unknown";
  return sentence(idProblem(term.id)) ?? sentence(textProblem(term.text, foldKey(term.text)));
}

function sentence(problem: TextProblem | null): string | null {
  return problem && `${problem.message}; ${problem.fix}`;
}
