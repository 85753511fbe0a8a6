/**
 * A fast 64-bit checksum against accidents (not against people: that is what SHA-256 and signatures are for).
 * Two 32-bit lanes over little-endian words, each a multiply-xorshift, so that every flipped bit changes both.
 * @param bytes the length must be a multiple of 4; the offset too
 * @param skipFrom first byte left out; a multiple of 4
 * @param skipTo first byte taken again; a multiple of 4
 * @returns low and high half, unsigned
 */
export function checksum64(bytes: Uint8Array, skipFrom: number, skipTo: number): [number, number] {
  let low = 0x811c9dc5 ^ bytes.length;
  let high = 0x9747b28c;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  for (let i = 0; i < words.length; i++) {
    if (i === skipFrom >> 2) i = skipTo >> 2;
    if (i >= words.length) break;
    low = Math.imul(low ^ words[i], 0x9e3779b1);
    low ^= low >>> 15;
    high = Math.imul(high + words[i], 0x85ebca6b);
    high ^= (high >>> 13) ^ low;
  }
  return [low >>> 0, high >>> 0];
}
