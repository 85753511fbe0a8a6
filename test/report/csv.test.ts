import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvColumns, csvRow, renderCsvRow, safeCell } from "../../src/report/csv.js";
import { inertText } from "../../src/report/inert.js";
import { resultOf } from "./results.js";

describe("csvRow", () => {
  it("is read back by another CSV reader as the same cells, apart from the guard", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r\n", "'", "=", "+", "传", " ", "a", "1", "\t"), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = Papa.parse<string[]>(csvRow(cells), { delimiter: ",", newline: "\r\n" }).data;
        const expected = cells.map((text) => inertText(text));
        expect(row?.map((text, i) => (text === `'${expected[i]}` ? expected[i] : text))).toEqual(expected);
      }),
    );
  });

  it.each(["=1+1", "+V", "-x", "@cmd", " =1", "＝1", "＋V", "'=1", "+1-1"])("guards %j", (cell) => expect(safeCell(cell)).toBe(`'${cell}`));

  it("guards a tab at the beginning", () => expect(safeCell("\tx")).toBe(`"'\tx"`));

  it.each(["传销", "-5", "+3.25", "1e5", "a=b", ""])("leaves %j", (cell) => expect(safeCell(cell)).toBe(cell));
});

describe("renderCsvRow", () => {
  it("has a cell for each column and for what was added", () => {
    const result = resultOf("➕V, +v入门费", [{ text: "+v" }, { text: "入门费" }], { id: "=1" });
    const cells = Papa.parse<string[]>(renderCsvRow(result, { line: 7, more: ["b"] }), { delimiter: "," }).data[0] as string[];
    expect(cells).toHaveLength(csvColumns.length + 1);
    expect(Object.fromEntries(csvColumns.map((column, i) => [column, cells[i]]))).toMatchObject({
      id: "'=1",
      line: "7",
      outcome: "observe",
      hits: "'+v|入门费",
    });
  });
});
