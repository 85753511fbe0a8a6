/** What the gate costs: recruitment rows that the dearer parts would flag, had the gate let them look. */
import { countFlagged, groupBy, partKey } from "./count.mjs";
import { isFlagged } from "./judges.mjs";

/**
 * @param {object[]} rows from `judgeRows` @param {object[]} open the same rows, judged by the dictionary whose gate is open
 * @returns {Record<string, { stopped: number, of: number }>} part of a set → recruitment rows that the gate alone keeps from being caught,
 *   of all that are caught with the gate open; parts without such rows are left out
 */
export function gateMisses(rows, open) {
  const opened = groupBy(
    open.map((row, k) => ({ ...row, stopped: isFlagged(row.verdicts.nomlm) && !isFlagged(rows[k].verdicts.nomlm) })),
    (row) => (row.label === "recruitment" ? [partKey(row)] : []),
  );
  const counts = [...opened].map(([key, members]) => [
    key,
    { stopped: members.filter(({ stopped }) => stopped).length, of: countFlagged(members, "nomlm").flagged },
  ]);
  return Object.fromEntries(counts.filter(([, { of }]) => of > 0));
}
