/**
 * Case: simple lower case of each code point, whatever the script.
 *
 * `VIP → vip`, `Ж → ж`, `Σ ς → σ` (a final sigma is a sigma), `ẞ → ß` and no further, `İ → i` + U+0307, the dot being a mark that
 * noise skipping drops.
 */
import { defineFold } from "./fold.js";
import { casePairs, caseSequences } from "./tables.generated.js";
import { readRows } from "./tables.js";

export const letterCase = defineFold("case", () => readRows(casePairs, caseSequences));
