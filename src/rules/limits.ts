/** Limits of phrases, rules and weights, each with its reason. Past a limit the compiler names the cell and a load is refused. */

/** Widest gap between two parts of a phrase, in folded units: a clause; what stands further apart is for a rule's window. */
export const gapUnitsMax = 30;
/** Most parts of one reading of a phrase: a person must see at once what it says. */
export const sequenceSymbolsMax = 12;
/** Readings of one phrase, with choices and optional parts multiplied out; more of them mean that the phrase should be several. */
export const readingsMax = 256;
/** Readings of all phrases: each may be looked at once per passage. */
export const sequencesMax = 20_000;
/** Phrases of one dictionary; they are numbered in 16 bits. */
export const phrasesMax = 10_000;
/** Word classes, slots and the sets that phrases need; they are numbered in 16 bits. */
export const symbolsMax = 60_000;
/** Parts of phrases that one word shows: each of its occurrences is listed under all of them. */
export const patternSymbolsMax = 1024;
/** Slots that a phrase asks something of (`{money>=100}`); each is compared with every slot of a passage. */
export const slotSymbolsMax = 1000;
/** Distinct words and literals. Ten times what the built-in dictionary is expected to need. */
export const lexiconWordsMax = 100_000;
/** Rules; each is tried on every passage that holds evidence. */
export const rulesMax = 2000;
/** Conditions in one list of a rule. */
export const conditionsMax = 64;
/** Widest window of a rule, in units of text: that of a passage, beyond which nothing is read together. */
export const ruleWindowUnitsMax = 800;
/** Points of one rule, either way: the score goes from 0 to 100. */
export const rulePointsMax = 100;
/** Citations: some clauses of some instruments, in a few versions. */
export const lawsMax = 1000;
/** Rows of weights: what a built-in dictionary of 1.5 MB has room for. */
export const weightRowsMax = 120_000;
/** Pairs of the gate, those with `#` once for each digit: its table has 65,536 slots, and pairs that share one are told apart no more. */
export const gatePairsMax = 30_000;
/** Rows that detectors know; they are numbered in 16 bits. */
export const detectorRowsMax = 60_000;
/** Longest sentence that a phrase or rule is proven on, in units: well within one passage. */
export const sentenceUnitsMax = 400;
