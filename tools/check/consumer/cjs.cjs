const assert = require("node:assert/strict");
const { createFilter } = require("nomlm");
const { compileDictionary } = require("nomlm/compile");
const { Matcher } = require("nomlm/matcher");
const { intlSegmenter } = require("nomlm/segmenter");
const schema = require("nomlm/schema/scan.json");
const { version } = require("nomlm/package.json");

main();

async function main() {
  const filter = await createFilter();
  assert.equal(filter.scan("交3800元成为会员，发展下线有奖励，每推荐一人奖励800，先交入门费").outcome, "review");
  assert.equal(Matcher.compile(["传销"], { folds: "none", skipNoise: false }).count("传销传销"), 2);
  assert.equal(typeof compileDictionary, "function");
  assert.equal((await intlSegmenter()).name, "Intl.Segmenter");
  assert.equal(typeof schema, "object");
  console.log(version);
}
