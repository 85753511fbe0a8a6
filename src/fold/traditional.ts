/**
 * Traditional → simplified, character by character, with the forms of Taiwan and Hong Kong.
 *
 * `傳銷 → 传销`, `髮 → 发`, `裏 裡 → 里`, `衆 眾 → 众`. Of the 3,755 ideographs of GB2312 level 1 only 乾 changes (→ 干): the Taiwan tables
 * would also change 么 and 著. Words are not translated (專案 does not become 项目).
 */
import { defineFold } from "./fold.js";
import { traditionalPairs } from "./tables.generated.js";
import { readRows } from "./tables.js";

export const traditional = defineFold("traditional", () => readRows(traditionalPairs));
