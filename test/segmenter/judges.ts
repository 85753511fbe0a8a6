import { NomlmError } from "../../src/errors.js";
import { intlSegmenter, jiebaSegmenter, nodeRsJiebaSegmenter, type Segmenter } from "../../src/segmenter/index.js";

/** One judge under test: loaded, or absent with the reason. */
export interface Judge {
  readonly name: string;
  readonly segmenter: Segmenter | null;
  readonly absence: string;
}

/**
 * The three judges of the door. Where a package is not installed the judge is absent, and its rows are skipped with the reason;
 * with its name (or `segmenters`) in NOMLM_REQUIRE its absence is an error.
 */
export async function judgesUnderTest(): Promise<readonly Judge[]> {
  return Promise.all([
    judge("nodejieba", jiebaSegmenter),
    judge("@node-rs/jieba", nodeRsJiebaSegmenter),
    judge("Intl.Segmenter", intlSegmenter),
  ]);
}

async function judge(name: string, open: () => Promise<Segmenter>): Promise<Judge> {
  try {
    return { name, segmenter: await open(), absence: "" };
  } catch (error) {
    const required = (process.env.NOMLM_REQUIRE ?? "").split(",");
    const isAbsent = error instanceof NomlmError && error.code === "NOMLM_SEGMENTER_MISSING";
    if (!isAbsent || required.includes(name) || required.includes("segmenters")) throw error;
    const absence = `${name} is not installed in test/tools/segmenters (see test/tools/README.md)`;
    console.warn(`skipped: ${absence}`);
    return { name, segmenter: null, absence };
  }
}
