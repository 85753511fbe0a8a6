/** Which folds run, and how the two answers travel: as one profile number, so that tables are made once per profile. */
export interface FoldOptions {
  /** `default`: width, case, traditional, variant, in this order. `none`: every unit stays what it is. */
  readonly folds: "none" | "default";
  /** Whether noise and markup between letters are dropped. */
  readonly skipNoise: boolean;
}

/** How many profiles there are: folds on or off, noise dropped or not. */
export const profileCount = 4;

/** @returns a number below {@link profileCount}, one for each combination */
export function profileOf(options: FoldOptions): number {
  return (options.folds === "default" ? 2 : 0) + (options.skipNoise ? 1 : 0);
}
