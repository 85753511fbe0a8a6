import { describe, expect, it } from "vitest";
import { classMapOf, type MatcherOptions } from "../../src/engine.js";
import { foldUnits, unitNoise, unitSpecial } from "../../src/fold/index.js";
import { codeNoise, codeOther, codeSpecial, codes } from "../../src/matcher/classes.js";

const profiles: readonly Required<MatcherOptions>[] = [
  { folds: "none", skipNoise: false },
  { folds: "default", skipNoise: true },
  { folds: "default", skipNoise: false },
  { folds: "none", skipNoise: true },
];

describe.each(profiles)("codes of folds $folds, skipNoise $skipNoise", (options) => {
  const { base, special } = classMapOf(options);
  const units = foldUnits(options);

  it("are equal for two units exactly where the fold makes them equal", () => {
    const unitOfCode = new Map<number, number>();
    for (let unit = 0; unit < 0x10000; unit++) {
      const code = codes[base + unit];
      if (code === codeOther || code === codeNoise || (code === codeSpecial && special !== null)) continue;
      expect(unitOfCode.get(code) ?? units[unit]).toBe(units[unit]);
      unitOfCode.set(code, units[unit]);
    }
    expect(new Set(unitOfCode.values()).size).toBe(unitOfCode.size);
  });

  it("say noise and special where the fold does, and `other` for noncharacters only", () => {
    const wrong: number[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const code = codes[base + unit];
      const marked = special !== null;
      if ((code === codeNoise) !== (marked && units[unit] === unitNoise)) wrong.push(unit);
      if (marked && (code === codeSpecial) !== (units[unit] === unitSpecial)) wrong.push(unit);
      if (code === codeOther && ![0xfdd0, 0xfffe, 0xffff].includes(unit)) wrong.push(unit);
    }
    expect(wrong).toEqual([]);
  });
});
