import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CsvReader, type CsvRow } from "../../src/cli/input/csv.js";
import { CsvRecords } from "../../src/cli/input/csv-records.js";
import type { Fields } from "../../src/cli/input/record.js";
import { messagesOf } from "../../src/cli/messages.js";

const lineOf = (text: string, i: number) => ({ number: i + 1, text, ending: "\n" as const, replaced: 0, tooLong: false });

function rowsOf(csv: string, unitsMax = 1000): CsvRow[] {
  const reader = new CsvReader(unitsMax);
  const rows = csv.split("\n").map((text, i) => reader.push(lineOf(text, i)));
  return [...rows, reader.end()].filter((row) => row !== null);
}

const fields: Fields = { text: "text", id: "id", idNamed: false, about: new Map(), keep: [] };

function recordsOf(csv: string, more: Partial<Fields> = {}) {
  const records = new CsvRecords({ ...fields, ...more }, messagesOf.en);
  const read = csv.split("\n").map((text, i) => records.push(lineOf(text, i)));
  return [...read, records.end()].filter((record) => record !== null);
}

describe("CsvReader", () => {
  it("reads what another writer wrote", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", "传", " ", "a", ";"), maxLength: 6 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(table, (rows) => {
        const header = rows.map((row) => row.map((_, i) => `c${i}`)).slice(0, 1);
        const csv = Papa.unparse([...header, ...rows], { newline: "\n" });
        expect(rowsOf(csv).map((row) => row.cells)).toEqual([...header, ...rows]);
      }),
    );
  });

  it("says on which line a row begins", () => expect(rowsOf('a,b\n"1\n2",x\n3,y').map((row) => row.line)).toEqual([1, 2, 4]));
  it("takes the separator from the header", () => {
    expect(rowsOf("a;b;c\n1,5;2;3")[1]?.cells).toEqual(["1,5", "2", "3"]);
    expect(rowsOf('a\tb\n"1"\t2')[1]?.cells).toEqual(["1", "2"]);
  });
  it("takes a quote inside a cell for a character", () => expect(rowsOf('a,b\n5" disk,x')[1]?.cells).toEqual(['5" disk', "x"]));

  it("does not let an open quote swallow the file", () => {
    const rows = rowsOf(`a,b\n"open,1\n${"x,y\n".repeat(20)}z,w`, 30);
    expect(rows.map((row) => row.unclosed)).toContain(true);
    expect(rows.at(-1)?.cells).toEqual(["z", "w"]);
  });
  it("reports a quote that is open at the end", () => expect(rowsOf('a,b\n"1,2').at(-1)).toMatchObject({ line: 2, unclosed: true }));
});

describe("CsvRecords", () => {
  it("reads texts by the name of the column", () => {
    expect(recordsOf("id,note,text\nm1,n,传销\n,x,好\n", { keep: ["note"] })).toMatchObject([
      { kind: "text", line: 2, id: "m1", text: "传销", meta: { note: "n" } },
      { kind: "text", line: 3, id: null, text: "好" },
    ]);
  });
  it("needs the column, and the id if it was named", () => {
    expect(recordsOf("a,b\n1,2")).toMatchObject([{ kind: "broken", line: 1, code: "NOMLM_INPUT_CSV" }]);
    expect(recordsOf("text,b\n1,2", { id: "nr", idNamed: true })).toMatchObject([{ kind: "broken", line: 1 }]);
    expect(recordsOf("text,b\n1,2")).toMatchObject([{ kind: "text", id: null }]);
  });
  it("keeps the place of a row with too few or too many cells", () => {
    expect(recordsOf("id,text\n1,a\n2\n3,b,c\n4,d").map(({ kind, line }) => [kind, line])).toEqual([
      ["text", 2],
      ["broken", 3],
      ["broken", 4],
      ["text", 5],
    ]);
  });
  it("puts a text into its row, in safe cells", () => {
    expect(recordsOf('id,text,c\n1,"传,销",=x')[0]?.withText("**")).toBe("1,**,'=x\r\n");
  });
});
