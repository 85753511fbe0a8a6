import type { Element } from "../dictionary/model.js";
import type { Span } from "../scan/hit.js";

/** A piece of the text that shows an element. */
export interface Quote extends Span {
  readonly element: Element;
  readonly text: string;
}

/** A rule satisfied by hits that stand together. */
export interface Finding extends Span {
  readonly rule: string;
  readonly elements: readonly Element[];
  /** Clauses of the law that the elements fall under, empty for supporting elements. */
  readonly law: readonly string[];
  readonly quotes: readonly Quote[];
  /** Why the finding was held back, where it was. */
  readonly guard: string | null;
}

/** The frame that makes a text harmless, with the words that say so. */
export interface Context {
  readonly kind: "report";
  readonly spans: readonly (Span & { readonly text: string })[];
}
