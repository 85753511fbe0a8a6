import type { Element } from "../dictionary/model.js";
import { atLeast, higher, type Outcome, outcomes } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import type { Finding } from "../rules/finding.js";
import type { Span } from "../scan/hit.js";
import { type Joined, joinNewest } from "./joined.js";
import { messagesMax, messageUnitsMax, nameUnitsMax, threadScoreMin, windowMs } from "./limits.js";
import { type KeptMessage, type Message, type MessageRef, refOf } from "./message.js";
import type { ConversationResult } from "./result.js";
import { type ConversationState, readState } from "./state.js";

/** What a conversation needs of the judgement of one text. */
export interface Judged {
  readonly outcome: Outcome;
  readonly score: number;
  readonly elements: readonly Element[];
  readonly findings: readonly Finding[];
  readonly hits: readonly (Span & { readonly element: Element; readonly text: string })[];
}

/** Options of a conversation; all have defaults. */
export interface ConversationOptions {
  /** Messages that count, the newest first. Default 40, at most 40. */
  readonly messagesMax?: number;
  /** Milliseconds back from the newest message that count, where messages have times. Default: a week. */
  readonly windowMs?: number;
  /** What an earlier conversation gave as `state()`. */
  readonly state?: ConversationState;
}

const nothing: ConversationResult = { outcome: "none", score: 0, elements: [], findings: [], messages: [] };

/**
 * Weighs evidence over the messages of one thread: each new message is read together with those before it, once with everybody's and
 * once with its own sender's, so that an offer that is spread over several messages is found. Memory is bounded by the limits.
 */
export class Conversation {
  readonly #judge: (text: string) => Judged;
  readonly #messagesMax: number;
  readonly #windowMs: number;
  #messages: readonly KeptMessage[] = [];
  #count = 0;
  #highest: ConversationResult = nothing;

  /** @internal use `filter.openConversation` */
  constructor(judge: (text: string) => Judged, options: ConversationOptions) {
    this.#judge = judge;
    this.#messagesMax = Math.min(options.messagesMax ?? messagesMax, messagesMax);
    this.#windowMs = options.windowMs ?? windowMs;
    if (options.state !== undefined) {
      const { count, messages, highest } = readState(options.state);
      this.#count = count;
      this.#messages = messages;
      this.#highest = highest;
    }
  }

  /**
   * Adds a message.
   * @returns what the messages in the window show: the highest outcome of any reading whose messages are all still in the window
   * @throws NOMLM_FILTER_TEXT when there is no string to read
   */
  add(message: Message): ConversationResult {
    const kept = keep(message, this.#count);
    this.#count++;
    this.#messages = this.#inWindow([...this.#messages, kept]);
    const own = this.#messages.filter(({ from }) => from === kept.from);
    const readings = [this.#read(own), ...(own.length < this.#messages.length ? [strictly(this.#read(this.#messages))] : [])];
    const inWindow = new Set(this.#messages.map(({ index }) => index));
    const before = this.#highest.messages.every(({ index }) => inWindow.has(index)) ? this.#highest : nothing;
    this.#highest = [before, ...readings].reduce(highestOf);
    return this.#highest;
  }

  /** All that a later process needs to go on: plain data for `JSON.stringify`. It holds texts of users: keep it as you keep those. */
  state(): ConversationState {
    return { schema: "nomlm.conversation/1", count: this.#count, messages: this.#messages, highest: this.#highest };
  }

  #inWindow(messages: readonly KeptMessage[]): KeptMessage[] {
    const newest = messages.reduce((latest, { at }) => Math.max(latest, at ?? latest), Number.NEGATIVE_INFINITY);
    return messages.filter(({ at }) => at === null || at >= newest - this.#windowMs).slice(-this.#messagesMax);
  }

  #read(messages: readonly KeptMessage[]): ConversationResult {
    const joined = joinNewest(messages);
    const { outcome, score, elements, findings, hits } = this.#judge(joined.text);
    if (outcome === "none") return nothing;
    const named = findings.map(({ quotes, start: _start, end: _end, ...finding }) => ({
      ...finding,
      quotes: quotes.flatMap((quote) => placed(quote, joined)),
    }));
    const quoted = [...named.flatMap((finding) => finding.quotes), ...hits.flatMap((hit) => placed(hit, joined))];
    return {
      outcome,
      score,
      elements,
      findings: named,
      messages: distinct(
        quoted.map(({ message }) => message),
        joined,
      ),
    };
  }
}

function keep(message: Message, index: number): KeptMessage {
  if (typeof message?.text !== "string") throw new NomlmError("NOMLM_FILTER_TEXT");
  const { text, from, at, id } = message;
  const time = typeof at === "string" ? Date.parse(at) : (at ?? Number.NaN);
  const nameOf = (value: unknown) => String(value).slice(0, nameUnitsMax);
  return {
    index,
    id: id == null ? null : nameOf(id),
    from: from == null ? "" : nameOf(from),
    at: Number.isFinite(time) ? time : null,
    text: text.slice(0, messageUnitsMax),
  };
}

/** A quote that runs over several messages is cut at their ends. */
function placed<T extends Span>({ start, end, ...rest }: T, { text, parts }: Joined) {
  return parts
    .filter((part) => part.start < end && start < part.end)
    .map((part) => {
      const from = Math.max(start, part.start);
      const to = Math.min(end, part.end);
      return { ...rest, start: from - part.start, end: to - part.start, text: text.slice(from, to), message: refOf(part.message) };
    });
}

/** Where nothing is quoted, the outcome rests on all that was read. */
function distinct(refs: readonly MessageRef[], { parts }: Joined): MessageRef[] {
  const all = refs.length > 0 ? refs : parts.map(({ message }) => refOf(message));
  return [...new Map(all.map((ref) => [ref.index, ref])).values()].sort((a, b) => a.index - b.index);
}

/** What several voices say together is an offer only beyond doubt: answers and doubts of others mix with it. */
function strictly(result: ConversationResult): ConversationResult {
  return atLeast(result.outcome, "review") && result.score < threadScoreMin ? { ...result, outcome: "observe" } : result;
}

function highestOf(a: ConversationResult, b: ConversationResult): ConversationResult {
  if (a.outcome !== b.outcome) return higher(a.outcome, b.outcome) === a.outcome ? a : b;
  return b.score >= a.score && atLeast(b.outcome, outcomes[1]) ? b : a;
}
