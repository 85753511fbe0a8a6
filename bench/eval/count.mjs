/** Counting, without any rate: a figure is always "so many of so many". */
import { isFlagged } from "./judges.mjs";

export const outcomes = ["none", "mention", "observe", "review", "priority"];
export const sides = ["recruitment", "report", "benign"];
/** Kinds with fewer rows than this are counted together: one row is no rate. */
export const kindRowsMin = 5;

/** @param judge `keywords` or `nomlm` @returns {{ of: number, flagged: number }} */
export function countFlagged(rows, judge) {
  return { of: rows.length, flagged: rows.filter((row) => isFlagged(row.verdicts[judge])).length };
}

/** How many rows end on each step of the ladder. */
export function ladderOf(rows, judge) {
  const ladder = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]));
  for (const row of rows) ladder[row.verdicts[judge].outcome]++;
  return ladder;
}

/** Rows by key, in the order of the keys; a row may have several keys or none. @returns {Map<string, object[]>} */
export function groupBy(rows, keysOf) {
  const groups = new Map();
  for (const row of rows) for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rows of a set's part: `3 plain`, `real_posts strong`. */
export function partKey({ set, part }) {
  return `${set} ${part}`;
}

/** Per key, and per side of the line, how many are flagged. Sides without rows are left out. */
export function breakdown(rows, judge, keysOf) {
  return Object.fromEntries([...groupBy(rows, keysOf)].map(([key, members]) => [key, sidesOf(members, judge)]));
}

function sidesOf(rows, judge) {
  const counted = sides.map((side) => [side, rows.filter(({ label }) => label === side)]);
  return Object.fromEntries(counted.filter(([, members]) => members.length).map(([side, members]) => [side, countFlagged(members, judge)]));
}

/** A function from a row to its kind, the rare ones under one name; rows without a kind have no key. */
export function kindKeys(rows) {
  const sizes = new Map([...groupBy(rows, ({ kind }) => [kind ?? ""])].map(([kind, members]) => [kind, members.length]));
  return ({ kind }) => (kind ? [sizes.get(kind) < kindRowsMin ? "(rarer kinds)" : kind] : []);
}

/** Pairs with both sides right: `hit` caught, `miss` not. */
export function countPairs(rows, judge) {
  const pairs = [...groupBy(rows, ({ id }) => [id]).values()];
  return { of: pairs.length, right: pairs.filter((pair) => pair.every((row) => isRight(row, judge))).length };
}

/** Threads judged rightly: recruitment caught, anything else not flagged. */
export function countThreads(rows, judge) {
  return { of: rows.length, right: rows.filter((row) => isRight(row, judge)).length };
}

export function isRight(row, judge) {
  return isFlagged(row.verdicts[judge]) === (row.label === "recruitment");
}
