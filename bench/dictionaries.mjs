/** Dictionaries of 2 to 6 hanzi, glued by seed from the counted runs in data/runs.txt. */
import { readFileSync } from "node:fs";
import { randomOf } from "./random.mjs";

/** Lengths of the pieces that a term is glued from, with their share in percent. A 2-hanzi term holds one rare character. */
const recipes = [
  { share: 12, pieces: ["rare", 1] },
  { share: 20, pieces: [2, 1] },
  { share: 35, pieces: [2, 2] },
  { share: 16, pieces: [3, 2] },
  { share: 17, pieces: [3, 3] },
];

/**
 * Makes a dictionary.
 * @param {number} terms how many
 * @param {number} seed the same seed gives the same terms
 * @param {(term: string) => string} identity terms with the same identity (their folded form) are kept once, because matchers disagree
 *   on what a duplicate is
 * @returns {string[]}
 */
export function makeDictionary(terms, seed, identity) {
  const random = randomOf(seed);
  const runs = [null, 1, 2, 3].map((length) => length && drawer(readRuns(length), random));
  const kept = new Map();
  while (kept.size < terms) {
    const term = glue(runs, random);
    const key = identity(term);
    if (!kept.has(key)) kept.set(key, term);
  }
  return [...kept.values()];
}

function glue(runs, random) {
  const { pieces } = recipeAt(random.below(100));
  const parts = pieces.map((piece) => (piece === "rare" ? runs[1].evenly() : runs[piece].byCount()));
  return random.below(2) ? parts.join("") : parts.reverse().join("");
}

function recipeAt(percent) {
  let end = 0;
  return recipes.find(({ share }) => {
    end += share;
    return percent < end;
  });
}

let sections;

/** The runs of one length with their counts. */
function readRuns(length) {
  sections ??= readFileSync(new URL("data/runs.txt", import.meta.url), "utf8")
    .split(/^= \d\n/m)
    .slice(1);
  return sections[length - 1]
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [count, joined] = line.split(" ");
      return joined.match(new RegExp(`.{${length}}`, "gu")).map((run) => ({ run, count: Number(count) }));
    });
}

/** Draws runs either as often as they occur, or each as likely as any other. */
function drawer(runs, random) {
  const ends = [];
  let total = 0;
  for (const { count } of runs) {
    total += count;
    ends.push(total);
  }
  const byCount = () => runs[firstAbove(ends, random.fraction() * total)].run;
  return { byCount, evenly: () => runs[random.below(runs.length)].run };
}

function firstAbove(ends, x) {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
