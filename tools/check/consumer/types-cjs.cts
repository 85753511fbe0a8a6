import nomlm = require("nomlm");
import compile = require("nomlm/compile");
import matcher = require("nomlm/matcher");
import segmenter = require("nomlm/segmenter");

export async function use(): Promise<readonly unknown[]> {
  const filter = await nomlm.createFilter();
  const result: nomlm.ScanResult = filter.scan("这是传销");
  const judge: segmenter.Segmenter = await segmenter.intlSegmenter();
  return [
    result.hits[0]?.undone,
    matcher.Matcher.compile(["传销"]).count("传销"),
    judge.name,
    compile.compileDictionary(new Map()).diagnostics,
  ];
}
