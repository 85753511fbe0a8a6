/** Hit counts decide whether a time counts at all: a fast wrong answer fails the run. */
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("definitions/hits.json", import.meta.url);

/**
 * Compares the rows' hits with each other and with the pinned counts.
 * @param {object[]} rows with `dictionary`, `workload`, `size`, `answer`, `hits`
 * @param {{ shipped: boolean, pin: boolean }} options `shipped`: the text is the shipped one, so counts are pinned; `pin`: write
 *   the counts instead of comparing with them
 * @returns {string[]} one line per wrong count
 */
export function checkHits(rows, { shipped, pin }) {
  const answered = rows.filter((row) => row.hits !== null);
  const found = new Map();
  const problems = [];
  for (const row of answered) {
    const key = keyOf(row);
    if (found.has(key) && found.get(key) !== row.hits)
      problems.push(`${key}: ${row.candidate} reports ${row.hits}, another ${found.get(key)}`);
    else found.set(key, row.hits);
  }
  if (!shipped) return problems;
  const pinned = JSON.parse(readFileSync(file, "utf8"));
  if (pin && !problems.length) writeCounts({ ...pinned, ...Object.fromEntries(found) });
  return pin ? problems : [...problems, ...differences(found, pinned)];
}

function differences(found, pinned) {
  return [...found]
    .filter(([key, hits]) => pinned[key] !== hits)
    .map(([key, hits]) => `${key}: ${hits} hits, expected ${pinned[key] ?? "(not pinned)"}`);
}

function keyOf({ dictionary, workload, size, answer }) {
  return [dictionary, workload, size, answer].join(" | ");
}

function writeCounts(counts) {
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
