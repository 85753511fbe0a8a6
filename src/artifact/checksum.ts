/**
 * A fast 64-bit checksum against accidents (not against people: that is what SHA-256 and signatures are for).
 * Two 32-bit lanes over little-endian words, each a multiply-xorshift, so that every flipped bit changes both.
 * @param bytes the length must be a multiple of 4; the offset too
 * @param skipFrom first byte left out; a multiple of 4
 * @param skipTo first byte taken again; a multiple of 4
 * @returns low and high half, unsigned
 */
export function checksum64(bytes: Uint8Array, skipFrom: number, skipTo: number): [number, number] {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  sums[0] = 0x811c9dc5 ^ bytes.length;
  sums[1] = 0x9747b28c;
  addWords(words, 0, Math.min(words.length, skipFrom >> 2));
  addWords(words, skipTo >> 2, words.length);
  return [sums[0] >>> 0, sums[1] >>> 0];
}

const sums = new Int32Array(2);

/** A loop of its own and nothing else in it: it runs once per start, mostly before it is compiled. */
function addWords(words: Uint32Array, from: number, to: number): void {
  let low = sums[0];
  let high = sums[1];
  for (let i = from; i < to; i++) {
    const word = words[i];
    low = Math.imul(low ^ word, 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high + word, 0x85ebca6b);
    high ^= (high >>> 13) ^ low;
  }
  sums[0] = low;
  sums[1] = high;
}
