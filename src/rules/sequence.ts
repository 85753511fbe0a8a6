/**
 * Sequences: what phrases compile to. A sequence is a list of symbols (word classes, literals, slots) with a bounded gap between
 * neighbours; it is found among the events of a passage, not by reading characters, so there is nothing to backtrack over:
 * every symbol's occurrences are visited once per step, against the ends of the step before that lie within the gap.
 */

/** An occurrence of a symbol: positions in the folded units of a passage, half-open. */
export interface Event {
  readonly start: number;
  readonly end: number;
}

export interface Sequence {
  /** Number of the phrase that this is a reading of. */
  readonly phrase: number;
  readonly symbols: readonly number[];
  /** Least and most units between symbol k − 1 and symbol k; the first entry means nothing. */
  readonly gapMin: readonly number[];
  readonly gapMax: readonly number[];
  /** The symbol whose absence spares the rest: the rarest one. */
  readonly anchor: number;
}

/** Most occurrences of one symbol that are looked at in a passage; passages are short, so only a flood of one word has more. */
export const occurrencesMax = 64;

/**
 * Finds a sequence.
 * @param occurrences by symbol, sorted by start
 * @returns the shortest match for each end of the last symbol, sorted by end
 */
export function findSequence(sequence: Sequence, occurrences: readonly (readonly Event[])[]): Event[] {
  let reached: readonly Event[] = occurrences[sequence.symbols[0]] ?? [];
  for (let k = 1; k < sequence.symbols.length && reached.length > 0; k++) {
    reached = extend(reached, occurrences[sequence.symbols[k]] ?? [], sequence.gapMin[k], sequence.gapMax[k]);
  }
  return reached as Event[];
}

function extend(reached: readonly Event[], next: readonly Event[], gapMin: number, gapMax: number): Event[] {
  const out: Event[] = [];
  for (let k = 0; k < next.length && k < occurrencesMax; k++) {
    let start = -1;
    for (let i = 0; i < reached.length && i < occurrencesMax; i++) {
      const gap = next[k].start - reached[i].end;
      if (gap >= gapMin && gap <= gapMax && reached[i].start > start) start = reached[i].start;
    }
    if (start >= 0) out.push({ start, end: next[k].end });
  }
  return out;
}
