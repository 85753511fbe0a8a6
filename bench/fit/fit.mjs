/** The whole fit: detectors, heads, what they are worth together, gate. */
import { createHash } from "node:crypto";
import { fitDetectors } from "./detectors.mjs";
import { fitGate } from "./gate.mjs";
import { fitHeads, scoreOf, seenBy } from "./heads.mjs";
import { folds, rowWorth } from "./plan.mjs";
import { keptFeatures, narrowed } from "./prune.mjs";
import { generator } from "./random.mjs";
import { fitStack } from "./stack.mjs";

/**
 * @param allRows composed rows to learn from, with `passage` (features already numbered from 0 to `features` − 1)
 * @param allOrdinary passages to learn from
 * @param formal folded texts for the gate alone
 * @param frequencies in how many composed rows each feature is
 * @param isGram by feature: 1 where it is a character or a pair
 */
export function fitAll(allRows, allOrdinary, formal, { features, detectorFeatures, frequencies, isGram, shape, names }) {
  const kept = keptFeatures(fitParts(allRows, allOrdinary, { features, detectorFeatures, shape }), frequencies);
  const rows = allRows.map((row) => ({ ...row, passage: narrowed(row.passage, kept) }));
  const ordinary = allOrdinary.map((passage) => narrowed(passage, kept));
  const seenBy = (parts, passage) => seenParts(parts, passage, isGram);
  const unseen = [];
  for (let fold = 0; fold < folds; fold++) {
    const parts = fitParts(
      rows.filter((row) => foldOf(row) !== fold),
      ordinary.filter((_, k) => k % folds !== fold),
      { features, detectorFeatures, shape },
    );
    for (const row of rows)
      if (foldOf(row) === fold)
        unseen.push({ label: row.label, weak: row.strength === "weak", worth: rowWorth(row).stack, ...seenBy(parts, row.passage) });
    for (const [k, passage] of ordinary.entries())
      if (k % folds === fold) unseen.push({ label: "ordinary", weak: false, worth: 1, ...seenBy(parts, passage) });
  }
  const parts = fitParts(rows, ordinary, { features, detectorFeatures, shape });
  const units = (label) => rows.filter((row) => row.label === label).map((row) => row.passage.units);
  const everyday = rows.filter(({ id }) => id.startsWith("o-")).map(({ passage }) => passage);
  const gate = fitGate({
    offers: units("recruitment"),
    ordinary: [...[...ordinary, ...everyday].map((passage) => passage.units), ...formal],
    random: generator(5),
  });
  return { ...parts, gate, unseen, stack: fitStack(unseen, names) };
}

/** Rows of one group are seen together or not at all. */
function foldOf({ id, group }) {
  const key = group === undefined ? id : `${id.slice(0, 3)} ${group}`;
  return createHash("sha256").update(key).digest()[0] % folds;
}

function fitParts(rows, ordinary, { features, detectorFeatures, shape }) {
  const random = generator(1);
  const detectors = fitDetectors({ rows, ordinary, features: detectorFeatures, shape, random });
  const seen = rows.map((row) => ({
    ...seenBy(detectors, row.passage),
    label: row.label,
    weak: row.strength === "weak",
    worth: rowWorth(row).heads,
  }));
  const heads = fitHeads(
    seen,
    ordinary.map((passage) => seenBy(detectors, passage)),
    features,
    random,
  );
  return { detectors, heads };
}

/** What the stack reads of a passage, and what the glance does. */
export function seenParts({ detectors, heads }, passage, isGram) {
  const seen = seenBy(detectors, passage);
  const { elements, rules, against, present, units } = passage;
  return {
    heads: Object.values(heads).map((head) => scoreOf(head, seen)),
    glance: glanceSums(heads, passage, isGram),
    elements,
    rules,
    against,
    present,
    units: units.length,
  };
}

/** Of `offer` and `topic`: what the single characters and pairs alone add up to, each as often as it is there (src/rules/glance.ts). */
function glanceSums({ offer, topic }, { features }, isGram) {
  const sumOf = ({ bias, weights }) => features.reduce((sum, feature) => sum + (isGram[feature] ? weights[feature] : 0), bias);
  return [sumOf(offer), sumOf(topic)];
}
