import type { Case, DictionaryMeta, Place, Scheme, Source, Status, Term } from "../dictionary/model.js";
import type { Cell } from "./csv-read.js";
import type { Place as At } from "./diagnostics.js";
import type { Located } from "./located.js";
import type { RuleDraft } from "./rule-draft.js";

/** A term, a spelling of a scheme, an allow-phrase or a cue, as it was read. Only active ones are compiled. */
export interface Entry {
  readonly origin: "term" | "scheme" | "allow" | "cue";
  readonly term: Term;
  readonly status: Status;
  /** Where the spelling stands. */
  readonly at: At;
  /** The id of the row: a scheme has several spellings in one row. */
  readonly rowId: string;
  readonly rowAt: At;
  /** See `foldKey`. */
  readonly key: string;
  /** The terms that an allow-phrase says it covers: ids or spellings. */
  readonly covers: readonly Cell[];
  readonly sources: readonly Cell[];
}

/** A dictionary as it was read from its files, not yet checked as a whole. */
export interface Draft {
  readonly meta: DictionaryMeta | null;
  readonly entries: readonly Entry[];
  readonly sources: readonly Located<Source>[];
  readonly schemes: readonly Located<Scheme>[];
  readonly places: readonly Located<Place>[];
  readonly cases: readonly Located<Case>[];
  /** Phrases, rules and weights. */
  readonly rules: RuleDraft;
}
