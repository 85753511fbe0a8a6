import { type Boundary, type Element, elements, type Use } from "../dictionary/model.js";
import { type Outcome, outcomes } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import { compileTable } from "../matcher/table-build.js";
import { dictionaryMap, type Layer, type TermView } from "./layer.js";

/** A term given at run time; a plain string stands for `{ term }`. */
export interface TermOption {
  readonly term: string;
  /** What a hit evidences. Default `custom`. */
  readonly element?: Element;
  /** The least outcome of a text that holds the term, whatever the rules say. Default `review` for `custom` terms, none for other elements. */
  readonly outcome?: Outcome;
  /** `auto`: a Latin letter or digit at the edge of the term may not be continued by another. `none`: anything may stand beside it. Default `auto`. */
  readonly boundary?: "auto" | "none";
  /** Tags for the option `scenes` of a call. Default: none, the term belongs to every scene. */
  readonly scenes?: readonly string[];
}

interface RuntimeTerm {
  readonly id: string;
  readonly text: string;
  readonly use: Use;
  readonly element: Element;
  readonly outcome: Outcome | null;
  readonly edges: Boundary["edges"];
  readonly scenes: readonly string[];
}

const noBoundary = { forbidLeft: [], forbidRight: [], requireRight: [] };
const boundaries: readonly Boundary[] = [
  { edges: "auto", ...noBoundary },
  { edges: "none", ...noBoundary },
];

/**
 * Compiles words given at run time into a layer of their own.
 * @param terms strings or {@link TermOption}s
 * @param allow longer harmless phrases; no term inside one of them is a hit
 * @throws NOMLM_FILTER_TERM naming the word's place in the list
 */
export function runtimeLayer(terms: readonly (string | TermOption)[], allow: readonly string[]): Layer {
  const entries = [...list(terms, "terms").map(readTerm), ...list(allow, "allow").map(readAllow)];
  try {
    return {
      terms: viewOf(entries),
      table: compileTable(
        entries.map((entry) => entry.text),
        dictionaryMap(),
      ),
    };
  } catch (error) {
    throw withPlace(error, terms.length);
  }
}

/** The matcher names a pattern by its number; the caller wants the place in his lists. */
function withPlace(error: unknown, terms: number): unknown {
  const named = error instanceof NomlmError ? /pattern (\d+) (.*)/.exec(error.message) : null;
  if (named === null) return error;
  const k = Number(named[1]);
  return new NomlmError("NOMLM_FILTER_TERM", `${k < terms ? `terms[${k}]` : `allow[${k - terms}]`} ${named[2]}`);
}

function list<T>(value: readonly T[], name: string): readonly T[] {
  if (!Array.isArray(value)) throw new NomlmError("NOMLM_FILTER_OPTION", `${name} is a list`);
  return value;
}

function viewOf(entries: readonly RuntimeTerm[]): TermView {
  return {
    boundaries,
    termOfPattern: (pattern) => pattern,
    idOf: (term) => entries[term].id,
    textOf: (term) => entries[term].text,
    useOf: (term) => entries[term].use,
    elementOf: (term) => entries[term].element,
    boundaryIndexOf: (term) => (entries[term].edges === "auto" ? 0 : 1),
    scenesOf: (term) => entries[term].scenes,
    outcomeOf: (term) => entries[term].outcome,
  };
}

const termKeys = new Set(["term", "element", "outcome", "boundary", "scenes"]);

function readTerm(value: string | TermOption, k: number): RuntimeTerm {
  const option = typeof value === "string" ? { term: value } : value;
  const refuse = (what: string): never => {
    throw new NomlmError("NOMLM_FILTER_TERM", `terms[${k}] ${what}`);
  };
  if (typeof option !== "object" || option === null) return refuse("is neither a string nor an object");
  for (const key of Object.keys(option))
    if (!termKeys.has(key)) refuse("has an unknown property; known are term, element, outcome, boundary and scenes");
  const {
    term,
    element = "custom",
    outcome = element === "custom" ? "review" : null,
    boundary = "auto",
    scenes = [],
  } = option as TermOption & { outcome?: Outcome | null };
  if (!elements.includes(element)) refuse("has an unknown element");
  if (outcome !== null && !outcomes.includes(outcome)) refuse("has an unknown outcome");
  if (boundary !== "auto" && boundary !== "none") refuse('has an unknown boundary; known are "auto" and "none"');
  if (!Array.isArray(scenes) || scenes.some((scene) => typeof scene !== "string")) refuse("has scenes that are no list of strings");
  return { id: `custom-${k + 1}`, text: term, use: "hit", element, outcome, edges: boundary, scenes };
}

function readAllow(value: string, k: number): RuntimeTerm {
  return { id: `allow-${k + 1}`, text: value, use: "allow", element: "custom", outcome: null, edges: "none", scenes: [] };
}
