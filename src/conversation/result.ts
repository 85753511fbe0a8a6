import type { Element } from "../dictionary/model.js";
import type { Outcome } from "../dictionary/outcome.js";
import type { Finding, Quote } from "../rules/finding.js";
import type { MessageRef } from "./message.js";

/** A quote with the message that holds it; `start` and `end` count in that message's text. */
export interface MessageQuote extends Quote {
  readonly message: MessageRef;
}

export interface ConversationFinding extends Omit<Finding, "quotes" | "start" | "end"> {
  readonly quotes: readonly MessageQuote[];
}

/** What the messages in the window show together. */
export interface ConversationResult {
  readonly outcome: Outcome;
  readonly score: number;
  readonly elements: readonly Element[];
  readonly findings: readonly ConversationFinding[];
  /** The messages that the outcome rests on, in their order. */
  readonly messages: readonly MessageRef[];
}
