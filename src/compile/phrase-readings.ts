import type { PhraseSource, WordClass } from "../rules/book.js";
import { type SlotKind, slotKinds } from "../rules/slots.js";
import { hasAnchor } from "./anchor.js";
import { textProblem } from "./check-entries.js";
import { compare } from "./diagnostics.js";
import { foldKey } from "./fold-key.js";
import { PhraseError } from "./phrase-error.js";
import { expandPhrase, type Reading, type SymbolSet } from "./phrase-expand.js";
import { type PhraseNode, parsePhrase } from "./phrase-parse.js";

/** Phrases inside phrases inside phrases; deeper ones are nothing that a person can follow. */
const referencesDeepMax = 8;
/** Where to stop walking down, so that no source can make the walk itself too deep. */
const walkDeepMax = 200;

/** What became of each phrase. */
export interface Expanded {
  /** Of the phrases that are right. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  /** What is wrong, by phrase; one that only refers to a wrong one is in neither list. */
  readonly problems: readonly { readonly id: string; readonly error: PhraseError }[];
}

/** Parses and expands all phrases, each once, after those it refers to. */
export function readingsOf(classes: readonly WordClass[], phrases: readonly Pick<PhraseSource, "id" | "text">[]): Expanded {
  return new Expansion(classes, phrases).run();
}

/** Folded words of the classes by name. */
export function foldedWords(classes: readonly WordClass[]): Map<string, readonly string[]> {
  return new Map(classes.map(({ name, words }) => [name, [...new Set(words.map(foldKey))]]));
}

/** Distinct folded words of a symbol. */
export function wordsOfSet({ classes, literals }: SymbolSet, words: ReadonlyMap<string, readonly string[]>): string[] {
  return [...new Set([...classes.flatMap((name) => words.get(name) ?? []), ...literals.map(foldKey)])];
}

class Expansion {
  readonly #words: ReadonlyMap<string, readonly string[]>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #parsed = new Map<string, readonly PhraseNode[]>();
  readonly #readings = new Map<string, readonly Reading[]>();
  readonly #problems: { id: string; error: PhraseError }[] = [];
  readonly #done = new Set<string>();
  /** References below each phrase, one inside the other. */
  readonly #depths = new Map<string, number>();

  constructor(classes: readonly WordClass[], phrases: readonly Pick<PhraseSource, "id" | "text">[]) {
    this.#words = foldedWords(classes);
    this.#texts = new Map(phrases.map(({ id, text }) => [id, text]));
  }

  run(): Expanded {
    const ids = [...this.#texts.keys()].sort(compare);
    for (const id of ids) this.#try(id, () => this.#parsed.set(id, parsePhrase(this.#texts.get(id) as string)));
    for (const [id, nodes] of this.#parsed) for (const node of flat(nodes)) this.#try(id, () => this.#checkName(node));
    const wrong = new Set(this.#problems.map((problem) => problem.id));
    for (const id of wrong) this.#done.add(id);
    for (const id of ids) this.#expand(id, []);
    return { readings: this.#readings, problems: this.#problems };
  }

  /** Expands a phrase and what it refers to. @param open the phrases that are being expanded, outermost first */
  #expand(id: string, open: readonly string[]): void {
    if (this.#done.has(id)) return;
    const nodes = this.#parsed.get(id) as readonly PhraseNode[];
    const path = [...open, id];
    for (const node of flat(nodes)) if (node.kind === "phrase") this.#try(id, () => this.#follow(node, path));
    if (this.#done.has(id)) return;
    this.#done.add(id);
    if (!references(nodes).every((name) => this.#readings.has(name))) return;
    this.#try(id, () => {
      const readings = expandPhrase(nodes, this.#readings);
      if (!readings.every((reading) => hasAnchor(reading, (set) => wordsOfSet(set, this.#words)))) throw noAnchor(nodes[0].at);
      this.#readings.set(id, readings);
    });
  }

  #follow(node: PhraseNode & { readonly name: string }, path: readonly string[]): void {
    if (path.includes(node.name))
      throw cycle(`${[...path.slice(path.indexOf(node.name)), node.name].map((id) => `@${id}`).join(" → ")}`, node.at);
    if (path.length > walkDeepMax) throw tooDeep(node.at);
    this.#expand(node.name, path);
    const depth = 1 + (this.#depths.get(node.name) ?? 0);
    if (depth > referencesDeepMax) throw tooDeep(node.at);
    this.#depths.set(path[path.length - 1], Math.max(depth, this.#depths.get(path[path.length - 1]) ?? 0));
  }

  #checkName(node: PhraseNode): void {
    if (node.kind === "class" && !this.#words.has(node.name))
      throw unknown("CLASS", `there is no word class <${node.name}>`, "add it to words.csv", node.at);
    if (node.kind === "phrase" && !this.#texts.has(node.name))
      throw unknown("PHRASE", `there is no phrase @${node.name}`, "write the id of a phrase", node.at);
    if (node.kind === "slot" && !slotKinds.includes(node.name as SlotKind))
      throw unknown("SLOT", `there is no slot {${node.name}}`, `slots are: ${slotKinds.join(", ")}`, node.at);
    const problem = node.kind === "literal" ? textProblem(node.text, foldKey(node.text)) : null;
    if (problem !== null) throw new PhraseError(problem.message, node.at, problem.fix, problem.code);
  }

  /** Notes what is wrong with a phrase and goes on with the others. */
  #try(id: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      this.#problems.push({ id, error });
      if (this.#parsed.has(id)) this.#done.add(id);
    }
  }
}

function unknown(what: "CLASS" | "PHRASE" | "SLOT", message: string, fix: string, at: number): PhraseError {
  const code = what === "PHRASE" ? "NOMLM_DICT_PHRASE_UNKNOWN" : (`NOMLM_DICT_${what}_UNKNOWN` as const);
  return new PhraseError(message, at, fix, code);
}

function cycle(message: string, at: number): PhraseError {
  return new PhraseError(message, at, "write out one of the phrases", "NOMLM_DICT_PHRASE_CYCLE");
}

function tooDeep(at: number): PhraseError {
  return cycle(`references go deeper than ${referencesDeepMax}`, at);
}

function noAnchor(at: number): PhraseError {
  return new PhraseError(
    "the phrase is made of single characters and slots only, so it would be tried everywhere",
    at,
    "give at least one part, in each of its readings, a word of two characters or more",
    "NOMLM_DICT_PHRASE_ANCHOR",
  );
}

/** All nodes of a tree, in the order of the notation. */
function flat(nodes: readonly PhraseNode[]): PhraseNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "choice") return [node, ...node.options.flatMap(flat)];
    return node.kind === "optional" ? [node, ...flat([node.node])] : [node];
  });
}

function references(nodes: readonly PhraseNode[]): string[] {
  return flat(nodes).flatMap((node) => (node.kind === "phrase" ? [node.name] : []));
}
