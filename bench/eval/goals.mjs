/** What is to be reached, what is accepted at least, and whether it is so. */
import { readFileSync } from "node:fs";
import { alarmsOf } from "./corpus.mjs";
import { oneRuleOf } from "./rules.mjs";

/** Goals are data: title, what is measured on which parts, from which side, the bound that must hold and the one aimed at. */
export const { goals } = JSON.parse(readFileSync(new URL("goals.json", import.meta.url), "utf8"));

/** @returns {{ n: number, of: number } | null} null where the texts were not there or there is nothing to count yet */
export function measure(goal, figures) {
  return measures[goal.measure](goal.of, figures);
}

const measures = {
  flagged: (keys, { ladder }) => sumOf(keys.map((key) => flaggedOf(ladder[key]))),
  pairs: ([name], { pairs }) => rightOf(pairs[name]),
  threads: ([name], { threads }) => rightOf(threads[name]),
  spans: ([name], { spans }) => (spans.nomlm[name] ? { n: spans.nomlm[name].overlapped, of: spans.nomlm[name].of } : null),
  corpus: ([name], { corpus }) => alarmRate(corpus?.groups.find((group) => group.name === name)),
  oneRule: (_keys, { rules, rulesAreData }) => (rulesAreData ? oneRuleOf(rules) : null),
};

/** Counts of an outcome ladder as "flagged of all". */
export function flaggedOf(ladder) {
  if (!ladder) return null;
  return { n: ladder.review + ladder.priority, of: Object.values(ladder).reduce((sum, n) => sum + n, 0) };
}

function sumOf(counts) {
  if (counts.some((count) => count === null)) return null;
  return { n: counts.reduce((sum, { n }) => sum + n, 0), of: counts.reduce((sum, { of }) => sum + of, 0) };
}

function rightOf(counts) {
  return counts ? { n: counts.nomlm.right, of: counts.nomlm.of } : null;
}

function alarmRate(group) {
  return group ? { n: alarmsOf(group), of: group.documents } : null;
}

/** A figure in the goal's unit: a share, a count, or so many per 10,000 documents. */
export function inUnit({ unit = "share" }, { n, of }) {
  if (unit === "count") return n;
  return unit === "share" ? n / of : (n / of) * 10_000;
}

/** @returns {"aim" | "must" | "below" | "watched" | "not measured"} `watched`: a goal without bounds */
export function markOf(goal, figure) {
  if (figure === null) return "not measured";
  if (goal.must === null && goal.aim === null) return "watched";
  const reaches = (bound) => bound !== null && holds(goal.at, inUnit(goal, figure), bound);
  if (reaches(goal.aim)) return "aim";
  return reaches(goal.must) ? "must" : "below";
}

function holds(at, value, bound) {
  return at === "least" ? value >= bound : value <= bound;
}

/**
 * The goals with this run's figures.
 * @returns {{ goal: object, figure: { n: number, of: number } | null, mark: string }[]}
 */
export function reach(figures, list = goals) {
  return list.map((goal) => {
    const figure = measure(goal, figures);
    return { goal, figure, mark: markOf(goal, figure) };
  });
}

/** The same figures as the six keywords make them, so that goals can be measured on those too. */
export function figuresOfKeywords({ keywords, ladder, spans, pairs, threads, corpus }) {
  const steps = (n, of) => ({ none: of - n, mention: 0, observe: 0, review: n, priority: 0 });
  const asOurs = (shapes) => Object.fromEntries(Object.entries(shapes).map(([name, counts]) => [name, { nomlm: counts.keywords }]));
  return {
    ladder: Object.fromEntries(Object.entries(ladder).map(([key, counts]) => [key, steps(keywords[key], flaggedOf(counts).of)])),
    pairs: asOurs(pairs),
    threads: asOurs(threads),
    spans: { nomlm: spans.keywords },
    corpus: corpus && { groups: corpus.groups.map((group) => ({ ...group, outcomes: steps(group.keywords, group.documents) })) },
    rulesAreData: false,
  };
}

/** The floor that a run sets: its own figures; what it did not measure keeps the old floor. */
export function floorFrom(reached, old) {
  const floors = reached.map(({ goal: { title }, figure }) => [title, figure ?? old[title]]);
  return Object.fromEntries(floors.filter(([, floor]) => floor));
}

/**
 * Compares a run with the floor. A figure that was not measured, or that is too new to have a floor, falls below none.
 * @returns {string[]} one line for each figure that fell, or that was measured on other rows than its floor
 */
export function belowFloor(reached, floor) {
  return reached.flatMap(({ goal, figure }) => {
    const least = floor[goal.title];
    if (figure === null || !least) return [];
    if (figure.of !== least.of && isPinned(goal))
      return [`${goal.title}: ${figure.of} rows, the floor was set on ${least.of}; record anew`];
    const fell = !holds(goal.at, figure.n * least.of, least.n * figure.of);
    return fell ? [`${goal.title}: ${figure.n} of ${figure.of}, the floor is ${least.n} of ${least.of}`] : [];
  });
}

/** The shipped rows are the same everywhere; how many rows a rule catches and how large a corpus folder is may change. */
function isPinned({ measure: kind }) {
  return kind !== "corpus" && kind !== "oneRule";
}
