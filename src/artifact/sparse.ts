import { NomlmError } from "../errors.js";

/**
 * Sections that are mostly zeros (hash tables) without them: a bit per 32-bit word, whether it is there, lowest first; then the words
 * that are. Unpacking is one pass, so that it costs less than what it saves in reading and checksums.
 */

const wordBytes = 4;
const bitmapBits = 32;

/** @returns the packed bytes, or null where that would save less than a tenth */
export function packSparse(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length % wordBytes !== 0) return null;
  const words = new Uint32Array(bytes.slice().buffer);
  const there = words.filter((word) => word !== 0);
  const bitmap = new Uint32Array(Math.ceil(words.length / bitmapBits));
  for (let k = 0; k < words.length; k++) if (words[k] !== 0) bitmap[k >>> 5] |= 1 << (k & 31);
  const packed = new Uint32Array(bitmap.length + there.length);
  packed.set(bitmap);
  packed.set(there, bitmap.length);
  return packed.byteLength > 0.9 * bytes.length ? null : new Uint8Array(packed.buffer);
}

/**
 * @param packed aligned to four bytes
 * @param length bytes of the unpacked section
 * @throws NomlmError `NOMLM_ARTIFACT_SECTION` when the two do not belong together
 */
export function unpackSparse(packed: Uint8Array, length: number): Uint8Array {
  const bitmapWords = Math.ceil(length / wordBytes / bitmapBits);
  if (length % wordBytes !== 0 || packed.length % wordBytes !== 0 || packed.length < wordBytes * bitmapWords) throw broken();
  const source = new Uint32Array(packed.buffer, packed.byteOffset, packed.length / wordBytes);
  const words = new Uint32Array(length / wordBytes);
  let next = bitmapWords;
  for (let k = 0; k < bitmapWords; k++) {
    for (let bits = source[k]; bits !== 0; bits &= bits - 1) {
      const at = k * bitmapBits + (31 - Math.clz32(bits & -bits));
      if (at >= words.length || next >= source.length) throw broken();
      words[at] = source[next++];
    }
  }
  if (next !== source.length) throw broken();
  return new Uint8Array(words.buffer);
}

function broken(): NomlmError {
  return new NomlmError("NOMLM_ARTIFACT_SECTION", "a packed section has a broken length");
}
