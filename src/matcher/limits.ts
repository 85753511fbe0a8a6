/** Limits of the matcher, each with its reason. */

/** Longest pattern in folded units. The stream keeps this many units between windows; real terms have at most some dozens. */
export const patternUnitsMax = 1024;
/** Most patterns in one table: ids are 32-bit and the tables stay below 2^31 bytes. */
export const patternsMax = 4_000_000;
/** Most UTF-16 units of noise between two neighbouring characters of a term: two emoticon codes, or a flood of zero-width characters, fit. */
export const noiseGapUnitsMax = 32;
