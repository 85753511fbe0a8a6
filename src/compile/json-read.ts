import type { Place } from "./diagnostics.js";
import { metaDepthMax } from "./limits.js";

/** A JSON value that knows where it stands. */
export interface JsonNode extends Place {
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;
}

/** Why a text is not JSON, and where. */
export class JsonProblem extends Error {
  readonly at: Place;

  constructor(at: Place, message: string) {
    super(message);
    this.name = "JsonProblem";
    this.at = at;
  }
}

/**
 * Reads JSON with places. Unlike `JSON.parse` it says the same on every engine, and refuses a field that stands twice.
 * @param text with `\n` as line end
 * @throws JsonProblem
 */
export function readJson(text: string, file: string): JsonNode {
  const reader = new Reader(text, file);
  const node = reader.value(0);
  reader.end();
  return node;
}

const space = /[ \t\n]*/y;
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Reader {
  readonly #text: string;
  readonly #file: string;
  #at = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  value(depth: number): JsonNode {
    this.#take(space);
    const at = this.#place();
    if (depth > metaDepthMax) throw new JsonProblem(at, "nested too deeply");
    const first = this.#text[this.#at];
    if (first === "{") return { ...at, value: this.#object(depth) };
    if (first === "[") return { ...at, value: this.#list(depth) };
    return { ...at, value: JSON.parse(this.#scalar("a value")) as string | number | boolean | null };
  }

  end(): void {
    this.#take(space);
    if (this.#at < this.#text.length) throw new JsonProblem(this.#place(), "something follows the end");
  }

  #object(depth: number): Map<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.#items("}", () => {
      const at = this.#place();
      const key = this.#text[this.#at] === '"' ? (JSON.parse(this.#scalar("a name")) as string) : this.#expected("a name in quotes");
      if (members.has(key)) throw new JsonProblem(at, "a field stands twice");
      this.#take(space);
      this.#character(":");
      members.set(key, this.value(depth + 1));
    });
    return members;
  }

  #list(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#items("]", () => items.push(this.value(depth + 1)));
    return items;
  }

  /** From the opening bracket to the closing one, with commas between. */
  #items(close: string, item: () => void): void {
    this.#at++;
    this.#take(space);
    if (this.#text[this.#at] !== close) {
      for (;;) {
        item();
        this.#take(space);
        if (this.#text[this.#at] === close) break;
        this.#character(",");
        this.#take(space);
      }
    }
    this.#at++;
  }

  #scalar(what: string): string {
    const found = this.#take(scalar);
    return found === "" ? this.#expected(what) : found;
  }

  #character(wanted: string): void {
    if (this.#text[this.#at] !== wanted) this.#expected(`a ${wanted === "," ? "comma" : "colon"}`);
    this.#at++;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #expected(what: string): never {
    throw new JsonProblem(this.#place(), `${what} was expected here`);
  }

  #place(): Place {
    const lines = this.#text.slice(0, this.#at).split("\n");
    return { file: this.#file, line: lines.length, column: lines[lines.length - 1].length + 1 };
  }
}
