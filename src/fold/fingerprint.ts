/** What an artifact remembers of the folds it was compiled with. */
import { type FoldOptions, profileOf } from "./options.js";
import { tableHash } from "./tables.generated.js";

/** Raised by hand when the code of a fold changes what it makes of a text while the tables stay. */
const foldRevision = 1;

/** @returns a 32-bit number that changes with the tables, the code of the folds and the options */
export function foldFingerprint(options: FoldOptions): number {
  let hash = tableHash;
  for (const part of [foldRevision, profileOf(options)]) hash = Math.imul(hash ^ part, 0x01000193);
  return hash >>> 0;
}
