/**
 * Puts triples (pattern, start, end) in order of start, then end, then pattern. Nearly always they are: only several tables
 * in one scan, or a pattern that starts inside a one-to-many fold, come out otherwise, so the check comes first.
 * @param found triples in `triples`; those past its end are not there
 */
export function orderTriples(triples: Uint32Array, found: number): void {
  const many = Math.min(found, Math.floor(triples.length / 3));
  let sorted = true;
  for (let k = 1; sorted && k < many; k++) sorted = compare(triples, k - 1, k) <= 0;
  if (sorted) return;
  const order = Array.from({ length: many }, (_, k) => k).sort((a, b) => compare(triples, a, b));
  const copy = triples.slice(0, 3 * many);
  for (let to = 0; to < many; to++) triples.set(copy.subarray(3 * order[to], 3 * order[to] + 3), 3 * to);
}

function compare(triples: Uint32Array, a: number, b: number): number {
  return triples[3 * a + 1] - triples[3 * b + 1] || triples[3 * a + 2] - triples[3 * b + 2] || triples[3 * a] - triples[3 * b];
}
