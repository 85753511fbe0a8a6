/** False alarms on ordinary text: a folder of .txt files, one document a line. Its text appears in no output. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outcomes } from "./count.mjs";
import { isFlagged, judgeByKeywords } from "./judges.mjs";
import { Refusal } from "./refusal.mjs";
import { marker } from "./sets.mjs";

/**
 * Scans every document of the folder.
 * @param {string} folder @param filter @param {(termId: string) => string} tierOf @param plan groups of file names and the fitted files
 * @returns {{ files: object[], groups: object[], alarms: object[] }} files and groups with counts; `alarms` are places, not texts
 * @throws Refusal when the folder holds no document
 */
export function scanCorpus(folder, filter, tierOf, plan = marker.corpora) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const alarms = [];
  const files = names.map((name) => countFile(name, readDocuments(join(folder, name)), { filter, tierOf, alarms, plan }));
  const groups = groupsOf(files, plan);
  if (!groups.length) throw new Refusal("the corpus folder holds no .txt file with a line of text");
  return { files, groups, alarms };
}

function readDocuments(file) {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}

function countFile(name, documents, { filter, tierOf, alarms, plan }) {
  const count = emptyCount();
  const oddHalf = plan.fitted.includes(name) ? emptyCount() : null;
  documents.forEach((document, k) => {
    const result = filter.scan(document);
    addDocument(count, document, result, tierOf);
    if (oddHalf && isOddHalf(document)) addDocument(oddHalf, document, result, tierOf);
    if (isFlagged(result)) alarms.push({ file: name, line: k + 1, outcome: result.outcome, score: result.score, rules: rulesOf(result) });
  });
  return { name, ...count, oddHalf };
}

function rulesOf({ findings }) {
  return [...new Set(findings.filter(({ guard }) => guard === null).map(({ rule }) => rule))];
}

/**
 * Fitting reads only lines whose SHA-256 ends in an even byte; figures on a file so used are given on the other lines.
 * @param {string} line one document, without its line break
 */
export function isOddHalf(line) {
  return createHash("sha256").update(line).digest().at(-1) % 2 === 1;
}

export function emptyCount() {
  return { documents: 0, keywords: 0, outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])), tiers: {}, tricks: {} };
}

/** Adds a document: its outcome, and its hits by tier and by each trick that was undone. */
export function addDocument(count, document, { outcome, hits }, tierOf) {
  count.documents++;
  count.outcomes[outcome]++;
  if (isFlagged(judgeByKeywords(document))) count.keywords++;
  for (const { termId, undone } of hits) {
    addTo(count.tiers, tierOf(termId), 1);
    for (const trick of undone.length ? undone : ["(plain)"]) addTo(count.tricks, trick, 1);
  }
}

function addTo(counts, key, n) {
  counts[key] = (counts[key] ?? 0) + n;
}

/** Sums of files by group, in the plan's order; files that no group names are `other`. */
export function groupsOf(files, plan) {
  const named = new Set(Object.values(plan.groups).flat());
  const others = files.filter(({ name }) => !named.has(name)).map(({ name }) => name);
  const groups = Object.entries({ ...plan.groups, other: others });
  return groups
    .map(([name, members]) =>
      sumOf(
        name,
        files.filter((file) => members.includes(file.name)),
      ),
    )
    .filter(({ documents }) => documents > 0);
}

function sumOf(name, files) {
  const sum = emptyCount();
  for (const file of files) {
    sum.documents += file.documents;
    sum.keywords += file.keywords;
    for (const part of ["outcomes", "tiers", "tricks"]) for (const [key, n] of Object.entries(file[part])) addTo(sum[part], key, n);
  }
  return { name, ...sum };
}

/** False alarms: documents with outcome `review` or `priority`. */
export function alarmsOf({ outcomes: { review, priority } }) {
  return review + priority;
}

/** Tier of a hit's term; words that give at most `mention` have a tier of no meaning and are counted apart. */
export function tiersOf({ terms }) {
  const tiers = new Map(terms.map(({ id, use, tier }) => [id, use === "hit" ? tier : use]));
  return (termId) => tiers.get(termId) ?? "unknown";
}
