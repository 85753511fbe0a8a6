/** The whole fit: detectors, heads, what they are worth together, gate. */
import { createHash } from "node:crypto";
import { fitDetectors } from "./detectors.mjs";
import { fitGate } from "./gate.mjs";
import { fitHeads, scoreOf, seenBy } from "./heads.mjs";
import { folds } from "./plan.mjs";
import { generator } from "./random.mjs";
import { fitStack } from "./stack.mjs";

/**
 * @param rows composed rows to learn from, with `passage` (features already numbered from 0 to `features` − 1)
 * @param ordinary passages to learn from
 */
export function fitAll(rows, ordinary, { features, shape, names }) {
  const unseen = [];
  for (let fold = 0; fold < folds; fold++) {
    const parts = fitParts(
      rows.filter((row) => foldOf(row) !== fold),
      ordinary.filter((_, k) => k % folds !== fold),
      { features, shape },
    );
    for (const row of rows)
      if (foldOf(row) === fold) unseen.push({ label: row.label, weak: row.strength === "weak", ...seenParts(parts, row.passage) });
    for (const [k, passage] of ordinary.entries())
      if (k % folds === fold) unseen.push({ label: "ordinary", weak: false, ...seenParts(parts, passage) });
  }
  const parts = fitParts(rows, ordinary, { features, shape });
  const units = (label) => rows.filter((row) => row.label === label).map((row) => row.passage.units);
  const gate = fitGate({
    offers: units("recruitment"),
    others: [...units("report"), ...units("benign")],
    ordinary: ordinary.map((passage) => passage.units),
    random: generator(5),
  });
  return { ...parts, gate, stack: fitStack(unseen, names) };
}

/** Rows of one group are seen together or not at all. */
function foldOf({ id, group }) {
  const key = group === undefined ? id : `${id.slice(0, 3)} ${group}`;
  return createHash("sha256").update(key).digest()[0] % folds;
}

function fitParts(rows, ordinary, { features, shape }) {
  const random = generator(1);
  const detectors = fitDetectors({ rows, ordinary, features, shape, random });
  const seen = rows.map((row) => ({ ...seenBy(detectors, row.passage), label: row.label, weak: row.strength === "weak" }));
  const heads = fitHeads(
    seen,
    ordinary.map((passage) => seenBy(detectors, passage)),
    features,
    random,
  );
  return { detectors, heads };
}

/** What the stack reads of a passage. */
export function seenParts({ detectors, heads }, passage) {
  const seen = seenBy(detectors, passage);
  const { elements, rules, against, present } = passage;
  return { heads: Object.values(heads).map((head) => scoreOf(head, seen)), elements, rules, against, present };
}
