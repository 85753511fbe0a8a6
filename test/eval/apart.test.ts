/** What is learnt from and what is only scored must not be the same sentences. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/fold/index.js";

const fixtures = "test/fixtures";
const scored = ["recruitment2", "nonrecruitment2", "pairs2", "conversations2"].map((name) => join(fixtures, "devset", `${name}.jsonl`));
/** Folded characters in a row that two texts may share: numbers, stock phrases and names of things are shorter. */
const runUnits = 10;

function rowsIn(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The strings of fields that hold text. */
function textsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return ["text", "hit", "miss"].includes(key) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, Array.isArray(value) ? key : name));
}

function runsOf(text: string): string[] {
  const units = String.fromCharCode(...foldText(text, { folds: "default", skipNoise: true }).units);
  return Array.from({ length: Math.max(0, units.length - runUnits + 1) }, (_, k) => units.slice(k, k + runUnits));
}

describe("set 7", () => {
  const known = new Set(scored.flatMap(rowsIn).flatMap((row) => textsIn(row).flatMap(runsOf)));

  it.each(readdirSync(join(fixtures, "set7")).filter((file) => file.endsWith(".jsonl")))(
    "%s shares no long run of characters with what is only scored",
    (file) => {
      expect(known.size).toBeGreaterThan(10_000);
      const shared = rowsIn(join(fixtures, "set7", file)).filter((row) =>
        textsIn((row as { text: string }).text, "text").some((text) => runsOf(text).some((run) => known.has(run))),
      );
      expect(shared.map((row) => (row as { id: string }).id)).toEqual([]);
    },
  );
});
