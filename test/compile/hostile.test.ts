/** Whatever the files hold, the compiler answers with diagnostics: it does not throw, and it makes an artifact exactly where there is no error. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileDictionary } from "../../src/compile/index.js";
import { sourceFileBytesMax } from "../../src/compile/limits.js";
import { recordUnitsMax, termUnitsMax } from "../../src/dictionary/limits.js";
import { filesOf, goodSource, richSource, sourceWith } from "./fixture.js";

const names = Object.keys(richSource);
const good = filesOf(richSource);

function expectAnswer(files: Map<string, Uint8Array>): void {
  const { artifact, dictionary, diagnostics } = compileDictionary(files);
  const hasErrors = diagnostics.some((one) => one.severity === "error");
  expect(artifact === null).toBe(hasErrors);
  expect(dictionary === null).toBe(hasErrors);
  for (const { line, column, message } of diagnostics) {
    expect(line >= 1 && column >= 1).toBe(true);
    expect(message).toMatch(/^[^\r\n]+$/);
  }
}

function codesOf(changes: Record<string, string>): string[] {
  return compileDictionary(filesOf(sourceWith(changes))).diagnostics.map((one) => one.code);
}

const header = "id,term,use,tier,sources";

describe("hostile sources", () => {
  it("any bytes as any file", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 60 }), (name, bytes) => {
        expectAnswer(new Map([...good, [name, bytes]]));
      }),
    );
  });

  it("any byte of a good file changed, added or removed", () => {
    const edit = fc.record({ name: fc.constantFrom(...names), at: fc.nat(1000), drop: fc.nat(3), insert: fc.uint8Array({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const files = new Map(good);
        for (const { name, at, drop, insert } of edits) {
          const bytes = files.get(name) as Uint8Array;
          const start = at % (bytes.length + 1);
          files.set(name, Uint8Array.from([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + drop)]));
        }
        expectAnswer(files);
      }),
      { numRuns: 300 },
    );
  });

  it("names that objects are born with, as files, columns, fields and words", () => {
    const words = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    for (const word of words) {
      expectAnswer(filesOf(sourceWith({ [`terms/${word}.csv`]: `${header}\n` })));
      expectAnswer(filesOf(sourceWith({ "terms/topic.csv": `${header},${word}\nT0001,传销,mention,S,src-01,x\n` })));
      expectAnswer(filesOf(sourceWith({ "terms/topic.csv": `${header}\n${word},传销,${word},${word},${word}\n` })));
      expectAnswer(filesOf(sourceWith({ "dictionary.json": `{"${word}":1}` })));
    }
  });

  it("terms up to the limit, and none beyond", () => {
    const rows = (length: number) => ({
      "terms/topic.csv": `${goodSource["terms/topic.csv"]}T0050,${"甲".repeat(length)},hit,S,,,,,,src-01,,,\n`,
    });
    expect(codesOf(rows(termUnitsMax))).toEqual([]);
    expect(codesOf(rows(termUnitsMax + 1))).toEqual(["NOMLM_DICT_TEXT_LENGTH"]);
  });

  it("sentences and titles up to the limit, and none beyond", () => {
    const cases = (length: number) => ({ "cases.csv": `id,term,text,expect\nK1,T0001,这是传销${"。".repeat(length - 4)},hit\n` });
    expect(codesOf(cases(recordUnitsMax))).toEqual([]);
    expect(codesOf(cases(recordUnitsMax + 1))).toEqual(["NOMLM_DICT_TEXT_LENGTH"]);
    const names = (length: number) => ({
      "places.csv": `id,name,code,list,year,source\nP1,${"甲".repeat(length)},450500,key-city,2018,src-01\n`,
    });
    expect(codesOf(names(recordUnitsMax))).toEqual([]);
    expect(codesOf(names(recordUnitsMax + 1))).toEqual(["NOMLM_DICT_TEXT_LENGTH"]);
  });

  it("all small tables together up to the limit, and none beyond", () => {
    const rows = Array.from({ length: 400 }, (_, i) => `K${i},T0001,这是传销${"。".repeat(recordUnitsMax - 4)},hit\n`);
    expect(codesOf({ "cases.csv": `id,term,text,expect\n${rows.join("")}` })).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });

  it("files up to the limit, and none beyond", () => {
    const blank = (length: number) => new Map([...good, ["cues.csv", new Uint8Array(length).fill(0x0a)]]);
    expect(compileDictionary(blank(sourceFileBytesMax + 1)).diagnostics.map((one) => one.code)).toEqual(["NOMLM_DICT_FILE_LIMIT"]);
  });
});
