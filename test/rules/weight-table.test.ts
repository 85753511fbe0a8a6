import fc from "fast-check";
import { expect, it } from "vitest";
import { rowOf, weightTable } from "../../src/rules/weight-table.js";

it("finds every key at its row and no other, however the keys crowd", () => {
  const key = fc.oneof(
    fc.integer({ min: 0, max: 0xffff_ffff }),
    fc.integer({ min: 0x1234_0000, max: 0x1234_0100 }),
    fc.constantFrom(0, 0xffff_ffff),
  );
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 300 }), fc.array(key, { maxLength: 20 }), (keys, others) => {
      const sorted = Uint32Array.from(keys).sort();
      const table = weightTable(sorted);
      for (const [row, one] of sorted.entries()) expect(rowOf(table, one)).toBe(row);
      for (const other of others) expect(rowOf(table, other)).toBe(sorted.indexOf(other));
    }),
  );
});
