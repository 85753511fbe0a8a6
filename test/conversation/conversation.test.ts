import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversation } from "../../src/conversation/conversation.js";
import { joinedUnitsMax, messagesMax, messageUnitsMax, nameUnitsMax, threadScoreMin } from "../../src/conversation/limits.js";
import type { Message } from "../../src/conversation/message.js";
import type { ConversationResult } from "../../src/conversation/result.js";
import { createFilter } from "../../src/index.js";
import { artifactWith, judgingFilter, term } from "../scan/fixture.js";

const filter = await judgingFilter([
  term("入门费", "entry_fee"),
  term("拉人头", "recruit_reward"),
  term("见点奖", "team_compensation"),
  term("躺赚", "slogan"),
  term("传销", "topic", "mention"),
]);
const hour = 60 * 60 * 1000;

function addAll(conversation: Conversation, messages: readonly Message[]): ConversationResult[] {
  return messages.map((message) => conversation.add(message));
}

const lastOf = (messages: readonly Message[], options = {}) =>
  addAll(filter.openConversation(options), messages).at(-1) as ConversationResult;
const indexes = ({ messages }: ConversationResult) => messages.map(({ index }) => index);

const spread: Message[] = [
  { from: "甲", id: "a", text: "先交入门费" },
  { from: "乙", id: "b", text: "然后呢" },
  { from: "甲", id: "c", text: "拉人头有奖" },
];

describe("an offer spread over messages", () => {
  it("is found where no message shows it alone, and its messages are named", () => {
    expect(spread.map(({ text }) => filter.scan(text).outcome)).toEqual(["observe", "none", "observe"]);
    const results = addAll(filter.openConversation(), spread);
    expect(results.map(({ outcome }) => outcome)).toEqual(["observe", "observe", "review"]);
    expect(results[2].messages).toEqual([
      { index: 0, id: "a", from: "甲" },
      { index: 2, id: "c", from: "甲" },
    ]);
    expect(results[2].elements).toEqual(["entry_fee", "recruit_reward"]);
    expect(results[2].findings.map(({ rule }) => rule)).toEqual(["legal-pair"]);
  });

  it("is found in its sender's messages where those of others lie between", () => {
    const others = Array.from({ length: 12 }, (_, k) => ({ from: `丙${k}`, text: "今天吃什么好呢".repeat(4) }));
    const messages = [spread[0], ...others, spread[2]];
    expect(filter.scan(messages.map(({ text }) => text).join("\n")).outcome).toBe("observe");
    const result = lastOf(messages);
    expect([result.outcome, indexes(result)]).toEqual(["review", [0, 13]]);
  });

  it("is found in what two senders say together only where the score leaves no doubt", () => {
    const shared = (second: string) => lastOf([spread[0], { from: "丁", text: second }]);
    const [doubtful, clear] = [shared("拉人头有奖"), shared("拉人头有见点奖")];
    expect([doubtful.outcome, clear.outcome]).toEqual(["observe", "review"]);
    expect(doubtful.score).toBeLessThan(threadScoreMin);
    expect(clear.score).toBeGreaterThanOrEqual(threadScoreMin);
    expect(lastOf([spread[0], spread[2]])).toMatchObject({ outcome: "review", score: doubtful.score });
  });

  it("stays found while its messages are in the window, whatever comes after", () => {
    const conversation = filter.openConversation();
    addAll(conversation, spread);
    const after = addAll(
      conversation,
      Array.from({ length: messagesMax }, () => ({ from: "乙", text: "好的" })),
    );
    expect(after.map(({ outcome }) => outcome)).toEqual(
      after.map((_, k) => (k < messagesMax - 3 ? "review" : k < messagesMax - 1 ? "observe" : "none")),
    );
  });
});

