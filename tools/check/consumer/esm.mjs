import assert from "node:assert/strict";
import * as nomlm from "nomlm";
import * as compile from "nomlm/compile";
import { Matcher } from "nomlm/matcher";
import * as segmenter from "nomlm/segmenter";

for (const door of [nomlm, compile, segmenter]) assert.equal("default" in door, false);
const filter = await nomlm.createFilter();
const result = filter.scan("交3800元成为会员，发展下线有奖励，每推荐一人奖励800，先交入门费");
assert.equal(result.schema, "nomlm.scan/1");
assert.equal(result.outcome, "review");
assert.ok(result.hits.length > 0);
assert.equal(filter.test("今天天气不错"), false);
assert.deepEqual(Matcher.compile(["传销"], { folds: "default", skipNoise: true }).findAll("傳·銷"), [{ pattern: 0, start: 0, end: 3 }]);
assert.equal(typeof compile.compileDictionary, "function");
assert.equal((await segmenter.intlSegmenter()).name, "Intl.Segmenter");
console.log(`${result.hits.length} hits`);
