import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldSpans, replaceSpans } from "../../src/cli/input/json-fields.js";
import { jsonLevelsMax } from "../../src/cli/input/limits.js";
import { ndjsonRecord } from "../../src/cli/input/ndjson.js";
import type { Fields } from "../../src/cli/input/record.js";
import { messagesOf } from "../../src/cli/messages.js";

const fields: Fields = { text: "text", id: "id", idNamed: false, about: new Map([["channel", "kind"]]), keep: [] };
const read = (text: string, more: Partial<Fields> = {}) =>
  ndjsonRecord({ number: 7, text, ending: "\n", replaced: 0, tooLong: false }, { ...fields, ...more }, messagesOf.en);

describe("ndjsonRecord", () => {
  it("takes text, id and what else was asked for", () => {
    expect(read('{"id":"m1","text":"传销","kind":"post","x":[1]}', { keep: ["x", "absent"] })).toMatchObject({
      kind: "text",
      line: 7,
      id: "m1",
      text: "传销",
      about: { channel: "post" },
      meta: { x: [1] },
    });
  });

  it.each([
    ['{"text":"a","id":7}', "7"],
    ['{"text":"a","id":12345678901234567890}', "12345678901234567890"],
    ['{"id": 1e400 ,"text":"a"}', "1e400"],
    ['{"text":"a","id":null}', null],
    ['{"text":"a","id":["x"]}', null],
    ['{"text":"a"}', null],
  ])("of %s takes the id %j", (json, id) => expect(read(json)).toMatchObject({ id, text: "a" }));

  it.each(["{", "传销", '"text"', "[1]", "null", '{"text":"a"} x', "{'text':1}"])("refuses %j", (json) => {
    expect(read(json)).toMatchObject({ kind: "broken", line: 7, id: null, code: "NOMLM_INPUT_JSON" });
  });

  it("never repeats the input in a message", () => {
    expect((read('{"text": 机密}') as { message: string }).message).not.toContain("机");
  });

  it.each(['{"id":"a"}', '{"id":"a","text":null}', '{"id":"a","text":["传销"]}', '{"id":"a","Text":"x"}'])(
    "misses the text in %s",
    (json) => {
      expect(read(json)).toMatchObject({ kind: "broken", id: "a", code: "NOMLM_INPUT_FIELD" });
    },
  );

  it("takes no field from the prototype", () =>
    expect(read('{"a":1}', { text: "constructor" })).toMatchObject({ code: "NOMLM_INPUT_FIELD" }));

  it("passes over blank lines", () => expect(read(" \t")).toBeNull());

  const nested = (levels: number) => `{"deep":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)},"brackets":"[[{{","text":"传销"}`;

  it("reads what nests up to the limit, and writes it again", () => {
    const json = nested(jsonLevelsMax);
    const record = read(json, { keep: ["deep"] });
    expect(record).toMatchObject({ kind: "text", text: "传销" });
    expect(record?.withText("**")).toBe(`${json.replace("传销", "**")}\n`);
    expect(JSON.stringify(record)).toContain("[".repeat(jsonLevelsMax - 1));
  });

  it.each([nested(jsonLevelsMax + 1), "[".repeat(300_000), '{"a":'.repeat(300_000)])("refuses what nests more deeply", (json) => {
    expect(read(json)).toMatchObject({ kind: "broken", code: "NOMLM_INPUT_JSON", message: messagesOf.en.tooDeep });
  });
});

describe("withText", () => {
  it("changes the text and nothing else", () => {
    const json = '{ "n": 12345678901234567890, "text" : "传\\u9500\\"" , "b":{"text":"x"},"t\\u0065xt":"again" }';
    expect(read(json)?.withText("好")).toBe('{ "n": 12345678901234567890, "text" : "好" , "b":{"text":"x"},"t\\u0065xt":"好" }\n');
  });

  it("finds the field in any JSON, as JSON.parse does", () => {
    const indents = fc.constantFrom(undefined, 1, "\t");
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", 'q"', "\\", "b"), fc.jsonValue()), fc.string(), indents, (object, text, indent) => {
        const json = JSON.stringify({ ...object, text, last: [object, '}{]["\\'] }, null, indent);
        const changed = replaceSpans(json, fieldSpans(json, "text"), '"*"');
        expect(JSON.parse(changed)).toEqual({ ...JSON.parse(json), text: "*" });
      }),
    );
  });
});