describe("the window", () => {
  it("counts messages", () => {
    const messages = [spread[0], spread[1], spread[1], spread[2]];
    expect([3, 4].map((most) => lastOf(messages, { messagesMax: most }).outcome)).toEqual(["observe", "review"]);
  });

  it("counts time, as a number or ISO 8601", () => {
    const at = (first: number | string, second: number | string) =>
      lastOf(
        [
          { ...spread[0], at: first },
          { ...spread[2], at: second },
        ],
        { windowMs: hour },
      ).outcome;
    expect([at(0, hour), at(0, hour + 1)]).toEqual(["review", "observe"]);
    expect([at("2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"), at("2026-01-01T00:00:00Z", "2026-01-01T01:00:01Z")]).toEqual([
      "review",
      "observe",
    ]);
  });

  it("forgets what rests on a message that time has taken out, though an older number is still in", () => {
    const conversation = filter.openConversation({ windowMs: 3 * hour });
    const results = addAll(conversation, [
      { text: "你好", at: 5 * hour },
      { text: "入门费，拉人头", at: 3 * hour },
      { text: "好的", at: 7 * hour },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["none", "review", "none"]);
  });

  it("passes over a time that is none", () => {
    for (const at of ["", "gestern", Number.NaN, Number.POSITIVE_INFINITY])
      expect(lastOf(spread.map((one) => ({ ...one, at }))).outcome).toBe("review");
  });
});

const piece = fc.constantFrom("入门费", "拉人头", "见点奖", "躺赚", "传销", "你好", "，", "\n", "\ud83d", "好".repeat(60));
const message: fc.Arbitrary<Message> = fc.record(
  {
    text: fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
    from: fc.constantFrom("甲", "乙", "丙"),
    at: fc.integer({ min: 0, max: 20 * 24 }).map((hours) => hours * hour),
    id: fc.string(),
  },
  { requiredKeys: ["text"] },
);
const thread = fc.array(message, { minLength: 1, maxLength: 60 });

describe("properties", () => {
  it("a conversation goes on from its state through JSON as if it had never stopped", () => {
    fc.assert(
      fc.property(thread, fc.nat(60), fc.integer({ min: 1, max: messagesMax }), (messages, cut, most) => {
        const options = { messagesMax: most };
        const whole = addAll(filter.openConversation(options), messages);
        const first = filter.openConversation(options);
        const before = addAll(first, messages.slice(0, cut));
        const state = JSON.parse(JSON.stringify(first.state()));
        const after = addAll(filter.openConversation({ ...options, state }), messages.slice(cut));
        expect([...before, ...after]).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("every quote lies in the text of a message that is named, and counts there", () => {
    fc.assert(
      fc.property(thread, (messages) => {
        for (const { findings, messages: named } of addAll(filter.openConversation(), messages)) {
          const numbers = named.map(({ index }) => index);
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          for (const { start, end, text, message: ref } of findings.flatMap(({ quotes }) => quotes)) {
            expect(start).toBeLessThan(end);
            expect(messages[ref.index].text.slice(start, end)).toBe(text);
            expect(numbers).toContain(ref.index);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("one message is judged as scan judges it", () => {
    fc.assert(
      fc.property(message, (one) => {
        const { outcome, score, elements } = filter.scan(one.text.slice(0, messageUnitsMax));
        const { outcome: none, ...result } = lastOf([one]);
        expect(none).toBe(outcome);
        if (outcome !== "none") expect(result).toMatchObject({ score, elements });
      }),
    );
  });
});

describe("memory", () => {
  it("is bounded, however long texts, names and threads are", () => {
    const text = "入门费拉人头见点奖".repeat(1_000);
    const name = "名".repeat(10_000);
    const conversation = filter.openConversation();
    const sizes = Array.from({ length: 3 * messagesMax }, (_, k) => {
      conversation.add({ text: k % 2 === 0 ? text : "入门费", from: name, id: name });
      return JSON.stringify(conversation.state()).length;
    });
    const ofMessages = messagesMax * (messageUnitsMax + 2 * nameUnitsMax + 100);
    const ofQuotes = joinedUnitsMax * (2 * nameUnitsMax + 300);
    expect(Math.max(...sizes)).toBeLessThan(ofMessages + ofQuotes);
    expect(Math.max(...sizes.slice(2 * messagesMax))).toBeLessThanOrEqual(
      Math.max(...sizes.slice(0, 2 * messagesMax)) + 3 * messagesMax * 40,
    );
    expect(conversation.state().messages.length).toBe(messagesMax);
  });
});

describe("a dictionary that is replaced in between", () => {
  it("judges the messages that come after; what was found stays found", async () => {
    const own = await createFilter({ dictionary: artifactWith([term("甲乙", "slogan")]) });
    const conversation = own.openConversation();
    expect(conversation.add({ text: "甲乙" }).outcome).toBe("observe");
    own.replaceDictionary(artifactWith([term("丙丁", "slogan")], "2.0.0"));
    expect(conversation.add({ text: "丙丁" }).messages.map(({ index }) => index)).toEqual([1]);
    const state = conversation.state();
    own.replaceDictionary(artifactWith([term("戊己", "slogan")], "3.0.0"));
    expect(own.openConversation({ state }).add({ text: "你好" })).toMatchObject({ outcome: "observe", messages: [{ index: 1 }] });
  });
});
