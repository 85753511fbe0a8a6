/** The naive truth: every term at every position, by set look-up; slow and too simple to be wrong. */

/**
 * Counts all overlapping occurrences of terms.
 * @param {string[]} terms without duplicates
 * @param {string[]} texts
 */
export function naiveCount(terms, texts) {
  const known = new Set(terms);
  const lengths = [...new Set(terms.map((term) => term.length))];
  let hits = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++)
      for (const length of lengths) hits += i + length <= text.length && known.has(text.slice(i, i + length)) ? 1 : 0;
  }
  return hits;
}

/**
 * Asks every candidate that answers `all` (all overlapping occurrences, as written) for a slice of each workload, and compares.
 * @throws {Error} when one of them differs from the naive count
 */
export async function naiveCheck(children, written, dictionary, { units, messages }) {
  const slices = { long: [written.long.slice(0, units)], messages: written.messages.slice(0, messages) };
  for (const [workload, texts] of Object.entries(slices)) {
    const expected = naiveCount(written.dictionaries[dictionary], texts);
    for (const child of children) {
      if (child.entry.candidate.answer !== "all" || !(workload in child.entry.sizes)) continue;
      const answer = await child.ask({ do: "count", texts });
      if (answer && answer.hits !== expected) {
        throw new Error(`${child.entry.candidate.id}, ${dictionary}, slice of ${workload}: ${answer.hits} hits, naive count ${expected}`);
      }
    }
  }
}
