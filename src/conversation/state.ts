import { elements } from "../dictionary/model.js";
import { outcomes } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import { findingsMax, messagesMax, messageUnitsMax, nameUnitsMax, quotesMax } from "./limits.js";
import type { KeptMessage, MessageRef } from "./message.js";
import type { ConversationFinding, ConversationResult, MessageQuote } from "./result.js";

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
 * @returns a copy, so that nobody changes it afterwards
 * @throws NOMLM_CONVERSATION_STATE
 */
export function readState(state: ConversationState): ConversationState {
  const copy = copyOf(state);
  if (copy === null) throw new NomlmError("NOMLM_CONVERSATION_STATE");
  return copy;
}

/** A state is data: what JSON does not carry (cycles, getters that throw, functions) is no state. */
function copyOf(state: unknown): ConversationState | null {
  try {
    const copy = JSON.parse(JSON.stringify(state)) as ConversationState;
    return isState(copy) ? copy : null;
  } catch {
    return null;
  }
}

function isState(state: ConversationState): boolean {
  return (
    isObject(state) &&
    state.schema === "nomlm.conversation/1" &&
    isCount(state.count) &&
    isList(state.messages, messagesMax, isMessage) &&
    state.messages.every(({ index }, k) => index < state.count && (k === 0 || index > state.messages[k - 1].index)) &&
    isResult(state.highest)
  );
}

function isMessage(message: KeptMessage): boolean {
  return isRef(message) && (message.at === null || Number.isFinite(message.at)) && isText(message.text, messageUnitsMax);
}

function isRef(ref: MessageRef): boolean {
  return isObject(ref) && isCount(ref.index) && (ref.id === null || isText(ref.id, nameUnitsMax)) && isText(ref.from, nameUnitsMax);
}

function isResult(result: ConversationResult): boolean {
  return (
    isObject(result) &&
    outcomes.includes(result.outcome) &&
    Number.isFinite(result.score) &&
    isList(result.elements, elements.length, isElement) &&
    isList(result.findings, findingsMax, isFinding) &&
    isList(result.messages, messagesMax, isRef)
  );
}

function isFinding(finding: ConversationFinding): boolean {
  return (
    isObject(finding) &&
    isText(finding.rule, nameUnitsMax) &&
    isList(finding.elements, elements.length, isElement) &&
    isList(finding.law, findingsMax, (law) => isText(law, messageUnitsMax)) &&
    (finding.guard === null || isText(finding.guard, nameUnitsMax)) &&
    isList(finding.quotes, quotesMax, isQuote)
  );
}

function isQuote(quote: MessageQuote): boolean {
  return (
    isObject(quote) &&
    isElement(quote.element) &&
    isText(quote.text, messageUnitsMax) &&
    isCount(quote.start) &&
    quote.end === quote.start + quote.text.length &&
    isRef(quote.message)
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isList<T>(value: readonly T[], most: number, isItem: (item: T) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isItem);
}

function isText(value: unknown, most: number): boolean {
  return typeof value === "string" && value.length <= most;
}

/** With room for every message that a process can still add. */
function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= 2 ** 50;
}

function isElement(value: (typeof elements)[number]): boolean {
  return elements.includes(value);
}
