import { createFilter, type ScanResult } from "nomlm";
import { compileDictionary } from "nomlm/compile";
import { Matcher } from "nomlm/matcher";
import { intlSegmenter, type Segmenter } from "nomlm/segmenter";

const filter = await createFilter({ terms: ["我站黑话"], allow: ["传销法研究会"], minOutcome: "review" });
const result: ScanResult = filter.scan({ text: "这是传销", id: "m1" });
const outcome: "none" | "mention" | "observe" | "review" | "priority" = result.outcome;
const spans: readonly { readonly pattern: number; readonly start: number; readonly end: number }[] = Matcher.compile(["传销"]).findAll(
  "传销",
);
const judge: Segmenter = await intlSegmenter();
export const seen = [
  outcome,
  spans.length,
  judge.name,
  compileDictionary(new Map()).diagnostics.length,
  filter.mask("传销", { char: "＊" }),
];
// @ts-expect-error a text is a string or an object with a text
filter.scan(1);
