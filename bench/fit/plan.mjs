/** What is fitted: the word classes that are features, and the contexts that may speak against an offer. */

/** Classes of everyday use; the finer ones of words.csv are there for phrases. */
export const featureClasses = [
  "again",
  "below",
  "bring",
  "civic",
  "coin",
  "deny",
  "fee",
  "free",
  "game",
  "goods",
  "insur",
  "invite",
  "job",
  "join",
  "level",
  "mech",
  "more",
  "narr",
  "neg",
  "offsite",
  "once",
  "past",
  "pay",
  "perf",
  "person",
  "question",
  "rank",
  "reward",
  "second",
  "secret",
  "self",
  "share",
  "slogan",
  "soft",
  "state",
  "study",
  "task",
  "they",
  "threshold",
  "time",
  "warn",
  "yield",
];

const context = (kind, name, most = 2) => ({ kind, class: name, points: -1, most });

export const contexts = [
  context("report", "cues"),
  context("report", "warn"),
  context("report", "narr"),
  context("help_seeking", "past"),
  context("question", "question"),
  context("academic", "study"),
  context("employment", "job"),
  context("referral_fee", "once"),
  context("task_fee", "task"),
  context("insurance_property", "insur"),
  context("software_manual", "soft"),
  context("game", "game"),
  context("promotion", "goods"),
  context("civic", "civic"),
];

/** A feature must be in so many composed texts to be learnt. */
export const textsMin = 5;
/** The same for two characters with others between. */
export const apartTextsMin = 10;
/** A passage of more folded units than these adds something of its own, for each. */
export const lengths = [15, 25, 40, 70, 120, 200];
/** Features that heads and detectors keep: those that weigh least are dropped, so that the built-in dictionary stays below 1.5 MB. */
export const headRowsMost = 105_000;
export const detectorRowsMost = 30_000;
/**
 * How many times a row counts in heads and stack: sets 1, 3, 4 and 5 are of the kind that will be met, and 4 and 5 were read by others than
 * their authors; of sets 6 and 7 there is fifteen times as much.
 */
export const rowWorth = ({ id }) => (/^[rn]/.test(id) ? { heads: 2, stack: 4 } : { heads: 1, stack: 1 });
/** What a logit of each head is worth, about, when features are chosen. */
export const headWorth = [0.75, 4, 1.5, 1.5];
/** Points of a logit of the whole. */
export const pointsPerLogit = 10;
export const outcomes = { observe: 30, review: 50, priority: 80 };
/** The fitted part may make up this much of the score. */
export const fittedLimits = { least: -100, most: 79 };
/** Strength from which on an element is quoted. */
export const strengthMin = 0.5;
/** Share of ordinary lines that may pass the gate. */
export const gateShare = 0.016;
/** Share of the offers that the glance may lose. */
export const glanceLoss = 0.0007;
/** Pairs that the gate lists: the others weigh as if they were unknown. */
export const gatePairsMost = 12_000;
/** Folds in which rows are scored by a fit that has not seen them or their group. */
export const folds = 4;
/** False alarms per 10,000 on the kept lines at which `review` stands. */
export const rates = { quiet: 0.7, lower: 2 };
/** Logits above that threshold: composed look-alikes ask for more than ordinary text does. */
export const margin = 0.27;
