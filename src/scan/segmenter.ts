/**
 * The port for judges of word borders (nodejieba, @node-rs/jieba, Intl.Segmenter, or the caller's own). A judge can only refuse hits
 * at accidental borders (宣传|销售 holds 传销); it never makes one, and nothing depends on its presence.
 */
export interface Segmenter {
  readonly name: string;
  /**
   * Called with a short window around a hit, never with a whole text ({@link judgedUnitsMax}): some judges are quadratic.
   * @returns sorted offsets of word borders in UTF-16 units, 0 and `text.length` included
   */
  boundaries(text: string): readonly number[] | Uint32Array;
}

/** Units that a judge is shown on either side of a hit. */
export const judgedUnitsAround = 16;
/** The longest window that a judge is shown; a longer hit is not judged. */
export const judgedUnitsMax = 64;
