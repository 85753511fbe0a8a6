import type { FoldOptions } from "../../src/fold/index.js";
import { foldText } from "../../src/fold/index.js";

/** Every combination of options, by name. */
export const profiles: Readonly<Record<string, FoldOptions>> = {
  full: { folds: "default", skipNoise: true },
  exactNoise: { folds: "default", skipNoise: false },
  unfolded: { folds: "none", skipNoise: true },
  exact: { folds: "none", skipNoise: false },
};

/** The folded text as a string. */
export function folded(text: string, options: FoldOptions): string {
  return foldText(text, options)
    .units.map((unit) => String.fromCharCode(unit))
    .join("");
}
