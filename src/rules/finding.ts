import type { Element } from "../dictionary/model.js";
import type { Span } from "../scan/hit.js";

/** A piece of the text that shows an element. */
export interface Quote extends Span {
  readonly element: Element;
  readonly text: string;
}

/** A rule satisfied by evidence that stands together, or the fitted part where it reaches `review` by itself (rule `fitted`). */
export interface Finding extends Span {
  readonly rule: string;
  readonly elements: readonly Element[];
  /** Clauses of the law that the elements fall under, empty for supporting elements. */
  readonly law: readonly string[];
  readonly quotes: readonly Quote[];
  /** The context that held the finding back, where one did. */
  readonly guard: ContextKind | null;
}

/** Frames that make the words of an offer harmless. */
export const contextKinds = [
  "report",
  "help_seeking",
  "question",
  "academic",
  "joke",
  "fiction",
  "lawful_direct_selling",
  "employment",
  "referral_fee",
  "task_fee",
  "insurance_property",
  "software_manual",
  "game",
  "promotion",
  "civic",
] as const;
export type ContextKind = (typeof contextKinds)[number];

/** The frame that makes a text harmless, with the words that say so. */
export interface Context {
  readonly kind: ContextKind;
  readonly spans: readonly (Span & { readonly text: string })[];
}

/** A line of the explanation: whole points that add up to the score. */
export interface Reason {
  /**
   * `evidence`: an element is shown; `rule`: pieces of evidence stand together; `context`: what speaks against an offer; `fitted`: one
   * feature of the fitted part; `fitted_rest`: all smaller ones; `limit`: what the fitted part may not exceed; `cap`: the score ends at 0 and 100.
   */
  readonly kind: "evidence" | "rule" | "context" | "fitted" | "fitted_rest" | "limit" | "cap";
  /** The element, rule, kind of context, or feature. */
  readonly name: string;
  readonly points: number;
  /** Clauses of the law, where an element has one. */
  readonly law: readonly string[];
  /** The words of the text. */
  readonly quotes: readonly (Span & { readonly text: string })[];
}
