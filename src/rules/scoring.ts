import { type Row, refuse } from "../dictionary/fields.js";
import { type Element, elements, legalElements, supportElements } from "../dictionary/model.js";
import { type ContextKind, contextKinds } from "./finding.js";
import { detectorElements, type Fitted, heads } from "./model.js";

/** The numbers of the score (dict/scoring.json): all points are whole. docs/outcome.md tells how they are joined. */
export interface Scoring {
  /** Points of each element that a phrase or a term shows, once however often. */
  readonly evidence: Readonly<Partial<Record<Element, number>>>;
  /** What speaks against an offer where it stands near the evidence. */
  readonly context: readonly ContextWeight[];
  /** Units of text around the evidence in which context is looked for. */
  readonly contextUnits: number;
  /** Least score of each outcome. */
  readonly observe: number;
  readonly review: number;
  readonly priority: number;
  /** The fitted part, or null where the dictionary has none. */
  readonly fitted: Fitted | null;
}

/** In place of a word class: the terms of use `cue`. */
export const cueClass = "cues";

export interface ContextWeight {
  readonly kind: ContextKind;
  /** A word class, whose words are the cues, or {@link cueClass}. */
  readonly class: string;
  /** Points of each cue, below zero; a word counts once. */
  readonly points: number;
  /** Cues that count at most. */
  readonly most: number;
}

/** What holds in a dictionary without scoring.json: two legal elements are `review` by the rules that join them. */
export const defaultScoring: Scoring = {
  evidence: Object.fromEntries([...[...legalElements].map((name) => [name, 15]), ...[...supportElements].map((name) => [name, 8])]),
  context: [{ kind: "report", class: cueClass, points: -40, most: 1 }],
  contextUnits: 40,
  observe: 8,
  review: 50,
  priority: 80,
  fitted: null,
};

/** Numbers of the score are small. */
const numberMax = 100_000;
/** Evidence that stands together: the three elements of the law. */
const togetherMax = 3;
const contextsMax = 200;

type Shape = number | "number" | "whole" | "points" | "strengths" | "lengths" | "contexts" | "classes" | "fitted";

const fittedShapes: Readonly<Record<keyof Fitted, Shape>> = {
  classes: "classes",
  detectorBias: detectorElements.length,
  headBias: heads.length,
  strengths: "strengths",
  lengths: "lengths",
  reportGain: "number",
  tradeGain: "number",
  topicGain: "number",
  base: "number",
  pointsPerLogit: "number",
  least: "whole",
  most: "whole",
  strengthMin: "number",
  gateDefault: "whole",
  gateMin: "whole",
  glanceMin: "number",
};

/** By field: a list of so many numbers, a number, points by elements and so on. The order is that of artifacts. */
const shapes: Readonly<Record<keyof Scoring, Shape>> = {
  evidence: "points",
  context: "contexts",
  contextUnits: "whole",
  observe: "whole",
  review: "whole",
  priority: "whole",
  fitted: "fitted",
};

/** The fields of dict/scoring.json. */
export const scoringFields = Object.keys(shapes) as readonly (keyof Scoring)[];

/** @returns what the field must be, or null where the value is right */
export function scoringWants(field: keyof Scoring, value: unknown): string | null {
  return wants(shapes[field], value);
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

function wants(shape: Shape, value: unknown): string | null {
  if (shape === "number") return isNumber(value) ? null : "a number";
  if (shape === "whole") return isWhole(value) ? null : "a whole number";
  if (shape === "points") return isPoints(value) ? null : "an object: elements → whole points above zero";
  if (shape === "strengths") return isStrengths(value) ? null : `an object: up to ${togetherMax} elements joined by + → logits`;
  if (shape === "lengths") return isLengths(value) ? null : "a list of [units, logits]";
  if (shape === "contexts")
    return isContexts(value) ? null : "a list of { kind, class, points below zero, most }, with kinds that the library knows";
  if (shape === "classes") return Array.isArray(value) && value.every(isClassName) ? null : "a list of word classes";
  if (shape === "fitted") return value === null ? null : wantsFitted(value);
  return Array.isArray(value) && value.length === shape && value.every(isNumber) ? null : `a list of ${shape} numbers`;
}

function wantsFitted(value: unknown): string | null {
  if (!isObject(value)) return "null, or an object";
  for (const [field, shape] of Object.entries(fittedShapes)) {
    const wanted = wants(shape, Object.hasOwn(value, field) ? value[field] : undefined);
    if (wanted !== null) return `an object whose ${field} is ${wanted}`;
  }
  const unknown = Object.keys(value).find((field) => !Object.hasOwn(fittedShapes, field));
  return unknown === undefined ? null : `an object with no other fields than ${Object.keys(fittedShapes).join(", ")}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= numberMax;
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && isNumber(value);
}

function isPoints(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).every(([key, points]) => areElements([key]) && isWhole(points) && (points as number) > 0);
}

function isStrengths(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([key, logits]) => isNumber(logits) && areDetected(key.split("+")));
}

function isLengths(value: unknown): boolean {
  const isLength = (pair: unknown) => Array.isArray(pair) && pair.length === 2 && isWhole(pair[0]) && pair[0] >= 0 && isNumber(pair[1]);
  return Array.isArray(value) && value.length <= contextsMax && value.every(isLength);
}

function isContexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= contextsMax && value.every(isContext);
}

function isContext(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 4) return false;
  const { kind, class: name, points, most } = value;
  const isNamed = contextKinds.some((known) => known === kind) && isClassName(name);
  return isNamed && isWhole(points) && (points as number) < 0 && isWhole(most) && (most as number) >= 1;
}

function isClassName(name: unknown): boolean {
  return typeof name === "string" && /^[a-z][a-z0-9_]*$/.test(name);
}

function areElements(names: readonly string[]): boolean {
  return names.every((name) => elements.some((known) => known === name));
}

function areDetected(names: readonly string[]): boolean {
  const distinct = new Set(names);
  return distinct.size === names.length && names.length <= togetherMax && names.every((name) => detectorElements.some((e) => e === name));
}
