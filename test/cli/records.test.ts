import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodings } from "../../src/cli/input/encoding.js";
import { type Fields, inputKinds } from "../../src/cli/input/record.js";
import { readRecords } from "../../src/cli/input/records.js";
import { messagesOf } from "../../src/cli/messages.js";
import { collect, cutAt } from "./chunks.js";

const fields: Fields = { text: "text", id: "id", idNamed: false, about: new Map([["at", "at"]]), keep: [] };

// Bytes that nearly mean something: pieces of each kind of input, in several encodings, and noise between them.
const piece = fc.constantFrom(
  ...[
    '{"text":"传销","at":1}',
    "id,text,at",
    '1,"a\n',
    '"',
    "\r\n",
    "\n",
    "\ufeff",
    "传销",
    "{",
    "[[",
    "\\",
    "\ud83d\ude00",
    ",",
    "\0",
  ].flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")]),
  Buffer.from([0xb4, 0xab]),
  Buffer.from([0xff]),
  Buffer.from([0xe4, 0xbc]),
);
const bytes = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 6 }) }), { maxLength: 30 })
  .map((all) => Buffer.concat(all));

describe("readRecords", () => {
  it.each(inputKinds)("answers any bytes as %s with texts and coded records, the same however they are cut", async (kind) => {
    const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(bytes, cuts, fc.constantFrom(...encodings), async (input, places, encoding) => {
        const options = { kind, encoding, fields, messages: messagesOf.en };
        const records = await collect(readRecords(cutAt(input, places), options));
        for (const record of records) {
          expect(record.form).toBe(kind);
          expect(typeof record.withText("**")).toBe("string");
          if (record.kind === "text") expect(typeof record.text).toBe("string");
          else
            expect([record.code, record.message]).toEqual([expect.stringMatching(/^NOMLM_INPUT_/), expect.stringMatching(/^[^\n传销]+$/)]);
        }
        const uncut = await collect(readRecords(cutAt(input, []), options));
        expect(records.map(({ withText, ...rest }) => [rest, withText("x")])).toEqual(
          uncut.map(({ withText, ...rest }) => [rest, withText("x")]),
        );
      }),
    );
  });

  it("detects an encoding in any bytes without failing", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(null, ...inputKinds), async (input, kind) => {
        await collect(readRecords(cutAt(input, []), { kind, encoding: null, fields, messages: messagesOf.en }));
      }),
    );
  });

  it("loses no line", async () => {
    const line = fc.string({ unit: fc.constantFrom("传", "{", '"', "a", "\\", " "), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
        const input = Buffer.from(`${lines.join("\n")}\n`);
        const numbers = async (kind: "lines" | "ndjson") =>
          (await collect(readRecords(cutAt(input, []), { kind, encoding: null, fields, messages: messagesOf.en }))).map(
            (record) => record.line,
          );
        expect(await numbers("lines")).toEqual(lines.map((_, i) => i + 1));
        expect(await numbers("ndjson")).toEqual(lines.flatMap((text, i) => (text.trim() === "" ? [] : [i + 1])));
      }),
    );
  });
});
