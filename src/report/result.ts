import type { Element } from "../dictionary/model.js";
import type { Outcome } from "../dictionary/outcome.js";
import type { Context, Finding, Reason } from "../rules/finding.js";
import type { Hit } from "../scan/hit.js";

export { atLeast, type Outcome, outcomes } from "../dictionary/outcome.js";
export type { Context, ContextKind, Finding, Quote, Reason } from "../rules/finding.js";
export type { Hit, Span } from "../scan/hit.js";

export interface DictionaryRef {
  readonly id: string;
  readonly version: string;
  /** Of the artifact's content, in hex. */
  readonly sha256: string;
}

/** What `filter.scan` returns (JSON Schema: `nomlm/schema/scan.json`). */
export interface ScanResult {
  readonly schema: "nomlm.scan/1";
  /** The caller's id, where the text came with one. */
  readonly id: string | null;
  readonly outcome: Outcome;
  /** 0–100, a signal of the text alone (docs/outcome.md). */
  readonly score: number;
  /** Distinct elements that hits and findings evidence, in the order of the law. */
  readonly elements: readonly Element[];
  readonly findings: readonly Finding[];
  /** Sorted by start, then end. */
  readonly hits: readonly Hit[];
  readonly context: Context | null;
  readonly dictionary: DictionaryRef;
  /** Present when it was asked for: why, in whole points that add up to `score`. */
  readonly reasons?: readonly Reason[];
  /** Present and true when a limit cut the text or the list of hits. */
  readonly truncated?: true;
}
