import type { Element } from "../dictionary/model.js";

/**
 * The fitted part: integer weights of features (features.ts), made by `npm run fit`, kept as data in dict/weights.csv.
 * Seven detectors say where an element shows; three heads say what the words of the whole passage speak for.
 */

/** What the detectors look for, in the order of their columns. */
export const detectorElements = [
  "entry_fee",
  "recruit_reward",
  "team_compensation",
  "return_promise",
  "secrecy_or_invitation",
  "disguise_commerce",
  "slogan",
] as const satisfies readonly Element[];

/** `offer`: an offer to take part; `report`: someone tells, warns or judges (negative); `trade`: ordinary business and talk (negative). */
export const heads = ["offer", "report", "trade"] as const;

export const modelColumns = detectorElements.length + heads.length;

/** Weights are whole numbers of this many per logit. */
export const weightScale = 32;

/** Units of a detector's window, and how far windows are apart. */
export const windowUnits = 18;
export const windowStep = 4;
/** A feature that reaches this far past a window still counts for it. */
export const windowSlack = 2;

export interface Model {
  /** Open addressing, a power of two, at most half full: the key of a feature, or 0 where empty. */
  readonly keys: Uint32Array;
  /** By slot: the row of the weights. */
  readonly rows: Uint16Array;
  /** {@link modelColumns} weights per row. */
  readonly weights: Int8Array;
  readonly scoring: Scoring;
}

/** The small numbers of the fitted part and of the score (dict/scoring.json). Points are tenths of a logit. */
export interface Scoring {
  /** Bias of each detector and head, in logits × {@link weightScale}. */
  readonly detectorBias: readonly number[];
  readonly headBias: readonly number[];
  /** Points of an element's strength (0–1), of two together, of three together; keys are element names joined by `+`. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Points that every text starts with, so that `review` stands at a round number. */
  readonly base: number;
  /** How many times the negative heads count. */
  readonly reportGain: number;
  readonly tradeGain: number;
  /** Least score of each outcome. */
  readonly observe: number;
  readonly review: number;
  readonly priority: number;
  /** Strength from which on an element is evidence and is quoted. */
  readonly strengthMin: number;
}
