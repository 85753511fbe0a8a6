/**
 * Counts runs of one, two and three Han characters in texts whose licence allows counts to be published, and writes the commonest to
 * bench/data/runs.txt. The benchmark glues its dictionaries from that file, so it needs no corpus itself.
 *
 *   node tools/count-runs.mjs CORPORA_DIR [OUTPUT]
 *
 * Only the files named below are read (MIT, Apache-2.0 and statute texts), only lines whose SHA-256 ends in an even byte (the other
 * lines stay unseen for measuring), and only runs of at least `documentsMin` documents are kept, so that nobody's own sentence is among them.
 * The same files give the same bytes.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sources = [
  ["chat_lccc_toy.txt", "thu-coai/CDial-GPT (LCCC), MIT"],
  ["dialog_crosswoz.txt", "thu-coai/CrossWOZ, Apache-2.0"],
  ["dialog_kdconv.txt", "thu-coai/KdConv, Apache-2.0"],
  ["laws_cn.txt", "statutes of the PRC (Copyright Law, art. 5)"],
  ["laws_tw.txt", "statutes of the ROC (Copyright Act, art. 9)"],
  ["statutes_on_topic.txt", "statutes of the PRC (Copyright Law, art. 5)"],
  ["poetry_tangsong_hant.txt", "chinese-poetry/chinese-poetry, MIT"],
];
/** A run that fewer documents share is dropped: it could be somebody's sentence. */
const documentsMin = 5;
/** How many runs of length 1, 2 and 3 are kept; chosen so that the file stays under 300 kB. */
const runsKept = [6000, 20000, 12000];

main(process.argv[2], process.argv[3] ?? new URL("../bench/data/runs.txt", import.meta.url));

function main(directory, output) {
  if (!directory) {
    console.error("usage: node tools/count-runs.mjs CORPORA_DIR [OUTPUT]");
    process.exit(2);
  }
  const tallies = [new Map(), new Map(), new Map()];
  for (const [file] of sources) for (const line of evenLines(join(directory, file))) tally(line, tallies);
  const body = tallies.flatMap((runs, i) => section(i + 1, commonest(runs, runsKept[i])));
  writeFileSync(output, `${[...header(), ...body].join("\n")}\n`);
}

/** The lines whose SHA-256 ends in an even byte: one document a line. */
function evenLines(path) {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.filter((line) => createHash("sha256").update(line).digest()[31] % 2 === 0);
}

/** Adds a document's runs to the tallies: occurrences, and documents that hold the run. */
function tally(line, tallies) {
  const seen = new Set();
  for (const [han] of line.matchAll(/[\u4e00-\u9fff]+/g)) {
    for (let length = 1; length <= 3; length++) {
      for (let i = 0; i + length <= han.length; i++) count(tallies[length - 1], han.slice(i, i + length), seen);
    }
  }
}

function count(runs, run, seen) {
  const entry = runs.get(run) ?? { occurrences: 0, documents: 0 };
  entry.occurrences++;
  if (!seen.has(run)) entry.documents++;
  seen.add(run);
  runs.set(run, entry);
}

/** The commonest runs, ties in code-unit order, so that the output does not depend on the order of the files. */
function commonest(runs, kept) {
  const shared = [...runs].filter(([, entry]) => entry.documents >= documentsMin);
  shared.sort(([a, x], [b, y]) => y.occurrences - x.occurrences || (a < b ? -1 : 1));
  return shared.slice(0, kept);
}

/** One line per count: the count, then all runs that have it, without separators (all have the same length). */
function section(length, runs) {
  const lines = [];
  for (let i = 0, j = 0; i < runs.length; i = j) {
    const { occurrences } = runs[i][1];
    for (j = i; j < runs.length && runs[j][1].occurrences === occurrences; ) j++;
    lines.push(
      `${occurrences} ${runs
        .slice(i, j)
        .map(([run]) => run)
        .join("")}`,
    );
  }
  return [`= ${length}`, ...lines];
}

function header() {
  return [
    "# Counts of runs of one, two and three Han characters, made by tools/count-runs.mjs. Counts, not text.",
    `# Kept: the ${runsKept.join(", ")} commonest among runs found in at least ${documentsMin} documents.`,
    "# After a line '= N' each line is a count, a space, and the runs of length N that occur so often, written without separators.",
    ...new Set(sources.map(([, licence]) => `# From: ${licence}`)),
  ];
}
