import type { Outcome } from "../dictionary/outcome.js";
import { outcomes } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import type { TermOption } from "../scan/runtime-terms.js";
import type { Segmenter } from "../scan/segmenter.js";
import { hitsMax, runtimeTermsMax, textUnitsMax } from "./limits.js";

/** What {@link createFilter} takes. Nothing is required. */
export interface FilterOptions {
  /** Artifact bytes (`nomlm dict build`), or a list of one. Default: the built-in dictionary. */
  readonly dictionary?: Uint8Array | readonly Uint8Array[];
  /** Words of your own: a string is a `custom` term with outcome `review`. Default: none. */
  readonly terms?: readonly (string | TermOption)[];
  /** Longer harmless phrases; no term inside one of them is a hit. Default: none. */
  readonly allow?: readonly string[];
  /** From which outcome on `test` is true and `mask` masks. Default `review`. */
  readonly minOutcome?: Outcome;
  /** A judge of word borders (`nomlm/segmenter`, or your own). Default: none; the dictionary's boundary data decides alone. */
  readonly segmenter?: Segmenter;
  readonly limits?: Partial<FilterLimits>;
}

export interface FilterLimits {
  /** UTF-16 units of one text that are read. Default 16,777,216. */
  readonly textUnitsMax: number;
  /** Hits listed for one text. Default 10,000. */
  readonly hitsMax: number;
}

/** What a call of `scan` takes. */
export interface ScanOptions {
  /** Only terms that carry one of these tags, and those that carry none. Default: all terms. */
  readonly scenes?: readonly string[];
  /** Say why, in points that add up to the score: `reasons` of the result. Default false. */
  readonly explain?: boolean;
}

/** What a call of `mask` takes. */
export interface MaskOptions extends Pick<ScanOptions, "scenes"> {
  /** Put once for every code point but line breaks, which stay. Default `*`. */
  readonly char?: string;
  /** Receives the hit or quote that is masked (overlapping ones joined) and gives the words to put there instead. */
  readonly replace?: (span: { readonly start: number; readonly end: number; readonly text: string; readonly element: string }) => string;
  /** From which outcome of the text on anything is masked. Default: the filter's. */
  readonly minOutcome?: Outcome;
}

/** A text with what the caller knows about it; only `text` is read so far, `id` comes back in the result. */
export interface TextInput {
  readonly text: string;
  readonly id?: string | null;
  readonly at?: string;
  readonly channel?: string;
  readonly source?: string;
}

export const defaultLimits: FilterLimits = { textUnitsMax, hitsMax };

/** @throws NOMLM_FILTER_OPTION for anything misspelt or out of range: a typing error in an option must not silence a filter */
export function checkOptions(options: FilterOptions): void {
  checkKeys(options, ["dictionary", "terms", "allow", "minOutcome", "segmenter", "limits"], "createFilter");
  checkOutcome(options.minOutcome);
  const { segmenter, limits = {}, terms = [], allow = [] } = options;
  if (segmenter !== undefined && typeof segmenter?.boundaries !== "function")
    throw new NomlmError("NOMLM_FILTER_OPTION", "segmenter has no method boundaries; make one with nomlm/segmenter");
  if (terms.length + allow.length > runtimeTermsMax)
    throw new NomlmError("NOMLM_FILTER_OPTION", `more than ${runtimeTermsMax} terms at run time; build a dictionary with nomlm/compile`);
  checkKeys(limits, ["textUnitsMax", "hitsMax"], "limits");
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new NomlmError("NOMLM_FILTER_OPTION", `limits.${name} is a whole number of at least 1`);
  }
}

export function checkOutcome(outcome: Outcome | undefined): void {
  if (outcome !== undefined && !outcomes.includes(outcome))
    throw new NomlmError("NOMLM_FILTER_OPTION", `minOutcome is one of ${outcomes.join(", ")}`);
}

/** @param scenes as given in a call */
export function checkScenes(scenes: readonly string[] | undefined): void {
  if (scenes !== undefined && (!Array.isArray(scenes) || scenes.some((scene) => typeof scene !== "string"))) {
    throw new NomlmError("NOMLM_FILTER_OPTION", "scenes is a list of strings");
  }
}

export function checkKeys(options: object, known: readonly string[], name: string): void {
  if (typeof options !== "object" || options === null) throw new NomlmError("NOMLM_FILTER_OPTION", `${name} takes an object`);
  if (Object.keys(options).some((key) => !known.includes(key)))
    throw new NomlmError("NOMLM_FILTER_OPTION", `${name} knows the options ${known.join(", ")} and no other`);
}
