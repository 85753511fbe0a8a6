import { NomlmError } from "../errors.js";

/** Limits of a dictionary's source. */

/** Largest file, in bytes: about a million rows of a national list. */
export const sourceFileBytesMax = 128 * 1024 * 1024;
/** Nesting of dictionary.json: an object with one object in it; a little room for unknown fields. */
export const metaDepthMax = 8;

/** @throws NomlmError `NOMLM_ARTIFACT_LIMIT` where there are more than `most` of `what` */
export function within(count: number, most: number, what: string): void {
  if (count > most) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `${count} ${what}, the limit is ${most}`);
}
