/** Seeded chance, so that every machine makes the same texts and dictionaries. */

/**
 * A source of 32-bit words: a Weyl sequence through a multiply-xorshift mixer.
 * @param {number} seed any integer
 * @returns {{ below(n: number): number, fraction(): number, shuffle<T>(list: T[]): T[] }}
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return (x ^ (x >>> 15)) >>> 0;
  };
  const fraction = () => word() / 0x100000000;
  const below = (n) => Math.floor(fraction() * n);
  return { below, fraction, shuffle: (list) => shuffle(list, below) };
}

/** Fisher and Yates, in place; returns the list. */
function shuffle(list, below) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}
