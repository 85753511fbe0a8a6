import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedUnitsMax, foldSpecial, foldText, foldUnits, markupUnitsMax, unitNoise, unitSpecial } from "../../src/fold/index.js";
import { folded, profiles } from "./profiles.js";

/** Text rich in what makes folding hard: markup and pieces of it, pairs and halves of pairs, one-to-many forms, marks. */
const piece = fc.oneof(
  fc.constantFrom(
    "传",
    "銷",
    "Ａ",
    "İ",
    "㍿",
    "⒦",
    "ﬁ",
    "½",
    "é",
    "e\u0301",
    "1️⃣",
    "𠮷",
    "𝐀",
    "😀",
    "🇨🇳",
    "\ud83d",
    "\ude00",
    "\r\n",
    "\u200b",
    "ﷺ",
  ),
  fc.constantFrom(
    "[em]e1[/em]",
    "[em]",
    "[/em]",
    "e400655",
    "[微笑]",
    "/玫瑰",
    "/",
    "[",
    "<b>",
    "</",
    "<span class='x'>",
    ">",
    "<",
    "\ufffe",
    "\uffff",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
const profile = fc.constantFrom(...Object.values(profiles));

describe("foldText", () => {
  it("gives ascending places inside the text, and the units of each place are the fold of its slice", () => {
    fc.assert(
      fc.property(text, profile, (written, options) => {
        const { units, at, end } = foldText(written, options);
        expect(at.length).toBe(units.length);
        expect(end.length).toBe(units.length);
        for (let place = 0; place < units.length; place++) {
          const first = at.indexOf(at[place]);
          const together = units.filter((_, other) => at[other] === at[place]);
          expect(at[place]).toBeGreaterThanOrEqual(place > 0 && first === place ? end[place - 1] : 0);
          expect(end[place]).toBeGreaterThan(at[place]);
          expect(end[place]).toBeLessThanOrEqual(written.length);
          expect(folded(written.slice(at[place], end[place]), options)).toBe(String.fromCharCode(...together));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never changes its own result", () => {
    fc.assert(
      fc.property(text, (written) => {
        const once = folded(written, profiles.full);
        expect(folded(once, profiles.full)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it("folds each part alone, where nothing spans the border", () => {
    fc.assert(
      fc.property(text, text, profile, (left, right, options) => {
        // A line end is in no markup and no pair when letters stand around it.
        expect(folded(`${left}好\n好${right}`, options)).toBe(
          folded(`${left}好`, options) + folded("\n", options) + folded(`好${right}`, options),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("the table and the special fold, as a kernel uses them", () => {
  it("give the same as foldText when only 48 units after a special one are visible", () => {
    fc.assert(
      fc.property(text, profile, (written, options) => {
        expect(gathered(written, options)).toEqual(foldText(written, options).units);
      }),
      { numRuns: 300 },
    );
  });

  it("mark noise only where noise is skipped, and nothing where nothing folds", () => {
    expect(foldSpecial(profiles.exact)).toBeNull();
    foldUnits(profiles.exact).forEach((unit, source) => {
      if (unit !== source) throw new Error(`unit ${source} changes`);
    });
    expect(foldUnits(profiles.exactNoise)).not.toContain(unitNoise);
    expect(foldUnits(profiles.full)).toContain(unitNoise);
    expect(foldUnits(profiles.full)).toBe(foldUnits({ ...profiles.full }));
  });

  it("leave to the special fold only surrogates, starts of markup and forms of several units", () => {
    const special = foldSpecial(profiles.full);
    const out = new Uint16Array(foldedUnitsMax);
    let longest = 0;
    foldUnits(profiles.full).forEach((unit, source) => {
      const surrogate = source >= 0xd800 && source < 0xe000;
      if (unit !== unitSpecial || surrogate || "[/<".includes(String.fromCharCode(source))) return;
      const result = special?.(Uint16Array.of(source), 0, 1, out) ?? 0;
      expect(result >> 8).toBe(1);
      expect(result & 0xff).toBeGreaterThan(1);
      longest = Math.max(longest, result & 0xff);
    });
    expect(longest).toBe(15);
  });
});

function gathered(written: string, options: Parameters<typeof foldUnits>[0]): number[] {
  const table = foldUnits(options);
  const special = foldSpecial(options);
  const out = new Uint16Array(foldedUnitsMax);
  const units: number[] = [];
  for (let at = 0; at < written.length; ) {
    const unit = table[written.charCodeAt(at)];
    if (special === null || (unit !== unitSpecial && unit !== unitNoise)) units.push(unit);
    if (special === null || unit !== unitSpecial) {
      at++;
      continue;
    }
    const seen = written.slice(at, at + 1 + markupUnitsMax);
    const result = special(unitsOf(seen), 0, seen.length, out);
    units.push(...out.subarray(0, result & 0xff));
    at += result >> 8;
  }
  return units;
}

function unitsOf(written: string): Uint16Array {
  return Uint16Array.from({ length: written.length }, (_, at) => written.charCodeAt(at));
}
