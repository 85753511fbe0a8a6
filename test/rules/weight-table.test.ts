import fc from "fast-check";
import { expect, it } from "vitest";
import { headWeight, packedOf, packKeys, placeOf, rowOf, weightTable } from "../../src/rules/weight-table.js";

/** Heads and places that say which row they belong to. */
function tableOfKeys(keys: Uint32Array) {
  const headWeights = Int8Array.from({ length: 4 * keys.length }, (_, k) => (k * 7) % 255);
  const detectorRows = Uint32Array.from([...keys.keys()].filter((row) => row % 3 === 1));
  return { headWeights, detectorRows, table: weightTable(packKeys(keys), headWeights, detectorRows) };
}

const key = fc.oneof(
  fc.integer({ min: 0, max: 0xffff_ffff }),
  fc.integer({ min: 0x1234_0000, max: 0x1234_0007 }),
  fc.constantFrom(0, 0xffff_ffff),
);

it("finds every key at its row and no other, however the keys crowd, with what belongs to the row", () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 200 }), fc.array(key, { maxLength: 20 }), (keys, others) => {
      const sorted = Uint32Array.from(keys).sort();
      const { table, headWeights, detectorRows } = tableOfKeys(sorted);
      for (const [row, one] of sorted.entries()) {
        expect(rowOf(table, one)).toBe(row);
        expect(placeOf(table, row)).toBe(detectorRows.indexOf(row) + 1);
        for (let head = 0; head < 4; head++) expect(headWeight(table, row, head)).toBe(headWeights[4 * row + head]);
      }
      for (const other of others) expect(rowOf(table, other)).toBe(sorted.indexOf(other));
    }),
  );
});

it("packs what it unpacked", () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 200 }), (keys) => {
      const packed = packKeys(Uint32Array.from(keys).sort());
      const table = weightTable(packed, new Int8Array(4 * keys.length), new Uint32Array(0));
      expect(packedOf(table)).toEqual(packed);
    }),
  );
});

it("finds the keys of a large dictionary, of which it keeps two bytes each", () => {
  const keys = Uint32Array.from(new Set(Array.from({ length: 40_000 }, (_, k) => Math.imul(k + 1, 0x9e3779b1) >>> 0))).sort();
  expect(packKeys(keys).lows.BYTES_PER_ELEMENT).toBe(2);
  const { table } = tableOfKeys(keys);
  expect(keys.every((one, row) => rowOf(table, one) === row)).toBe(true);
  const known = new Set(keys);
  const others = Array.from(keys, (one) => (one ^ 1) >>> 0).filter((one) => !known.has(one));
  expect(others.length).toBeGreaterThan(30_000);
  expect(others.every((one) => rowOf(table, one) === -1)).toBe(true);
});

it("refuses keys that crowd so much that a search would be long", () => {
  expect(() => packKeys(Uint32Array.from({ length: 15 }, (_, k) => k))).not.toThrow();
  expect(() => packKeys(Uint32Array.from({ length: 16 }, (_, k) => k))).toThrow(/^NOMLM_ARTIFACT_LIMIT: /);
});

it("refuses keys and rows that are not in order, and counts that are not those of the keys", () => {
  const packed = packKeys(Uint32Array.of(1, 2, 0x8000_0000));
  const heads = new Int8Array(12);
  const none = new Uint32Array(0);
  const lows = Uint32Array.from(packed.lows);
  lows[1] = lows[0];
  expect(() => weightTable({ ...packed, lows }, heads, none)).toThrow(/^NOMLM_ARTIFACT_INDEX: .*WKEY/);
  expect(() => weightTable({ ...packed, lows: packed.lows.subarray(0, 2) }, heads, none)).toThrow(/^NOMLM_ARTIFACT_INDEX: .*WCNT/);
  for (const rows of [[3], [1, 1], [2, 1]])
    expect(() => weightTable(packed, heads, Uint32Array.from(rows))).toThrow(/^NOMLM_ARTIFACT_INDEX: .*WROW/);
});
