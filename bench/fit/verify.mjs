/** Where not all inputs are there: the committed weights, verified on the sets that are shipped. */
import { readFileSync } from "node:fs";
import { createFilter } from "../../dist/index.js";
import { figuresOf } from "./figures.mjs";
import { composedSets, inputHashes, pairs } from "./inputs.mjs";

const recordFile = new URL("../record/fit.json", import.meta.url);

/**
 * Scores the shipped sets with the built-in dictionary and compares them with the record of the fit; names inputs that have changed or
 * are missing.
 * @returns exit code: 0, or 1 where a shipped input or a figure differs from the record
 */
export async function verify({ isRecording = false } = {}) {
  const filter = await createFilter();
  const scored = (row) => ({ ...row, score: ["review", "priority"].includes(filter.scan(row.text).outcome) ? 1 : 0 });
  const sets = Object.fromEntries(
    Object.entries(composedSets())
      .filter(([name]) => name !== "o")
      .map(([name, rows]) => [name, rows.map(scored)]),
  );
  const twins = pairs().map(({ hit, miss }) => [scored({ text: hit }), scored({ text: miss })]);
  const figures = figuresOf({ sets, pairs: twins, real: null }, 1);
  for (const line of figures) console.log(`  ${line}`);
  if (isRecording) return figures;
  const record = JSON.parse(readFileSync(recordFile, "utf8"));
  const here = new Map(inputHashes().map(({ name, sha256 }) => [name, sha256]));
  const isShipped = ({ name }) => name.endsWith(".jsonl") && !name.startsWith("real_");
  for (const input of record.inputs) console.log(`${stateOf(input, here).padEnd(9)}${input.sha256}  ${input.name}`);
  const changed = record.inputs.filter((input) => isShipped(input) && here.get(input.name) !== input.sha256);
  const isSame = JSON.stringify(figures) === JSON.stringify(record.figures);
  console.log(
    isSame && changed.length === 0
      ? "the weights give the recorded figures"
      : "the figures or the inputs differ from bench/record/fit.json",
  );
  return isSame && changed.length === 0 ? 0 : 1;
}

function stateOf({ name, sha256 }, here) {
  if (!here.has(name)) return "missing";
  return here.get(name) === sha256 ? "same" : "changed";
}
