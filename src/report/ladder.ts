import { type Outcome, outcomes } from "./result.js";

/**
 * Does an outcome reach a rung of the ladder?
 * @param outcome what a text came out as
 * @param floor the rung asked for
 */
export function atLeast(outcome: Outcome, floor: Outcome): boolean {
  return outcomes.indexOf(outcome) >= outcomes.indexOf(floor);
}
