/** Names the tricks that folding has undone inside a hit. Called for hits only, so it may look closely. */
import { foldPoint } from "./fold.js";
import { isZeroWidth } from "./noise.js";
import type { FoldOptions } from "./options.js";
import { folds } from "./points.js";
import { forEachStep } from "./text.js";
import { type Trick, tricks } from "./tricks.js";

/**
 * @param surface the text of the hit as written
 * @param options the folds that found it
 * @param term the term as its author wrote it. With it, only what differs from the term is named: `VIP` in the text is no trick when
 * the term is `VIP`. Default: every change counts
 * @returns the tricks among width, case, traditional, variant, noise, zero_width, markup, in this order
 */
export function explain(surface: string, options: FoldOptions, term = ""): Trick[] {
  const expected = new Map(stepsOf(term, options).map((step) => [keyOf(step), tricksOf(step, options)]));
  const found = stepsOf(surface, options).flatMap((step) => {
    const own = expected.get(keyOf(step)) ?? [];
    return tricksOf(step, options).filter((trick) => !own.includes(trick));
  });
  return tricks.filter((trick) => found.includes(trick));
}

interface Step {
  readonly source: string;
  /** How many folded units stand before it. */
  readonly before: number;
  /** How many units it became; 0 for noise and markup. */
  readonly count: number;
}

function stepsOf(text: string, options: FoldOptions): Step[] {
  const steps: Step[] = [];
  let before = 0;
  forEachStep(text, options, (from, to, _written, count) => {
    steps.push({ source: text.slice(from, to), before, count });
    before += count;
  });
  return steps;
}

/** Letters are compared by their place, noise by its place and what it is. */
function keyOf({ before, source, count }: Step): string {
  return count > 0 ? `${before}` : `${before} ${source}`;
}

function tricksOf({ source, count }: Step, options: FoldOptions): Trick[] {
  const points = Array.from(source, (character) => character.codePointAt(0)!);
  if (points.length > 1) return ["markup"];
  if (count === 0) return [isZeroWidth(points[0]) ? "zero_width" : "noise"];
  return options.folds === "default" ? tricksOfPoint(points[0], 0) : [];
}

/** Which folds change a code point, each looking at what the ones before made of it. */
function tricksOfPoint(point: number, from: number): Trick[] {
  for (let place = from; place < folds.length; place++) {
    const folded = foldPoint(folds[place], point);
    if (folded === undefined) continue;
    const parts = typeof folded === "number" ? [folded] : Array.from(folded);
    return [folds[place].trick, ...parts.flatMap((part) => tricksOfPoint(part, place + 1))];
  }
  return [];
}
