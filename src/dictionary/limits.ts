/** Limits of a dictionary, each with its reason. Past a limit the compiler names the row and a load is refused. */

/** Longest spelling of a term, in UTF-16 units. The longest regulator phrase seen is about 20; a sentence is not a term. */
export const termUnitsMax = 64;
/** Longest id, in ASCII characters: ids stand in every hit, so they stay short. */
export const idUnitsMax = 64;
/** Longest neighbour in a term's boundary, in UTF-16 units: a scan looks no further to either side. */
export const boundaryWordUnitsMax = 24;
/** Most neighbours in one list of a boundary; each hit is compared with all of them. */
export const boundaryWordsMax = 256;
/** Most entries of one dictionary. Ten times the largest word list that was measured. */
export const termsMax = 1_000_000;
/** Longest string in the small tables (titles, notes, case sentences), in UTF-16 units. */
export const recordUnitsMax = 4096;
/** Size of the small tables as JSON, in bytes: room for about 20,000 case sentences; the worst JSON of this size takes about 350 MB to parse. */
export const recordsBytesMax = 4 * 1024 * 1024;
