import { scratch } from "./scratch.js";
import { hash1, hash2, hash3, hashShift, pairShift } from "./table.js";

/** See scratch.ts for why these are made by a factory. */
function createFilters() {
  const { stream, queue, flags } = scratch;
  const shift = pairShift;
  const k1 = hash1;
  const k2 = hash2;
  const k3 = hash3;

  return { filterPairs, filterOnesAndPairs, testBits };

  /** Queues the positions where the next two to four codes look like the beginning of a pattern. Two positions per round, no branches. */
  function filterPairs(filter: Uint8Array, starts: number): number {
    const mask = (filter.length - 1) | 0;
    let queued = 0;
    let third = stream[2];
    let pair0 = filter[((stream[0] << shift) ^ stream[1]) & mask];
    let pair1 = filter[((stream[1] << shift) ^ third) & mask];
    for (let i = 0; i < starts; i = (i + 2) | 0) {
      const fourth = stream[(i + 3) | 0];
      const fifth = stream[(i + 4) | 0];
      const pair2 = filter[((third << shift) ^ fourth) & mask];
      const pair3 = filter[((fourth << shift) ^ fifth) & mask];
      const even = pair0 & ((pair1 >> 3) | 1) & ((pair2 >> 4) | 3) & 7;
      const odd = pair1 & ((pair2 >> 3) | 1) & ((pair3 >> 4) | 3) & 7;
      if ((even | odd) !== 0) {
        queue[queued] = i;
        flags[queued] = even;
        queued = (queued + (-even >>> 31)) | 0;
        queue[queued] = (i + 1) | 0;
        flags[queued] = odd;
        queued = (queued + (-odd >>> 31)) | 0;
      }
      pair0 = pair2;
      pair1 = pair3;
      third = fifth;
    }
    return queued;
  }

  /** The same for tables that hold patterns of one code; slower by one load per position. */
  function filterOnesAndPairs(filter: Uint8Array, oneFlags: Uint8Array, starts: number): number {
    const mask = filter.length - 1;
    let queued = 0;
    let pair0 = filter[((stream[0] << shift) ^ stream[1]) & mask];
    let pair1 = filter[((stream[1] << shift) ^ stream[2]) & mask];
    for (let i = 0; i < starts; i++) {
      const pair2 = filter[((stream[i + 2] << shift) ^ stream[i + 3]) & mask];
      const seen = (pair0 & ((pair1 >> 3) | 1) & ((pair2 >> 4) | 3) & 7) | oneFlags[stream[i]];
      if (seen !== 0) {
        queue[queued] = i;
        flags[queued++] = seen;
      }
      pair0 = pair1;
      pair1 = pair2;
    }
    return queued;
  }

  /** Keeps the candidates whose hashed prefix is known; without branches, since one in two would be guessed wrong. */
  function testBits(bits: Uint32Array, candidates: number): number {
    const down = hashShift(bits.length) | 0;
    let kept = 0;
    for (let k = 0; k < candidates; k++) {
      const at = queue[k];
      const two = Math.imul((stream[at] << 16) | stream[at + 1], k1);
      const three = two ^ Math.imul(stream[at + 2], k2);
      const four = three ^ Math.imul(stream[at + 3], k3);
      const word2 = bits[two >>> down];
      const word3 = bits[three >>> down];
      const word4 = bits[four >>> down];
      const seen =
        ((word2 >>> (two & 31)) & (word2 >>> ((two >>> 5) & 31)) & 1) |
        (((word3 >>> (three & 31)) & (word3 >>> ((three >>> 5) & 31)) & 1) << 1) |
        (((word4 >>> (four & 31)) & (word4 >>> ((four >>> 5) & 31)) & 1) << 2) |
        8;
      const still = flags[k] & seen;
      queue[kept] = at;
      flags[kept] = still;
      kept = (kept + (-still >>> 31)) | 0;
    }
    return kept;
  }
}

export const { filterPairs, filterOnesAndPairs, testBits } = createFilters();
