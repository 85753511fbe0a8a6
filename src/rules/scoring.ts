import { type Row, refuse } from "../dictionary/fields.js";
import { elements } from "../dictionary/model.js";
import { detectorElements, heads, type Scoring } from "./model.js";

/** Numbers of the score are small: points are tenths, biases are logits × 32. */
const numberMax = 100_000;
/** Evidence that stands together: the three elements of the law. */
const togetherMax = 3;

type Shape = number | "number" | "points";

/** By field: a list of so many numbers, a number, or points by elements. The order is that of artifacts. */
const shapes: Readonly<Record<keyof Scoring, Shape>> = {
  detectorBias: detectorElements.length,
  headBias: heads.length,
  evidence: "points",
  base: "number",
  reportGain: "number",
  tradeGain: "number",
  observe: "number",
  review: "number",
  priority: "number",
  strengthMin: "number",
};

/** The fields of dict/scoring.json. */
export const scoringFields = Object.keys(shapes) as readonly (keyof Scoring)[];

/** @returns what the field must be, or null where the value is right */
export function scoringWants(field: keyof Scoring, value: unknown): string | null {
  const shape = shapes[field];
  if (shape === "number") return isNumber(value) ? null : "a number";
  if (shape === "points") return isPoints(value) ? null : `an object: up to ${togetherMax} elements joined by + → points`;
  return Array.isArray(value) && value.length === shape && value.every(isNumber) ? null : `a list of ${shape} numbers`;
}

/** Copies a scoring out of foreign JSON. @throws NOMLM_ARTIFACT_SECTION */
export function readScoring(row: Row): Scoring {
  const scoring: Record<string, unknown> = {};
  for (const field of scoringFields) {
    const value = Object.hasOwn(row, field) ? row[field] : undefined;
    if (scoringWants(field, value) !== null) refuse(`scoring.${field} has a wrong shape`);
    scoring[field] = value;
  }
  return scoring as unknown as Scoring;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= numberMax;
}

function isPoints(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, points]) => isNumber(points) && areElements(key.split("+")));
}

function areElements(names: readonly string[]): boolean {
  const distinct = new Set(names);
  return distinct.size === names.length && names.length <= togetherMax && names.every((name) => elements.some((known) => known === name));
}
