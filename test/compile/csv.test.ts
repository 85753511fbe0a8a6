import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/compile/csv-read.js";
import { csvCell, plainCell, safeCell, writeCsv } from "../../src/compile/csv-write.js";
import { decodeSource } from "../../src/compile/decode.js";

const special = fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "'", "=", "+", "-", "@", "＝", " ", "a", "传", "𠮷", "|");
const cell = fc.array(special, { maxLength: 6 }).map((parts) => parts.join(""));
/** What a reader gives back: line ends are one kind, spaces around a cell are gone. */
const kept = (text: string) => text.replace(/\r\n?/g, "\n").trim();
const dangerous = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

describe("CSV", () => {
  it("reads what it writes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
        const table = [["id", "a", "b"], ...rows];
        const { text } = decodeSource(new TextEncoder().encode(writeCsv(table)));
        expect(readCsv(text, "f").rows.map((row) => row.map((one) => one.text))).toEqual(
          table.map((row) => row.map((one) => plainCell(kept(safeCell(one))))),
        );
      }),
    );
  });

  it("begins with a mark and ends its lines as Excel does", () => {
    expect(
      writeCsv([
        ["id", "理由"],
        ["a", "多行\n的"],
      ]),
    ).toBe('\ufeffid,理由\r\na,"多行\n的"\r\n');
  });

  it("leaves no cell that a spreadsheet would run, and gives every text back", () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(safeCell(text).trimStart()).not.toMatch(dangerous);
        expect(plainCell(safeCell(text))).toBe(text);
        const written = csvCell(text).replace(/^"|"$/g, "");
        expect(written.trimStart()).not.toMatch(dangerous);
      }),
    );
  });

  it("knows where every cell begins", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 4 }), (rows) => {
        const { text } = decodeSource(new TextEncoder().encode(writeCsv([["id", "a", "b"], ...rows])));
        const lines = text.split("\n");
        for (const one of readCsv(text, "f").rows.flat()) {
          const rest = [lines[one.line - 1].slice(one.column - 1), ...lines.slice(one.line)].join("\n");
          const shown = rest.startsWith('"') ? rest.slice(1).replaceAll('""', "\u0000") : rest;
          const raw = shown.split(rest.startsWith('"') ? '"' : /[,\n]/)[0].replaceAll("\u0000", '"');
          expect(plainCell(raw.trim())).toBe(one.text);
        }
      }),
    );
  });

  it.each([
    [
      "a,b\n1,2",
      ",",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a;b\n1;2,5",
      ";",
      [
        ["a", "b"],
        ["1", "2,5"],
      ],
    ],
    [
      "a\tb;c\n1\t2",
      "\t",
      [
        ["a", "b;c"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\n\n,\n \n1,2\n\n",
      ",",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      'a,b\n"x" ,"y"',
      ",",
      [
        ["a", "b"],
        ["x", "y"],
      ],
    ],
    [
      'a,b\nx"y,z""',
      ",",
      [
        ["a", "b"],
        ['x"y', 'z""'],
      ],
    ],
    ["", ",", []],
    ["a", ",", [["a"]]],
  ] as const)("reads %j", (text, separator, rows) => {
    const csv = readCsv(text, "f");
    expect(csv.broken).toBeNull();
    expect(csv.separator).toBe(separator);
    expect(csv.rows.map((row) => row.map((one) => one.text))).toEqual(rows);
  });

  it("stops where quotes are wrong and says where", () => {
    for (const [text, reason] of [
      ['a,b\n1,2\n3,"4\n5,6', "unclosed"],
      ['a,b\n1,2\n3,"4"x\n5,6', "trailing"],
    ]) {
      const { broken, rows } = readCsv(text, "f");
      expect(broken).toEqual({ file: "f", line: 3, column: 3, reason });
      expect(rows.map((row) => row.map((one) => one.text))).toEqual([
        ["a", "b"],
        ["1", "2"],
      ]);
    }
  });

  it("never throws", () => {
    fc.assert(
      fc.property(cell, cell, cell, (a, b, c) => {
        const csv = readCsv(decodeSource(new TextEncoder().encode(`${a}${b}${c}`)).text, "f");
        expect(csv.rows.flat().every((one) => one.line >= 1 && one.column >= 1)).toBe(true);
      }),
    );
  });
});
