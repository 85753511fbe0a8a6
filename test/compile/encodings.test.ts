import { describe, expect, it } from "vitest";
import { compileDictionary, type Diagnostic } from "../../src/compile/index.js";
import { filesOf, richSource } from "./fixture.js";

/** Encoders for tests: the platform only has one for UTF-8, so GBK is made from its decoder. */
const gbkPairs = new Map<string, [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const text = new TextDecoder("gbk").decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== "\ufffd") gbkPairs.set(text, [lead, trail]);
  }
}

function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => (character < "\u0080" ? [character.charCodeAt(0)] : (gbkPairs.get(character) ?? [0x3f]))),
  );
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((i) => {
      const unit = text.charCodeAt(i);
      return isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
    }),
  );
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const crlf = (text: string) => text.replaceAll("\n", "\r\n");
const tabbed = (text: string) => crlf(text).replaceAll(",", "\t");

/** Ways in which an editor or Excel saves a text, and what the compiler remarks about a CSV file saved so. */
const ways: readonly [name: string, save: (text: string) => Uint8Array, remarks: readonly string[]][] = [
  ["UTF-8 with CRLF", (text) => utf8(crlf(text)), []],
  ["UTF-8 with CR", (text) => utf8(text.replaceAll("\n", "\r")), []],
  ["UTF-8 with mark (Excel: CSV UTF-8)", (text) => utf8(`\ufeff${crlf(text)}`), []],
  ["GBK (Excel: CSV)", (text) => gbk(crlf(text)), ["NOMLM_DICT_ENCODING_READ"]],
  [
    "UTF-16LE with mark and tabs (Excel: Unicode text)",
    (text) => utf16(`\ufeff${tabbed(text)}`, true),
    ["NOMLM_DICT_ENCODING_READ", "NOMLM_DICT_SEPARATOR"],
  ],
  ["UTF-16BE with mark", (text) => utf16(`\ufeff${crlf(text)}`, false), ["NOMLM_DICT_ENCODING_READ"]],
  ["UTF-16LE without mark", (text) => utf16(crlf(text), true), ["NOMLM_DICT_ENCODING_READ"]],
  ["UTF-16BE without mark", (text) => utf16(crlf(text), false), ["NOMLM_DICT_ENCODING_READ"]],
];

const expected = compileDictionary(filesOf(richSource)).artifact;

function savedWith(save: (text: string) => Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(richSource).map(([file, text]) => [file, file.endsWith(".csv") ? save(text) : utf8(text)]));
}

function only(file: string, bytes: Uint8Array): Diagnostic[] {
  const { artifact, diagnostics } = compileDictionary(new Map([...filesOf(richSource), [file, bytes]]));
  expect(artifact === null).toBe(diagnostics.some((one) => one.severity === "error"));
  return diagnostics.filter((one) => one.file === file);
}

describe("encodings of the source", () => {
  it.each(ways)("the same artifact from %s", (_, save, remarks) => {
    const { artifact, diagnostics } = compileDictionary(savedWith(save));
    expect(artifact).toEqual(expected);
    // A file of plain ASCII is the same bytes in GBK and in UTF-8.
    const files = Object.entries(richSource).filter(
      ([file, text]) => file.endsWith(".csv") && (/[^\n -~]/.test(text) || save(text)[1] !== text.charCodeAt(1)),
    );
    expect(diagnostics.map((one) => one.code).sort()).toEqual(remarks.flatMap((code) => files.map(() => code)).sort());
  });

  it("reads dictionary.json in GBK", () => {
    const bytes = gbk(richSource["dictionary.json"]);
    expect(only("dictionary.json", bytes).map((one) => one.code)).toEqual(["NOMLM_DICT_ENCODING_READ"]);
  });

  it("tells GBK that happens to be valid UTF-8 from UTF-8", () => {
    const text = "id,term,use,tier,sources\nT0009,一隆,mention,S,src-01\n";
    expect(new TextDecoder("utf-8", { fatal: true }).decode(gbk(text))).not.toContain("一隆");
    const { dictionary } = compileDictionary(new Map([...filesOf(richSource), ["terms/custom.csv", gbk(text)]]));
    expect(dictionary?.terms.map((term) => term.text)).toContain("一隆");
  });

  it("names broken UTF-8 with its place and does not take it for GBK", () => {
    const bytes = utf8("id,phrase,covers,reason\nA01,传销法研究会,传销,学会名\n");
    bytes[bytes.length - 3] = 0xff;
    expect(only("allow.csv", bytes)).toMatchObject([{ code: "NOMLM_DICT_ENCODING", severity: "error", line: 2, column: 17 }]);
  });

  it("names UTF-16 that is cut in half", () => {
    const bytes = utf16(`\ufeff${richSource["allow.csv"]}`, true);
    expect(only("allow.csv", bytes.subarray(0, bytes.length - 1))).toMatchObject([{ code: "NOMLM_DICT_ENCODING" }]);
  });

  it("names bytes that are no text at all", () => {
    const noise = Uint8Array.from({ length: 400 }, (_, i) => ((i * 197 + 13) % 256) | 0x80);
    expect(only("allow.csv", noise).map((one) => one.code)).toEqual(["NOMLM_DICT_ENCODING"]);
  });

  it("names a character that GBK could not hold", () => {
    const bytes = gbk("id,phrase,covers,reason\nA01,传销法𠮷研究会,传销,学会名\n");
    expect(only("allow.csv", bytes)).toMatchObject([
      { code: "NOMLM_DICT_ENCODING_READ" },
      { code: "NOMLM_DICT_EXCEL_LOST", line: 2, column: 5 },
    ]);
  });
});
