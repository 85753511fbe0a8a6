import assert from "node:assert/strict";
import { jiebaSegmenter, nodeRsJiebaSegmenter } from "nomlm/segmenter";

for (const open of [jiebaSegmenter, nodeRsJiebaSegmenter]) {
  const judge = await open();
  assert.deepEqual([...judge.boundaries("宣传销售")], [0, 2, 4]);
  console.log(judge.name);
}
