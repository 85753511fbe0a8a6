import { NomlmError } from "../errors.js";
import type { Segmenter } from "../scan/segmenter.js";
import { bordersOf, checkedWords, type SegmenterOptions } from "./borders.js";
import { brokenDetail, importPeer } from "./peer.js";

/** The part of nodejieba (3.x) that is used. */
interface Nodejieba {
  load(): unknown;
  cut(sentence: string): string[];
}

/**
 * The judge of the package nodejieba (cppjieba). It is compiled when it is installed, so it needs a C++ compiler and Node's headers;
 * where that is a trouble take {@link nodeRsJiebaSegmenter}, which cuts the same words. Cuts by the dictionary alone: the hidden
 * Markov model for unknown words glues 品 and 案 into a word, and would lose 云集品 in 云集品案.
 *
 * Loads the package's dictionary once, which takes about a second; await it when the program starts.
 * @param options `words`: words to know besides the package's. Default: none
 * @returns the judge, for `createFilter({ segmenter })`
 * @throws NomlmError `NOMLM_SEGMENTER_MISSING`, `NOMLM_SEGMENTER_BROKEN`, `NOMLM_SEGMENTER_OPTION`
 */
export async function jiebaSegmenter(options: SegmenterOptions = {}): Promise<Segmenter> {
  const words = checkedWords(options.words);
  const nodejieba = (await importPeer("nodejieba", "nodejieba")) as Nodejieba;
  loadDictionary(nodejieba);
  return { name: "nodejieba", boundaries: (text) => bordersOf(text, nodejieba.cut(text), words) };
}

/** nodejieba finds out only here that its native part was never built. */
function loadDictionary(nodejieba: Nodejieba): void {
  try {
    nodejieba.load();
  } catch {
    throw new NomlmError("NOMLM_SEGMENTER_BROKEN", brokenDetail("nodejieba"));
  }
}
