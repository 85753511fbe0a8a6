import type { Span } from "./hit.js";

/** Terms up to this many units are not read across the end of a sentence: 「我要宣传。销售…」 is no 传销. */
const shortUnitsMax = 4;
/** Terms of two units are not read across a pause either, nor over more than this much noise. */
const pairUnits = 2;
const pairNoiseUnitsMax = 20;

const sentenceEnd = /[。．！？!?；;…\n\r\u2028\u2029\v\f]/;
const pause = /[，、,：:。．！？!?；;…\n\r\u2028\u2029\v\f]/;

/**
 * May a hit hold this noise? What stands between the characters of a disguised word is decoration; what stands between two words is
 * punctuation.
 * @param units folded units of the term
 */
export function noiseAllows(text: string, { start, end }: Span, units: number): boolean {
  if (units > shortUnitsMax || end - start <= units) return true;
  const surface = text.slice(start, end);
  if (units > pairUnits) return !sentenceEnd.test(surface);
  return end - start - units <= pairNoiseUnitsMax && !pause.test(surface);
}
