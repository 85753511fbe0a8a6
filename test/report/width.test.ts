import { describe, expect, it } from "vitest";
import { characterWidth, cutToWidth, displayWidth, padToWidth } from "../../src/report/width.js";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["传销", 4],
    ["ＡＢ", 4],
    ["ｱ", 1],
    ["가", 2],
    ["e\u0301", 1],
    ["𠮷", 2],
    ["💰", 2],
    ["…«»│", 4],
  ])("%j is %d columns", (text, columns) => expect(displayWidth(text)).toBe(columns));

  it("has its ranges in order, so that the search finds them", () => {
    // The last code point before, the first and the last inside, and the first after a sample of ranges.
    const edges: [number, number][] = [
      [0x10ff, 1],
      [0x1100, 2],
      [0x115f, 2],
      [0x1160, 1],
      [0x4dff, 1],
      [0x4e00, 2],
      [0xff60, 2],
      [0xff61, 1],
      [0x20000, 2],
      [0x3fffd, 2],
      [0x3fffe, 1],
    ];
    for (const [point, columns] of edges)
      expect([point.toString(16), characterWidth(String.fromCodePoint(point))]).toEqual([point.toString(16), columns]);
  });
});

describe("padToWidth and cutToWidth", () => {
  it("fills up to the width", () => expect(padToWidth("传", 4)).toBe("传  "));
  it("keeps what fits", () => expect(cutToWidth("传销", 4)).toBe("传销"));
  it("cuts no code in two", () => expect(cutToWidth("发\\u{200B}展\\u{200B}下线", 20)).toBe("发\\u{200B}展…"));
  it("cuts between characters", () => expect(cutToWidth("传销组织", 6)).toBe("传销…"));
  it("never exceeds the width", () => {
    for (let columns = 1; columns < 9; columns++) expect(displayWidth(cutToWidth("a传b销c织", columns))).toBeLessThanOrEqual(columns);
  });
});
