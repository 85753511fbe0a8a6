import { explain, type Trick } from "../fold/index.js";
import type { Hit } from "./hit.js";
import type { Sighting } from "./scanner.js";

/**
 * How sure a hit is after one trick was undone: what the same spelling is worth as evidence, by judgement, not measured (docs/folds.md).
 * Width and case are how people write; the others are rarer in honest text.
 */
const confidenceAfter: Partial<Record<Trick, number>> = {
  width: 1,
  case: 1,
  traditional: 0.99,
  variant: 0.97,
  noise: 0.98,
  zero_width: 0.98,
  markup: 0.97,
};

/** The hit as users see it. */
export function describe(text: string, { term, start, end }: Sighting): Hit {
  const surface = text.slice(start, end);
  const undone = surface === term.spelling ? [] : explain(surface, { folds: "default", skipNoise: true }, term.spelling);
  const confidence = undone.reduce((product, trick) => product * (confidenceAfter[trick] ?? 1), 1);
  return {
    term: term.spelling,
    termId: term.id,
    element: term.element,
    start,
    end,
    text: surface,
    undone,
    confidence: Math.round(confidence * 100) / 100,
  };
}
