import { specialFoldUnitsMax, specialLookaheadUnits } from "./classes.js";
import { patternUnitsMax } from "./limits.js";

/**
 * The kernel's working memory: one set for the process, not one per matcher, since a scan is synchronous and never re-enters.
 *
 * The functions that use it are made by a factory that is called once and takes these arrays into constants of its closure. That is not
 * style: V8 folds the address and length of a typed array into a loop only when the array is such a constant. Through a module variable
 * (bundlers turn `const` there into `var`), a field or a parameter the gather takes three times as long (measured, Node 20), and
 * matchers that own their scratch slow each other down as soon as two of them live.
 */

/** Units gathered at a time: text, codes, offsets and queue of one window fit the first-level caches (2k–8k measured alike). */
export const windowUnits = 4096;
/** Codes past the last one that the filter may read. */
export const padCodes = 8;
/** Most codes in the stream: what a window leaves for the next one, and what a window gives. */
export const streamMax = patternUnitsMax + windowUnits + specialLookaheadUnits + specialFoldUnitsMax + padCodes;

export const scratch = {
  /** A window of the text. */
  text: new Uint16Array(windowUnits + specialLookaheadUnits),
  /** Its codes without noise, after those that the last window left. */
  stream: new Uint16Array(streamMax),
  /** Where in the text each code stands. */
  offsets: new Uint32Array(streamMax),
  /** Candidates: positions in the stream, and which lengths may start there. */
  queue: new Uint16Array(streamMax),
  flags: new Uint8Array(streamMax),
} as const;
