import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messagesMax, messageUnitsMax, nameUnitsMax } from "../../src/conversation/limits.js";
import type { ConversationState } from "../../src/conversation/state.js";
import { NomlmError } from "../../src/index.js";
import { judgingFilter, term } from "../scan/fixture.js";

const filter = await judgingFilter([term("入门费", "entry_fee"), term("拉人头", "recruit_reward")]);
const conversation = filter.openConversation();
conversation.add({ text: "入门费", from: "甲", id: "a", at: 1 });
conversation.add({ text: "拉人头" });
const good = () => JSON.parse(JSON.stringify(conversation.state()));

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof NomlmError) return error.code;
    throw error;
  }
  return "none";
}
const opened = (state: unknown) => codeOf(() => filter.openConversation({ state: state as ConversationState }));

// biome-ignore lint/suspicious/noExplicitAny: tests break the shape on purpose
type Break = (state: any) => unknown;

describe("states from a store", () => {
  it("are taken as state() gives them, empty ones too", () => {
    expect(opened(good())).toBe("none");
    expect(opened(filter.openConversation().state())).toBe("none");
  });

  it.each<[string, Break]>([
    ["null", () => null],
    ["a string", () => "x"],
    ["a list", () => []],
    ["another schema", (state) => ({ ...state, schema: "nomlm.conversation/2" })],
    ["a count below zero", (state) => ({ ...state, count: -1 })],
    ["a count that leaves no room", (state) => ({ ...state, count: Number.MAX_SAFE_INTEGER })],
    ["a count that its messages exceed", (state) => ({ ...state, count: 1 })],
    ["messages that are no list", (state) => ({ ...state, messages: { length: 0 } })],
    [
      "too many messages",
      (state) => ({
        ...state,
        count: 99,
        messages: Array.from({ length: messagesMax + 1 }, (_, index) => ({ ...state.messages[0], index })),
      }),
    ],
    ["messages out of order", (state) => ({ ...state, messages: state.messages.reverse() })],
    ["a message twice", (state) => ({ ...state, messages: [state.messages[0], state.messages[0]] })],
    ["null for a message", (state) => ({ ...state, messages: [null] })],
    ["a long text", (state) => ({ ...state, messages: [{ ...state.messages[0], text: "x".repeat(messageUnitsMax + 1) }] })],
    ["a long name", (state) => ({ ...state, messages: [{ ...state.messages[0], from: "x".repeat(nameUnitsMax + 1) }] })],
    ["a text that is none", (state) => ({ ...state, messages: [{ ...state.messages[0], text: 7 }] })],
    ["a time in words", (state) => ({ ...state, messages: [{ ...state.messages[0], at: "now" }] })],
    ["no result", (state) => ({ ...state, highest: null })],
    ["an unknown outcome", (state) => ({ ...state, highest: { ...state.highest, outcome: "block" } })],
    ["null in its messages", (state) => ({ ...state, highest: { ...state.highest, messages: [null] } })],
    ["an unknown element", (state) => ({ ...state, highest: { ...state.highest, elements: ["x"] } })],
    ["null for a finding", (state) => ({ ...state, highest: { ...state.highest, findings: [null] } })],
    [
      "a finding without quotes",
      (state) => ({ ...state, highest: { ...state.highest, findings: [{ ...state.highest.findings[0], quotes: 1 }] } }),
    ],
    [
      "a quote that is longer than its text",
      (state) => {
        state.highest.findings[0].quotes[0].end++;
        return state;
      },
    ],
    ["a cycle", (state) => Object.assign(state, { messages: [state] })],
    [
      "a getter that throws",
      (state) =>
        Object.defineProperty(state, "count", {
          enumerable: true,
          get: () => {
            throw new Error("x");
          },
        }),
    ],
  ])("%s is refused", (_, broken) => {
    expect(opened(broken(good()))).toBe("NOMLM_CONVERSATION_STATE");
  });

  it("any JSON is refused, or goes on without a throw", () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(good())), fc.jsonValue(), (path, value) => {
        const state = good();
        path.slice(0, -1).reduce((node, key) => node[key], state)[path.at(-1) as string] = value;
        const code = opened(state);
        expect(["none", "NOMLM_CONVERSATION_STATE"]).toContain(code);
        if (code === "none") for (const text of ["你好", "入门费"]) filter.openConversation({ state }).add({ text });
      }),
      { numRuns: 500 },
    );
  });

  it("are copied: neither side sees the other's changes", () => {
    const state = good();
    const later = filter.openConversation({ state });
    state.messages[0].text = "改了";
    state.highest.messages.length = 0;
    expect(later.state()).toEqual(good());
  });
});

describe("wrong calls", () => {
  it.each([0, -1, 1.5, Number.NaN, "3"])("%s is no number of messages or milliseconds", (value) => {
    for (const name of ["messagesMax", "windowMs"])
      expect(codeOf(() => filter.openConversation({ [name]: value }))).toBe("NOMLM_FILTER_OPTION");
  });

  it("a message without text is refused, and counts for nothing", () => {
    const fresh = filter.openConversation();
    for (const message of [null, undefined, "text", {}, { text: 1 }])
      expect(codeOf(() => fresh.add(message as never))).toBe("NOMLM_FILTER_TEXT");
    expect(fresh.state().count).toBe(0);
  });
});

/** Every path from the root to a value, so that each may be replaced. */
function pathsIn(node: unknown, path: string[] = []): string[][] {
  if (typeof node !== "object" || node === null) return [path];
  return [...(path.length > 0 ? [path] : []), ...Object.entries(node).flatMap(([key, value]) => pathsIn(value, [...path, key]))];
}
