import type { Segmenter } from "../scan/segmenter.js";
import { bordersOf, checkedWords, type SegmenterOptions } from "./borders.js";
import { importPeer } from "./peer.js";

/** The part of @node-rs/jieba (2.x) that is used. */
interface NodeRsJieba {
  readonly Jieba: { withDict(dict: Uint8Array): { cut(sentence: string, hmm: boolean): string[] } };
}

/**
 * The judge of the package @node-rs/jieba, the one to take first: prebuilt for the usual systems, no compiler, no install script.
 * Cuts by the dictionary alone, without the hidden Markov model for unknown words (see {@link jiebaSegmenter} for why).
 *
 * Loads the package's dictionary once, which takes some tenths of a second; await it when the program starts.
 * @param options `words`: words to know besides the package's. Default: none
 * @returns the judge, for `createFilter({ segmenter })`
 * @throws NomlmError `NOMLM_SEGMENTER_MISSING`, `NOMLM_SEGMENTER_BROKEN`, `NOMLM_SEGMENTER_OPTION`
 */
export async function nodeRsJiebaSegmenter(options: SegmenterOptions = {}): Promise<Segmenter> {
  const words = checkedWords(options.words);
  const { Jieba } = (await importPeer("@node-rs/jieba", "@node-rs/jieba")) as NodeRsJieba;
  // With the ending: the package has no exports map, so that ESM wants the file's own name.
  const { dict } = (await importPeer("@node-rs/jieba/dict.js", "@node-rs/jieba")) as { readonly dict: Uint8Array };
  const jieba = Jieba.withDict(dict);
  return { name: "@node-rs/jieba", boundaries: (text) => bordersOf(text, jieba.cut(text, false), words) };
}
