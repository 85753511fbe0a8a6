import { describe, expect, it } from "vitest";
import { readDate, readDay } from "../../src/compile/dates.js";
import { isJurisdiction, isPlaceCode } from "../../src/compile/places.js";

describe("dates", () => {
  it.each([
    ["2018", "2018"],
    ["2018-07", "2018-07"],
    ["2018-07-05", "2018-07-05"],
    ["2018/7/5", "2018-07-05"],
    ["2018/07/05", "2018-07-05"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", null],
    ["1900-02-29", null],
    ["2000-02-29", "2000-02-29"],
    ["2018-7-5", null],
    ["2018-13-01", null],
    ["2018-00-01", null],
    ["2018-04-31", null],
    ["2018-04-00", null],
    ["2018/7-5", null],
    ["2018/7", null],
    ["18-07-05", null],
    ["", null],
    ["2018-07-05T00:00", null],
  ])("%j is %j", (text, date) => {
    expect(readDate(text)).toBe(date);
    expect(readDay(text)).toBe(date !== null && date.length === 10 ? date : null);
  });
});

describe("GB/T 2260 codes", () => {
  it.each(["110000", "450500", "510802", "710000", "810000", "820000", "659001"])("%s is one", (code) => {
    expect(isPlaceCode(code)).toBe(true);
  });

  it.each(["", "45050", "4505000", "990100", "450001", "CN-51", "４５０５００", "000000"])("%j is none", (code) => {
    expect(isPlaceCode(code)).toBe(false);
  });

  it("a jurisdiction is also a country", () => {
    expect(["CN", "TW", "HK", "MO", "MY", "510000"].every(isJurisdiction)).toBe(true);
    expect(["cn", "CHN", "四川", "51", ""].some(isJurisdiction)).toBe(false);
  });
});
