import type { Element } from "../dictionary/model.js";
import type { Detection } from "./detect.js";
import type { Features } from "./features.js";
import { detectorElements, type Fitted, heads, type Model, weightScale } from "./model.js";
import { headWeight, rowOf } from "./weight-table.js";

/** What one thing adds to the fitted part, in points that are not yet whole. */
export interface Share {
  /** The element, or elements joined by `+`, or `length`, or null for a feature. */
  readonly element: string | null;
  readonly points: number;
  /** In the folded units of the passage. */
  readonly start: number;
  readonly end: number;
}

/** The fitted part of the score: whole points within its limits. */
export function fittedPoints(fitted: Fitted, detection: Detection): number {
  return Math.max(fitted.least, Math.min(fitted.most, unlimitedPoints(fitted, detection)));
}

/** The same before the limits. */
export function unlimitedPoints(fitted: Fitted, { units, strengths, heads: sums }: Detection): number {
  let logits = sums[0] + lengthLogits(fitted, units);
  for (const [names, weight] of combinationsOf(fitted)) logits += weight * least(names, strengths);
  for (let head = 1; head < heads.length; head++) logits += gainOf(fitted, head) * Math.min(0, sums[head]);
  return Math.round(fitted.base + fitted.pointsPerLogit * logits);
}

/** Elements whose strength suffices to quote them, in the order of their columns. */
export function shownElements({ strengthMin }: Fitted, { strengths }: Detection): number[] {
  return detectorElements.flatMap((_, k) => (strengths[k] >= strengthMin ? [k] : []));
}

/** What each strength and each feature adds; the shares, with the base, add up to {@link unlimitedPoints} but for rounding. */
export function sharesOf(model: Model, features: Features, detection: Detection): Share[] {
  const { fitted } = model;
  const shares: Share[] = [lengthShare(fitted, detection.units)];
  for (const [names, weight] of combinationsOf(fitted)) {
    const { start, end } = detection.windows[names[0]];
    const points = fitted.pointsPerLogit * weight * least(names, detection.strengths);
    shares.push({ element: names.map((k) => detectorElements[k]).join("+"), points, start, end });
  }
  return [...shares, ...featureShares(model, features, detection)];
}

/** What the length of a passage adds, in logits of `offer`. */
function lengthLogits({ lengths }: Fitted, units: number): number {
  let logits = 0;
  for (const [above, weight] of lengths) if (units > above) logits += weight;
  return logits;
}

function lengthShare(fitted: Fitted, units: number): Share {
  return { element: "length", points: fitted.pointsPerLogit * lengthLogits(fitted, units), start: 0, end: units };
}

function featureShares(model: Model, features: Features, detection: Detection): Share[] {
  const seen = new Set<number>();
  const shares: Share[] = [];
  for (let i = 0; i < features.count; i++) {
    const row = rowOf(model, features.keys[i]);
    if (row < 0 || seen.has(row)) continue;
    seen.add(row);
    const points = featurePoints(model, row, detection);
    if (points !== 0) shares.push({ element: null, points, start: features.starts[i], end: features.ends[i] });
  }
  return shares;
}

/** A negative head counts only where its sum is below zero. */
function featurePoints(model: Model, row: number, { heads: sums }: Detection): number {
  const { fitted } = model;
  let logits = 0;
  for (let head = 0; head < heads.length; head++) {
    const weight = headWeight(model, row, head) / weightScale;
    if (head === 0) logits += weight;
    else if (sums[head] < 0) logits += gainOf(fitted, head) * weight;
  }
  return fitted.pointsPerLogit * logits;
}

function gainOf({ reportGain, tradeGain, topicGain }: Fitted, head: number): number {
  return head === 1 ? reportGain : head === 2 ? tradeGain : topicGain;
}

function least(names: readonly number[], strengths: Float64Array): number {
  let lowest = 1;
  for (const k of names) if (strengths[k] < lowest) lowest = strengths[k];
  return lowest;
}

const known = new WeakMap<Fitted, [number[], number][]>();

/** The keys of `strengths` as columns; made once. */
function combinationsOf(fitted: Fitted): [number[], number][] {
  let made = known.get(fitted);
  if (made === undefined) {
    made = Object.entries(fitted.strengths).map(([key, weight]) => [key.split("+").map(columnOf), weight]);
    known.set(fitted, made);
  }
  return made;
}

function columnOf(element: string): number {
  return detectorElements.indexOf(element as Element & (typeof detectorElements)[number]);
}
