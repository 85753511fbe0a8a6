const assert = require("node:assert/strict");
const { jiebaSegmenter, nodeRsJiebaSegmenter } = require("nomlm/segmenter");

main();

async function main() {
  for (const open of [jiebaSegmenter, nodeRsJiebaSegmenter]) {
    const judge = await open();
    assert.deepEqual([...judge.boundaries("宣传销售")], [0, 2, 4]);
    console.log(judge.name);
  }
}
