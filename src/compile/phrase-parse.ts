import { gapUnitsMax } from "../rules/limits.js";
import { foldKey } from "./fold-key.js";
import { PhraseError } from "./phrase-error.js";

/**
 * The notation of phrases (docs/phrases.md), read into a tree:
 *
 *   phrase = item { item }            neighbours touch, unless a gap stands between them
 *   item   = atom [ "?" ]  |  gap
 *   gap    = ".." number [ "-" number ]        `..6`: at most six units between; `..2-6`: two to six
 *   atom   = literal  |  "<" class ">"  |  "{" slot { ( ">=" | "<=" ) number } "}"  |  "@" id  |  "(" phrase { "|" phrase } ")"
 *
 * There is no unbounded repetition and no look-around, so every phrase has a longest match.
 */
export type PhraseNode =
  | { readonly kind: "literal"; readonly text: string; readonly at: number }
  | { readonly kind: "class" | "phrase"; readonly name: string; readonly at: number }
  | { readonly kind: "slot"; readonly name: string; readonly min: number; readonly max: number; readonly at: number }
  | { readonly kind: "gap"; readonly min: number; readonly max: number; readonly at: number }
  | { readonly kind: "choice"; readonly options: readonly (readonly PhraseNode[])[]; readonly at: number }
  | { readonly kind: "optional"; readonly node: PhraseNode; readonly at: number };

/** Groups inside groups; deeper ones are nothing that a person reads at sight. */
const depthMax = 8;

/**
 * Parses a phrase.
 * @throws PhraseError `NOMLM_DICT_PHRASE_SYNTAX`, `NOMLM_DICT_PHRASE_GAP`, with the place
 */
export function parsePhrase(text: string): PhraseNode[] {
  const reader = new Reader(text);
  const nodes = reader.sequence(0);
  if (reader.peek === "|") throw new PhraseError("alternatives need a group around them", reader.at, "write (a|b)");
  if (!reader.done) throw new PhraseError(`${JSON.stringify(reader.peek)} has no opening partner`, reader.at);
  return nodes;
}

const stops = new Set([..." \t\n()|<>{}@?."]);
const blanks = new Set([..." \t\n"]);

class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get peek(): string {
    return this.#text[this.at] ?? "";
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  sequence(depth: number): PhraseNode[] {
    const nodes: PhraseNode[] = [];
    for (this.#blanks(); !this.done && this.peek !== ")" && this.peek !== "|"; this.#blanks()) nodes.push(this.#item(depth));
    if (nodes.length === 0) throw new PhraseError("nothing stands here", this.at);
    const first = nodes[0];
    const last = nodes[nodes.length - 1];
    if (first.kind === "gap") throw new PhraseError("a gap cannot come first", first.at, "remove it");
    if (last.kind === "gap") throw new PhraseError("a gap cannot come last", last.at, "remove it");
    return nodes;
  }

  #item(depth: number): PhraseNode {
    const at = this.at;
    const node = this.#atom(depth);
    if (this.peek !== "?") return node;
    if (node.kind === "gap") throw new PhraseError("a gap cannot be optional: it may be empty already", at, "remove the ?");
    this.at++;
    return { kind: "optional", node, at };
  }

  #atom(depth: number): PhraseNode {
    const at = this.at;
    switch (this.peek) {
      case "(":
        return this.#choice(depth);
      case "<":
        return this.#class();
      case "{":
        return this.#slot();
      case "@":
        this.at++;
        return { kind: "phrase", name: this.#match(phraseName, "the id of a phrase"), at };
      case ".":
        return this.#gap();
      default:
        return { kind: "literal", text: this.#literal(), at };
    }
  }

  #choice(depth: number): PhraseNode {
    const at = this.at;
    if (depth === depthMax) throw new PhraseError(`groups are nested deeper than ${depthMax}`, at, "make it several phrases");
    const options: PhraseNode[][] = [];
    do {
      this.at++;
      options.push(this.sequence(depth + 1));
    } while (this.peek === "|");
    this.#close(")", "this group", at);
    return { kind: "choice", options, at };
  }

  #class(): PhraseNode {
    const at = this.at;
    this.at++;
    const name = this.#match(/[a-z][a-z0-9_]*/y, "the name of a word class");
    this.#close(">", "this word class", at);
    return { kind: "class", name, at };
  }

  #slot(): PhraseNode {
    const at = this.at;
    this.at++;
    const name = this.#match(/[a-z]+/y, "the name of a slot");
    let min = Number.NEGATIVE_INFINITY;
    let max = Number.POSITIVE_INFINITY;
    while (this.peek === ">" || this.peek === "<") {
      const bound = this.#match(/[<>]=\d{1,12}(?![\d.])/y, "a bound such as >=100");
      if (bound.startsWith(">")) min = Number(bound.slice(2));
      else max = Number(bound.slice(2));
    }
    this.#close("}", "this slot", at);
    if (min > max) throw new PhraseError("no number is as large and as small as this", at, "swap the bounds");
    return { kind: "slot", name, min, max, at };
  }

  #gap(): PhraseNode {
    const at = this.at;
    const [, first, second] = /^\.\.(\d+)(?:-(\d+))?$/.exec(this.#match(/\.\.\d+(?:-\d+)?/y, "a gap such as ..6 or ..2-6")) ?? [];
    const min = second === undefined ? 0 : Number(first);
    const max = Number(second ?? first);
    if (min > max) throw new PhraseError("the gap ends before it begins", at, "write the smaller number first");
    if (max > gapUnitsMax) throw tooWide(at);
    return { kind: "gap", min, max, at };
  }

  /** Everything up to the next sign. What the fold skips in texts could never be seen, and is most often a sign in full width. */
  #literal(): string {
    const from = this.at;
    while (!this.done && !stops.has(this.peek)) {
      const character = String.fromCodePoint(this.#text.codePointAt(this.at) as number);
      if (foldKey(character) === "" && character !== "\ufffd") throw new PhraseError("this is no letter or digit", this.at, noiseFix);
      this.at += character.length;
    }
    if (from === this.at) throw new PhraseError(`${JSON.stringify(this.peek)} means nothing here`, from);
    return this.#text.slice(from, this.at);
  }

  #close(sign: string, what: string, at: number): void {
    if (this.peek !== sign) throw new PhraseError(`${what} is not closed`, at, `write ${sign} at its end`);
    this.at++;
  }

  #match(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found === null) throw new PhraseError(`${what} is missing`, this.at);
    this.at = pattern.lastIndex;
    return found[0];
  }

  #blanks(): void {
    while (blanks.has(this.peek)) this.at++;
  }
}

/** Ids of phrases hold no dot: `@a..6` is a phrase and a gap. */
const phraseName = /[A-Za-z][A-Za-z0-9_-]*/y;

const noiseFix = "signs are written in half width: ( | ) < > { } @ ? ; punctuation is skipped in texts, so leave it out";

export function tooWide(at: number): PhraseError {
  return new PhraseError(
    `a gap is at most ${gapUnitsMax} units wide`,
    at,
    "what stands further apart is for a rule",
    "NOMLM_DICT_PHRASE_GAP",
  );
}
