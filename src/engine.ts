/**
 * Door `nomlm/matcher`: the engine alone, for those who bring their own words, and for benchmarks.
 * It joins the matcher (which knows no characters) and the folds (which know no patterns).
 */
import { readContainer, writeContainer } from "./artifact/container.js";
import { NomlmError } from "./errors.js";
import { foldFingerprint, foldSpecial, writeFolds } from "./fold/index.js";
import { type ClassMap, classMap } from "./matcher/classes.js";
import { scan } from "./matcher/kernel.js";
import { orderTriples } from "./matcher/order.js";
import type { PatternTable } from "./matcher/table.js";
import { compileTable } from "./matcher/table-build.js";
import { openTable, sectionsOf } from "./matcher/table-codec.js";

export { type ErrorCode, NomlmError } from "./errors.js";

/** How a {@link Matcher} reads text. */
export interface MatcherOptions {
  /** `default`: width, case, traditional and variant characters and compatibility forms are the same letter. `none`: units are compared as they are. Default `default`. */
  readonly folds?: "none" | "default";
  /** Skip punctuation, spaces, emoji, zero-width characters and emoticon markup between the characters of a pattern, up to 32 units at a time. Default `true`. */
  readonly skipNoise?: boolean;
}

/** An occurrence: `text.slice(start, end)` shows it. */
export interface Match {
  /** Index into the list of patterns. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/** The profile of every dictionary. */
const defaults = { folds: "default", skipNoise: true } as const;
const profiles = new Map<string, ClassMap>();

/**
 * The class map of a fold profile; made once per process.
 * @throws NOMLM_MATCHER_OPTION
 */
export function classMapOf(options: MatcherOptions = {}): ClassMap {
  const { folds = defaults.folds, skipNoise = defaults.skipNoise } = options;
  if ((folds !== "none" && folds !== "default") || typeof skipNoise !== "boolean") {
    throw new NomlmError("NOMLM_MATCHER_OPTION", 'folds is "none" or "default", skipNoise is true or false');
  }
  const key = `${folds} ${skipNoise}`;
  const known = profiles.get(key);
  if (known !== undefined) return known;
  const exact = folds === "none" && !skipNoise;
  const map = classMap({
    write: (table, marks) => writeFolds(table, { folds, skipNoise }, marks),
    special: exact ? null : foldSpecial({ folds, skipNoise }),
    fingerprint: foldFingerprint({ folds, skipNoise }),
  });
  profiles.set(key, map);
  return map;
}

/** Finds all overlapping occurrences of a fixed list of patterns, in time linear in the text. */
export class Matcher {
  /** Number of patterns. */
  readonly size: number;
  readonly #options: Required<MatcherOptions>;
  readonly #map: ClassMap;
  readonly #tables: readonly [PatternTable];

  private constructor(options: Required<MatcherOptions>, table: PatternTable) {
    this.#options = options;
    this.#map = classMapOf(options);
    this.#tables = [table];
    this.size = table.count;
  }

  /**
   * Compiles patterns; the list may be empty.
   * @param patterns strings of 1–1,024 folded units; equal ones are each reported
   * @param options fold profile; default: all folds, noise skipped
   * @throws NOMLM_MATCHER_PATTERNS, NOMLM_MATCHER_EMPTY (empty, or nothing but noise), NOMLM_MATCHER_LENGTH, NOMLM_MATCHER_CHARACTER, NOMLM_MATCHER_LIMIT, NOMLM_MATCHER_OPTION
   */
  static compile(patterns: readonly string[], options: MatcherOptions = {}): Matcher {
    const { folds = defaults.folds, skipNoise = defaults.skipNoise } = options;
    return new Matcher({ folds, skipNoise }, compileTable(patterns, classMapOf(options)));
  }

  /**
   * Opens what {@link toBytes} wrote. The bytes are adopted, not copied, where they are aligned to 8: do not change them afterwards.
   * @throws NOMLM_ARTIFACT_* when the bytes are damaged, hostile, or were compiled with other fold tables
   */
  static load(bytes: Uint8Array): Matcher {
    const container = readContainer(bytes, "matcher");
    const profile = container.u32("MOPT");
    if (profile.length !== 1 || profile[0] > 3) throw new NomlmError("NOMLM_ARTIFACT_SECTION", "the section MOPT is broken");
    const options = { folds: profile[0] & 1 ? "default" : "none", skipNoise: (profile[0] & 2) !== 0 } as const;
    if (classMapOf(options).fingerprint >>> 0 !== container.foldFingerprint)
      throw new NomlmError("NOMLM_ARTIFACT_FOLD", "compiled with other fold tables; compile the patterns again");
    return new Matcher(options, openTable(container));
  }

  /** The compiled patterns as an artifact; the same patterns and options give the same bytes. */
  toBytes(): Uint8Array {
    const profile = Uint32Array.of((this.#options.folds === "default" ? 1 : 0) | (this.#options.skipNoise ? 2 : 0));
    return writeContainer({
      kind: "matcher",
      foldFingerprint: this.#map.fingerprint,
      sections: [{ tag: "MOPT", bytes: new Uint8Array(profile.buffer) }, ...sectionsOf(this.#tables[0])],
      hash: false,
    });
  }

  /** Number of occurrences. */
  count(text: string): number {
    return scan(text, this.#map, this.#tables, nowhere);
  }

  /** All occurrences, sorted by start, then end. */
  findAll(text: string): Match[] {
    let out = triples;
    let found = this.findInto(text, out);
    if (3 * found > out.length) {
      out = new Uint32Array(3 * found);
      found = this.findInto(text, out);
    }
    return Array.from({ length: found }, (_, k) => ({ pattern: out[3 * k], start: out[3 * k + 1], end: out[3 * k + 2] }));
  }

  /**
   * Writes occurrences as triples (pattern, start, end), sorted by start, then end.
   * @param out receives as many whole triples as fit
   * @returns how many occurrences there are, which may be more than were written
   */
  findInto(text: string, out: Uint32Array): number {
    const found = scan(text, this.#map, this.#tables, out);
    orderTriples(out, found);
    return found;
  }
}

const nowhere = new Uint32Array(0);
/** Room for most texts; longer lists get an array of their own. */
const triples = new Uint32Array(3 * 1024);
