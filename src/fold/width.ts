/**
 * Width: fullwidth and halfwidth letters, circled, squared, mathematical and other compatibility forms become plain.
 *
 * `ＶＩＰ → VIP`, `① → 1`, `𝟮 → 2`, `🈶 → 有`, `㍿ → 株式会社`, `⒦ → (k)`, `ｶ → カ`, `U+3000 → space`; and the enclosed digits and letters
 * to which Unicode gives no decomposition: `❶ → 1`, `❿ → 10`, `🅥 → V`.
 *
 * NFKC of each single code point (Unicode Standard Annex #15), so base and combining mark do not join: `e` + U+0301 stays two code
 * points, and with noise skipping only `e` counts, while the single code point `é` stays `é`. Compatibility ideographs and radicals
 * belong to the variant fold.
 */
import { defineFold } from "./fold.js";
import { widthPairs, widthSequences } from "./tables.generated.js";
import { readRows } from "./tables.js";

export const width = defineFold("width", () => readRows(widthPairs, widthSequences));
