/** Do rules generalise? How many rows hang on one rule, which rules fire once, what is lost without one (domain.md §3a of the design). */
import { isFlagged } from "./judges.mjs";

/**
 * From the rules that results name. A rule counts for a row when its finding was not held back.
 * @returns {{ caughtBy: Record<string, number>, rules: Record<string, object>, firesOnce: string[] }}
 *   `caughtBy`: caught recruitment rows by number of rules (`3` is three or more); `alone`: rows that only this rule catches
 */
export function countRules(rows) {
  const caughtBy = { 0: 0, 1: 0, 2: 0, 3: 0 };
  const rules = new Map();
  for (const row of rows) {
    const { nomlm } = row.verdicts;
    const caught = row.label === "recruitment" && isFlagged(nomlm);
    if (caught) caughtBy[Math.min(3, nomlm.rules.length)]++;
    for (const rule of nomlm.rules) {
      const count = rules.get(rule) ?? { rows: 0, caught: 0, alone: 0, wrong: 0 };
      rules.set(rule, count);
      count.rows++;
      if (caught) count.caught++;
      if (caught && nomlm.rules.length === 1) count.alone++;
      if (row.label !== "recruitment" && isFlagged(nomlm)) count.wrong++;
    }
  }
  const sorted = [...rules].sort(([a], [b]) => (a < b ? -1 : 1));
  return { caughtBy, rules: Object.fromEntries(sorted), firesOnce: sorted.filter(([, { rows: n }]) => n === 1).map(([rule]) => rule) };
}

/** The share of caught rows that exactly one rule catches; null when nothing is caught. */
export function oneRuleOf({ caughtBy }) {
  const of = Object.values(caughtBy).reduce((sum, n) => sum + n, 0);
  return of === 0 ? null : { n: caughtBy[1], of };
}

/**
 * What changes without a rule: only rows that name it and are flagged can change, so only those are scanned again.
 * @param judgeAgain judges a row by the dictionary that lacks the rule
 * @returns {{ lost: number, gone: number }} recruitment rows no longer caught; other rows no longer flagged
 */
export function lossOf(rule, rows, judgeAgain) {
  const named = rows.filter(({ verdicts: { nomlm } }) => isFlagged(nomlm) && nomlm.rules.includes(rule));
  const changed = named.filter((row) => !isFlagged(judgeAgain(row)));
  const lost = changed.filter(({ label }) => label === "recruitment").length;
  return { lost, gone: changed.length - lost };
}
