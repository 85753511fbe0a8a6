/** The ladder, weakest first. The library reports; it never blocks: that is a policy of the platform or a human decision. */
export const outcomes = ["none", "mention", "observe", "review", "priority"] as const;
export type Outcome = (typeof outcomes)[number];

/** Is `outcome` at or above `least`? */
export function atLeast(outcome: Outcome, least: Outcome): boolean {
  return outcomes.indexOf(outcome) >= outcomes.indexOf(least);
}

/** The higher of the two. */
export function higher(a: Outcome, b: Outcome): Outcome {
  return atLeast(a, b) ? a : b;
}
