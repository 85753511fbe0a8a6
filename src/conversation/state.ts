import { outcomes } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import type { ConversationResult } from "./conversation.js";
import { messagesMax, messageUnitsMax } from "./limits.js";
import type { KeptMessage } from "./message.js";

/** What a conversation keeps, as plain data. */
export interface ConversationState {
  readonly schema: "nomlm.conversation/1";
  /** Messages added so far. */
  readonly count: number;
  readonly messages: readonly KeptMessage[];
  readonly highest: ConversationResult;
}

/**
 * Checks a state that came back from a store: it must have the shape and the limits of what `state()` gives.
 * @throws NOMLM_CONVERSATION_STATE
 */
export function readState(state: ConversationState): ConversationState {
  const isWhole =
    typeof state === "object" &&
    state !== null &&
    state.schema === "nomlm.conversation/1" &&
    Number.isSafeInteger(state.count) &&
    Array.isArray(state.messages) &&
    state.messages.length <= messagesMax &&
    state.messages.every(isMessage) &&
    isResult(state.highest);
  if (!isWhole) throw new NomlmError("NOMLM_CONVERSATION_STATE");
  return state;
}

function isMessage(message: KeptMessage): boolean {
  return (
    typeof message === "object" &&
    message !== null &&
    Number.isSafeInteger(message.index) &&
    (message.id === null || typeof message.id === "string") &&
    typeof message.from === "string" &&
    (message.at === null || Number.isFinite(message.at)) &&
    typeof message.text === "string" &&
    message.text.length <= messageUnitsMax
  );
}

function isResult(result: ConversationResult): boolean {
  return (
    typeof result === "object" &&
    result !== null &&
    outcomes.includes(result.outcome) &&
    Number.isFinite(result.score) &&
    [result.elements, result.findings, result.messages].every(Array.isArray)
  );
}
