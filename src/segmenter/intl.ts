import { NomlmError } from "../errors.js";
import type { Segmenter } from "../scan/segmenter.js";
import { bordersOf, checkedWords, type SegmenterOptions } from "./borders.js";

/**
 * Everyday words that ICU's dictionary cuts into single characters (ICU 78) and that end with the first character of a term
 * (上传|销售 holds 传销). Found by asking it for the words in …传.
 */
const wordsUnknownToIcu = ["上传", "下传", "回传", "网传", "外传", "误传", "疯传", "家传", "祖传", "秘传", "真传", "口传"];

/**
 * The judge that every modern runtime has: `Intl.Segmenter`, by ICU's dictionary. Nothing to install; the coarsest of the three,
 * since ICU knows fewer words than jieba (it cuts 传销 itself into 传|销).
 *
 * Do not give it long text yourself: on Node 20 its time is quadratic (a text of 100,000 characters takes 20 s). The filter shows
 * it at most 64 units at once.
 * @param options `words`: words to know besides ICU's. Default: none, beyond a dozen in …传 that are always known
 * @returns the judge, for `createFilter({ segmenter })`
 * @throws NomlmError `NOMLM_SEGMENTER_UNSUPPORTED` in a runtime without `Intl.Segmenter`, `NOMLM_SEGMENTER_OPTION`
 */
export async function intlSegmenter(options: SegmenterOptions = {}): Promise<Segmenter> {
  const words = checkedWords(options.words, wordsUnknownToIcu);
  if (typeof Intl === "undefined" || typeof Intl.Segmenter !== "function") throw new NomlmError("NOMLM_SEGMENTER_UNSUPPORTED");
  const icu = new Intl.Segmenter("zh", { granularity: "word" });
  return { name: "Intl.Segmenter", boundaries: (text) => bordersOf(text, segmentsOf(icu, text), words) };
}

function* segmentsOf(icu: Intl.Segmenter, text: string): Iterable<string> {
  for (const { segment } of icu.segment(text)) yield segment;
}
