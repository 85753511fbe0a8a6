/**
 * The door `nomlm/segmenter`: three optional judges of word borders behind one port. A judge is context for a hit that may have
 * come about by accident at the seam of two words (宣传|销售 holds 传销); it is never needed to find one, and the filter shows it
 * only the few characters around a hit.
 */
export type { Segmenter } from "../scan/segmenter.js";
export type { SegmenterOptions } from "./borders.js";
export { intlSegmenter } from "./intl.js";
export { jiebaSegmenter } from "./jieba.js";
export { nodeRsJiebaSegmenter } from "./node-rs-jieba.js";
