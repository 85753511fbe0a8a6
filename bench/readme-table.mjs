/**
 * The README's table from the newest records.
 *
 *   node bench/readme-table.mjs            prints it
 *   node bench/readme-table.mjs FILE…      puts it between the lines <!-- bench:start --> and <!-- bench:end --> of each file
 *   node bench/readme-table.mjs --check FILE…   exit 1 when a file's table is not the newest
 */
import { readFileSync, writeFileSync } from "node:fs";
import { short } from "./numbers.mjs";
import { newestRecords } from "./record.mjs";
import { cellsOf, ratiosOf, table } from "./tables.mjs";

const between = /(<!-- bench:start -->\n)[\s\S]*?(<!-- bench:end -->)/;

main(process.argv.slice(2));

function main(args) {
  const check = args.includes("--check");
  const files = args.filter((arg) => arg !== "--check");
  const page = readmeTable(newestRecords());
  if (!files.length) console.log(page);
  for (const file of files) {
    const before = readFileSync(file, "utf8");
    if (!between.test(before)) throw new Error(`${file} has no bench markers`);
    const after = before.replace(between, (_all, start, end) => `${start}${page}\n${end}`);
    if (check && after !== before) process.exitCode = 1;
    if (!check) writeFileSync(file, after);
  }
}

function readmeTable(records) {
  const head = [
    "text",
    "terms",
    "call",
    "two-pass",
    "fastest rival",
    "nomlm",
    "× two-pass",
    "× rival",
    "nomlm +2",
    "× two-pass",
    "× rival",
  ];
  const lines = records.flatMap((record) => cellsOf(record.scan).map((cell) => readmeLine(record, cell)));
  return [table(head, lines, 3), ...records.map(footnote)].join("\n\n");
}

function readmeLine(record, cell) {
  const [alone, crowded] = ["nomlm folds", "nomlm folds +2"].map((id) => ratiosOf(cell, id));
  const figures = [alone, crowded].flatMap((ratios) => [ratios?.speed, ratios?.baseline, ratios?.rival].map(short));
  const rivals = [cell.baseline, cell.rival].map((row) => short(row?.speed.median));
  return [
    record.text.shipped ? "shipped" : "corpora",
    cell.dictionary,
    cell.workload === "long" ? "one text" : "messages",
    ...rivals,
    ...figures,
  ];
}

function footnote({ text, machine, date }) {
  return `${text.shipped ? "Shipped" : "Corpora"}: ${text.from}; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${date}.`;
}
