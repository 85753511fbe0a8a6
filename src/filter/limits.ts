/** Limits of one scan, each with its reason; `createFilter({ limits })` may lower or raise them. */

/** UTF-16 units of one text that are read: a book of eight thousand pages; scanned in a tenth of a second. What follows is not read, and the result says so. */
export const textUnitsMax = 16 * 1024 * 1024;
/** Hits listed for one text. A text with more is no message; the result says that the list is cut. */
export const hitsMax = 10_000;
/** Matches looked at per listed hit: boundaries, allow-phrases and context words thin them out. */
export const matchesPerHit = 4;
/** Terms and allow-phrases given at run time; larger lists are dictionaries. */
export const runtimeTermsMax = 200_000;
