/**
 * Variants: other glyphs of the same character become the simplified one.
 *
 * Japanese forms `収 → 收`, `伝 → 传`, `専 → 专` (only sources outside GB2312: 沪 欠 予 弁 芸 缶 糸 keep their Chinese meaning), compatibility
 * ideographs and radicals `U+F900 → 岂`, `⾦ → 金`, `⻓ → 长`, and rows written by hand in tools/fold/own-variants.tsv `囬 → 回`,
 * `紸 → 注`, `拵 → 存`, `掋 → 底`, `氺 → 水`, `唞 → 抖`, `㣲 → 微`. Every target has gone through traditional → simplified.
 */
import { defineFold } from "./fold.js";
import { variantPairs } from "./tables.generated.js";
import { readRows } from "./tables.js";

export const variant = defineFold("variant", () => readRows(variantPairs));
