import fc from "fast-check";
import { expect, it } from "vitest";
import { rowOf, tableOfKeys } from "../../src/rules/weight-table.js";

it("finds every key at its row and no other, however the keys crowd", () => {
  const key = fc.oneof(
    fc.integer({ min: 0, max: 0xffff_ffff }),
    fc.integer({ min: 0x1234_0000, max: 0x1234_00f0 }),
    fc.constantFrom(0, 0xffff_ffff),
  );
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 200 }), fc.array(key, { maxLength: 20 }), (keys, others) => {
      const sorted = Uint32Array.from(keys).sort();
      const table = tableOfKeys(sorted);
      for (const [row, one] of sorted.entries()) expect(rowOf(table, one)).toBe(row);
      for (const other of others) expect(rowOf(table, other)).toBe(sorted.indexOf(other));
    }),
  );
});

it("finds the keys of a large dictionary, of which it keeps two bytes each", () => {
  const keys = Uint32Array.from(new Set(Array.from({ length: 40_000 }, (_, k) => Math.imul(k + 1, 0x9e3779b1) >>> 0))).sort();
  const table = tableOfKeys(keys);
  expect(table.lows.BYTES_PER_ELEMENT).toBe(2);
  expect(keys.every((key, row) => rowOf(table, key) === row)).toBe(true);
  const known = new Set(keys);
  const others = Array.from(keys, (key) => (key ^ 1) >>> 0).filter((key) => !known.has(key));
  expect(others.length).toBeGreaterThan(30_000);
  expect(others.every((key) => rowOf(table, key) === -1)).toBe(true);
});

it("refuses keys that crowd so much that a search would be long", () => {
  expect(() => tableOfKeys(Uint32Array.from({ length: 255 }, (_, k) => k))).not.toThrow();
  expect(() => tableOfKeys(Uint32Array.from({ length: 256 }, (_, k) => k))).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
});
