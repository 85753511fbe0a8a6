import { readContainer } from "../artifact/container.js";
import { decodeDictionary, toDictionary } from "../dictionary/codec.js";
import { type Dictionary, elements, type Term, tiers, uses } from "../dictionary/model.js";
import { readMeta } from "../dictionary/shape.js";
import { NomlmError } from "../errors.js";
import { idProblem, type TextProblem, textProblem } from "./check-entries.js";
import { byId } from "./finish.js";
import { foldKey } from "./fold-key.js";
import { lower } from "./lower.js";

/**
 * Makes an artifact of a dictionary that was built in code. The order of its terms means nothing; its cases are carried, not run.
 * @param dictionary terms with unique ids of ASCII letters, digits, dots, dashes and underscores
 * @returns the artifact
 * @throws NomlmError `NOMLM_COMPILE_DICTIONARY`, naming the first term that is not usable; `NOMLM_ARTIFACT_*` past a limit or where a
 *   record has a wrong shape
 */
export function artifactOf(dictionary: Dictionary): Uint8Array {
  const terms = [...dictionary.terms].sort(byId);
  const sources = new Set(dictionary.sources.map((source) => source.id));
  terms.forEach((term, i) => {
    const problem = i > 0 && terms[i - 1].id === term.id ? "the id is used twice" : termProblem(term, sources);
    if (problem !== null) throw new NomlmError("NOMLM_COMPILE_DICTIONARY", `term ${term.id}: ${problem}`);
  });
  readMeta(dictionary.meta);
  const artifact = lower({ ...dictionary, terms });
  dictionaryOf(artifact); // what is written can be read
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
