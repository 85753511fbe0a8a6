import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inertJson, inertLine, inertText } from "../../src/report/inert.js";
import { toJsonLine } from "../../src/report/json.js";
import { hasLoneSurrogate } from "../../src/text/units.js";

/** Characters that act on a terminal or on the order of text, by their own list: C0, DEL, C1, line separators, bidi controls. */
const acts = (point: number) =>
  point < 0x20 ||
  (point >= 0x7f && point <= 0x9f) ||
  [0x61c, 0x200e, 0x200f, 0x2028, 0x2029].includes(point) ||
  (point >= 0x202a && point <= 0x202e) ||
  (point >= 0x2066 && point <= 0x2069);

const hostile = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 40 });
const dense = fc.string({
  unit: fc.constantFrom(
    "\u001b",
    "[2J",
    "\u009b",
    "\u202e",
    "\u2066",
    "\r",
    "\n",
    "\t",
    "\u0000",
    "传",
    "\u200b",
    "\u200d",
    "👩",
    "\ud83d",
    "\u{e0041}",
  ),
});

describe("inertLine", () => {
  it("leaves no character that acts, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, dense), (text) => {
        expect([...inertLine(text)].filter((character) => acts(character.codePointAt(0) as number))).toEqual([]);
      }),
    );
  });

  it("never leaves half a character", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, dense), (text) => {
        expect(hasLoneSurrogate(inertLine(text))).toBe(false);
      }),
    );
  });

  it.each([
    ["传销", "传销"],
    ["\u001b[31m红", "␛[31m红"],
    ["a\u202eb", "a\\u{202E}b"],
    ["一\r\n二\n三\t四", "一↵二↵三 四"],
    ["一\r二", "一␍二"],
    ["发\u200b展", "发\\u{200B}展"],
    ["👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"],
    ["传\u200d销", "传\\u{200D}销"],
    ["\u007f\u009b", "␡\\u{009B}"],
    ["x\ud83d", "x\\u{D83D}"],
    ["𠮷野家", "𠮷野家"],
  ])("shows %j as %j", (text, shown) => expect(inertLine(text)).toBe(shown));
});

describe("inertText", () => {
  it("keeps line ends and tabs", () => expect(inertText("一\r\n二\n\t三\r四")).toBe("一\r\n二\n\t三␍四"));
});

describe("inertJson", () => {
  it("holds the same value, with nothing raw that acts", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, dense), (text) => {
        const line = toJsonLine({ text });
        expect(JSON.parse(line)).toEqual({ text });
        expect([...line.trimEnd()].filter((character) => acts(character.codePointAt(0) as number))).toEqual([]);
      }),
    );
  });

  it("leaves other JSON as it is", () => expect(inertJson('{"a":"传\\u001b"}')).toBe('{"a":"传\\u001b"}'));
});
