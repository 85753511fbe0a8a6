/** What a score catches at a given rate of false alarms; counts of whole rows. */
import { lowerCorpora } from "./inputs.mjs";

/**
 * @param kept ordinary lines: `{ file, score }`
 * @param rates false alarms per 10,000 that are allowed
 * @returns the lowest threshold that keeps both: a score is flagged at or above it
 */
export function thresholdAt(kept, rates) {
  const of = (isLower) => kept.filter(({ file }) => lowerCorpora.test(file) === isLower).map(({ score }) => score);
  const least = (scores, rate) => [...scores].sort((a, b) => b - a)[Math.floor((scores.length * rate) / 1e4)] ?? Number.NEGATIVE_INFINITY;
  return Math.max(least(of(false), rates.quiet), least(of(true), rates.lower)) + 1e-9;
}

/** @param scored by set, pairs and real rows: rows with `score` */
export function figuresOf({ sets, pairs, real }, threshold) {
  const share = (list) => `${list.filter(({ score }) => score >= threshold).length}/${list.length}`;
  const isPlain = ({ label, evasions }) => label === "recruitment" && !evasions?.length;
  const lines = Object.entries(sets).map(([name, rows]) => {
    const of = (label) => share(rows.filter((row) => row.label === label));
    return `set ${name}: plain ${share(rows.filter(isPlain))}, reports ${of("report")}, harmless ${of("benign")}`;
  });
  lines.push(`pairs right ${pairs.filter(([hit, miss]) => hit.score >= threshold && miss.score < threshold).length}/${pairs.length}`);
  if (real === null) return lines;
  const graded = (list, isStrong) =>
    share(list.filter(({ label, strength }) => label === "recruitment" && (strength === "strong") === isStrong));
  const bait = real.posts.filter(({ label }) => label === "job_bait" || label === "referral_fee");
  lines.push(
    `real posts: strong ${graded(real.posts, true)}, weak ${graded(real.posts, false)}, bait ${share(bait)}; schemes: strong ${graded(real.schemes, true)}, look-alikes ${share(real.schemes.filter(({ label }) => label !== "recruitment"))}; mentions ${share(real.mentions)}`,
  );
  return lines;
}
