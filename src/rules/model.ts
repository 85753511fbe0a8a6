import type { Element } from "../dictionary/model.js";
import type { FeatureSymbols } from "./features.js";
import type { WeightTable } from "./weight-table.js";

/**
 * The fitted part: integer weights of features (features.ts), made by `npm run fit`, kept as data in dict/weights.csv.
 * Seven detectors say where an element shows; four heads say what the words of the whole passage speak for; the gate says whether any
 * of this runs at all.
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

/**
 * `offer`: an offer to take part. The others only ever take away: `report`, someone tells, warns or judges; `trade`, ordinary business
 * that looks alike; `topic`, talk of another thing altogether.
 */
export const heads = ["offer", "report", "trade", "topic"] as const;

/** The column of the gate: weights of two neighbouring characters (matcher/gate.ts). */
export const gateColumn = detectorElements.length + heads.length;
export const weightColumns = [...detectorElements, ...heads, "gate"] as const;
/** Columns that are looked up while a passage is judged; the gate has a table of its own. */
export const modelColumns = gateColumn;

/** Weights are whole numbers of this many per logit. */
export const weightScale = 32;

/** Units of a detector's window, and how far windows are apart. */
export const windowUnits = 18;
export const windowStep = 4;
/** A feature that reaches this far past a window still counts for it. */
export const windowSlack = 2;

export interface Model extends WeightTable {
  /** A weight per row and head, for writing; scans read `cells`. */
  readonly headWeights: Int8Array;
  /** The rows that detectors know, ascending: far fewer. */
  readonly detectorRows: Uint32Array;
  /** A weight per such row and detector. */
  readonly detectorWeights: Int8Array;
  /** The pairs that the gate knows (matcher/gate.ts), in ascending order of their weights, and these. */
  readonly gatePairs: Uint32Array;
  readonly gateWeights: Int8Array;
  /** The symbols that are features: the word classes of `fitted.classes`, and all slots. */
  readonly symbols: FeatureSymbols;
  readonly fitted: Fitted;
}

/** The small numbers of the fitted part: field `fitted` of dict/scoring.json. */
export interface Fitted {
  /** Word classes that are features; the others are there for phrases, rules and contexts. */
  readonly classes: readonly string[];
  /** Bias of each detector and head, in logits × {@link weightScale}. */
  readonly detectorBias: readonly number[];
  readonly headBias: readonly number[];
  /** Logits of an element's strength (0–1), of the lesser of two, of the least of three; keys are element names joined by `+`. */
  readonly strengths: Readonly<Record<string, number>>;
  /** `[units, logits]`: what a passage of more than so many folded units adds; short texts and long ones say less by one word. */
  readonly lengths: readonly (readonly [number, number])[];
  /** How many times the negative heads count. */
  readonly reportGain: number;
  readonly tradeGain: number;
  readonly topicGain: number;
  /** Points of no logit at all, and of each logit. */
  readonly base: number;
  readonly pointsPerLogit: number;
  /** The part of the score that fitted weights may make up at most, either way. */
  readonly least: number;
  readonly most: number;
  /** Strength from which on an element is quoted. */
  readonly strengthMin: number;
  /** Weight of two neighbours that weights.csv does not list, and the sum at which a text is looked at more closely. */
  readonly gateDefault: number;
  readonly gateMin: number;
  /** What the single characters and pairs of a passage must give the heads (`offer`, and `topic` where it takes away), in logits, for the rest to be read. */
  readonly glanceMin: number;
}
