/** All figures of a run, from judged rows: plain counts, so that a record can be compared with another. */
import { breakdown, countFlagged, countPairs, countThreads, groupBy, kindKeys, ladderOf, partKey } from "./count.mjs";
import { countRules } from "./rules.mjs";
import { countSpans } from "./spans.mjs";

/** The five sets with labels, spans and elements; pairs, threads and real texts have tables of their own. */
const textSets = ["1", "2", "3", "4", "5"];

/**
 * @param {object[]} sets the sets that were read @param {object[]} rows from `judgeRows`
 * @returns plain data; keys by part (`3 plain`) are in the order of the sets, all others sorted
 */
export function figuresOf(sets, rows) {
  const texts = rows.filter(({ set, part }) => textSets.includes(set) && part !== "apart");
  return {
    keywords: flaggedByPart(rows, "keywords"),
    ladder: parts(rows, (members) => ladderOf(members, "nomlm")),
    ...Object.fromEntries(Object.entries(groupings(texts)).map(([name, keysOf]) => [name, byRole(sets, texts, keysOf)])),
    spans: { keywords: spansBySet(texts, "keywords"), nomlm: spansBySet(texts, "nomlm") },
    pairs: shaped(sets, rows, "pairs", countPairs),
    threads: shaped(sets, rows, "threads", countThreads),
    rules: countRules(texts),
  };
}

/** Part of a set → rows that a judge flags. */
export function flaggedByPart(rows, judge) {
  return parts(rows, (members) => countFlagged(members, judge).flagged);
}

function parts(rows, count) {
  const keys = [...new Set(rows.map(partKey))];
  const groups = groupBy(rows, (row) => [partKey(row)]);
  return Object.fromEntries(keys.map((key) => [key, count(groups.get(key))]));
}

/** What the tables of caught and wrongly flagged are grouped by. */
function groupings(texts) {
  return {
    surface: ({ surface }) => [surface],
    kind: kindKeys(texts),
    element: ({ elements }) => elements,
    evasion: ({ evasions }) => (evasions.length ? evasions : ["(none)"]),
  };
}

/** Each grouping for the sets that rules may learn from and for those that are only scored, with the keywords' total. */
function byRole(sets, texts, keysOf) {
  const roleOf = new Map(sets.map(({ name, role }) => [name, role]));
  const roles = ["fitted", "scored"].map((role) => [role, texts.filter(({ set }) => roleOf.get(set) === role)]);
  return Object.fromEntries(roles.map(([role, rows]) => [role, withTotals(rows, keysOf)]));
}

function withTotals(rows, keysOf) {
  const grouped = rows.filter((row) => keysOf(row).length);
  const total = (judge) => breakdown(grouped, judge, () => ["all"]).all ?? {};
  return { keywords: total("keywords"), nomlm: total("nomlm"), groups: breakdown(grouped, "nomlm", keysOf) };
}

function spansBySet(texts, judge) {
  const bySet = [...groupBy(texts, ({ set }) => [set])].map(([set, rows]) => [`set ${set}`, countSpans(rows, judge).all]);
  return { ...countSpans(texts, judge), ...Object.fromEntries(bySet.filter(([, { of }]) => of)) };
}

function shaped(sets, rows, shape, count) {
  const names = sets.filter((set) => set.shape === shape).map(({ name }) => name);
  const of = (name) => rows.filter(({ set }) => set === name);
  return Object.fromEntries(names.map((name) => [name, { keywords: count(of(name), "keywords"), nomlm: count(of(name), "nomlm") }]));
}
