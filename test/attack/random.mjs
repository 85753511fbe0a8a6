/** Seeded chance: the same seed makes the same disguises on every machine. */

/**
 * @typedef {{ below(n: number): number, chance(share: number): boolean, pick<T>(list: readonly T[]): T, shuffled<T>(list: readonly T[]): T[] }} Random
 */

/**
 * Mulberry32: one 32-bit state, good enough to draw characters with.
 * @param {number} seed any integer
 * @returns {Random}
 */
export function randomOf(seed) {
  let state = seed | 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 0x100000000;
  };
  const below = (n) => Math.floor(fraction() * n);
  return {
    below,
    chance: (share) => fraction() < share,
    pick: (list) => list[below(list.length)],
    shuffled: (list) => shuffled(list, below),
  };
}

function shuffled(list, below) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
