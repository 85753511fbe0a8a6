/** The figures of `npm run eval -- --attack`, on a few disguises of each kind. */
import { expect, it } from "vitest";
import { dictionaryOf } from "../../src/compile/index.js";
import { builtinDictionary, createFilter } from "../../src/index.js";

const attack: string = "../../bench/eval/attack.mjs";
const { runAttack } = await import(attack);

it("counts the disguises of every kind, and sees that those which the folds undo are seen through", async () => {
  const printed: string = await runAttack({ createFilter, builtinDictionary, dictionaryOf }, { perKind: 4, perPair: 1 });
  const rows = new Map(
    printed
      .split("\n## Two kinds combined")[0]
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .map(([, kind, ...cells]): [string, string[]] => [kind, cells]),
  );
  const generated = ["width", "zero_width", "homophone", "split", "symbol"].map((kind) => rows.get(kind)?.[0]);
  expect(generated).toEqual(["4", "4", "4", "4", "4"]);
  expect(["width", "traditional", "zero_width"].map((kind) => rows.get(kind)?.[2])).toEqual(["100.0 %", "100.0 %", "100.0 %"]);
  expect(Number(rows.get("all kinds")?.[0])).toBeGreaterThan(90);
});
