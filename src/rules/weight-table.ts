/**
 * Where the weights of a feature are. The keys are kept as the artifact has them, ascending; their upper bits say which few of them to
 * compare. Made when a dictionary is opened, in one pass: a hash table takes ten times as long, and lies less close together.
 */

export interface WeightTable {
  /** The keys of the rows, ascending, none of them twice. */
  readonly sorted: Uint32Array;
  /** By the upper {@link prefixBits} of a key: the first row with these or more. One more entry for the end. */
  readonly starts: Uint16Array;
}

/** About as many prefixes as there are rows in the built-in dictionary. */
const prefixBits = 14;
const prefixShift = 32 - prefixBits;
/** Keys are mixed over all bits, so a prefix has one or two rows; a dictionary that was made to have more is halved instead of walked. */
const walkedMax = 8;

/** @param sorted the keys of the rows, ascending */
export function weightTable(sorted: Uint32Array): WeightTable {
  const starts = new Uint16Array((1 << prefixBits) + 1);
  let prefix = 0;
  for (let row = 0; row < sorted.length; row++) {
    const own = sorted[row] >>> prefixShift;
    while (prefix < own) starts[++prefix] = row;
  }
  while (prefix < starts.length - 1) starts[++prefix] = sorted.length;
  return { sorted, starts };
}

/** The row of a feature, or −1. */
export function rowOf({ sorted, starts }: WeightTable, key: number): number {
  const prefix = key >>> prefixShift;
  let at = starts[prefix];
  let end = starts[prefix + 1];
  while (end - at > walkedMax) {
    const middle = (at + end) >>> 1;
    if (sorted[middle] <= key) at = middle;
    else end = middle;
  }
  for (; at < end; at++) if (sorted[at] >= key) return sorted[at] === key ? at : -1;
  return -1;
}
