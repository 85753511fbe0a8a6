/**
 * Damaged and hostile artifacts of a whole dictionary. As they are, the checksum refuses them; with the checksum made right again they
 * are refused with a code, or are harmless: scanning with them ends and throws nothing.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readContainer, seal } from "../../src/artifact/container.js";
import { compileDictionary, dictionaryOf, rulesOf } from "../../src/compile/index.js";
import { type ErrorCode, errorCodes, NomlmError } from "../../src/errors.js";
import { detect } from "../../src/rules/detect.js";
import { featuresOf, phrasesIn } from "../../src/rules/features.js";
import { Judge } from "../../src/rules/judge.js";
import type { Lexicon } from "../../src/rules/lexicon.js";
import type { Model } from "../../src/rules/model.js";
import { type OpenedRules, openRules } from "../../src/rules/open.js";
import { readPassage } from "../../src/rules/passage.js";
import { openLayer } from "../../src/scan/layer.js";
import { Scanner } from "../../src/scan/scanner.js";
import { filesOf, richSource } from "./fixture.js";

const texts = [
  "这是传销，传·销；上传销售，发展下线，發展.下-线 1040工程 1040陽光工程",
  "传销法研究会提示：警惕传传传销销销发展发展下下线线",
  "\ud842传\u200b销",
  "先交3,800元会费，介绍三个人就有奖励；他再推荐5人返现。拉拉拉拉推荐推荐一位奖励会费100元",
];
const bytes = compileDictionary(filesOf(richSource)).artifact as Uint8Array;
/** Bit tables without any index in them: 32 kB and more, every value of which is a legal one. */
const bitTables = ["MFIL", "MBIT", "LFIL", "LBIT"];

/** Opens, reads, scans and looks for phrases; the code of the refusal, or null. Anything else that is thrown fails the test. */
function use(artifact: Uint8Array): ErrorCode | null {
  try {
    const container = readContainer(artifact, "dictionary");
    const scanner = new Scanner([openLayer(container)]);
    const rules = openRules(container);
    dictionaryOf(artifact);
    rulesOf(artifact);
    scan(scanner, rules);
    judge(scanner, rules);
    return null;
  } catch (error) {
    if (error instanceof NomlmError && error.code in errorCodes) return error.code;
    throw error;
  }
}

function scan(scanner: Scanner, rules: OpenedRules): void {
  for (const text of texts) {
    if (rules.lexicon !== null) read(rules.lexicon, rules.model, text);
    for (const scenes of [null, ["x"]]) {
      for (const { start, end } of scanner.sight(text, { matchesMax: 100, segmenter: null, scenes }).hits) checkSpan(start, end, text);
    }
  }
}

/** The longest text, through all that a scan does. */
function judge(scanner: Scanner, rules: OpenedRules): void {
  const text = texts[texts.length - 1];
  const whole = new Judge(rules);
  const seen = scanner.sight(text, { matchesMax: 100, segmenter: null, scenes: null, gate: whole.gate });
  const { score, findings, reasons } = whole.judge(text, seen, true);
  const sum = (reasons ?? []).reduce((total, { points }) => total + points, 0);
  if (!(score >= 0 && score <= 100 && sum === score)) throw new Error(`a score of ${score}, reasons of ${sum}`);
  for (const { start, end } of findings) checkSpan(start, end, text);
}

function read(lexicon: Lexicon, model: Model | null, text: string): void {
  const passage = readPassage(lexicon, text, 0, text.length);
  for (const { start, end, phrase } of phrasesIn(lexicon, passage)) {
    checkSpan(start, end, passage.units);
    if (lexicon.phrases[phrase] === undefined) throw new Error(`phrase ${phrase} of ${lexicon.phrases.length}`);
  }
  if (model === null) return;
  const { strengths, heads } = detect(model, featuresOf(lexicon, passage, model.symbols), passage.count);
  if (![...strengths, ...heads].every(Number.isFinite)) throw new Error("a weight is no number");
}

function checkSpan(start: number, end: number, text: string): void {
  if (!(start >= 0 && start < end && end <= text.length)) throw new Error(`span ${start}–${end} of a text of ${text.length}`);
}

/** Runs what may be refused on the artifact with one byte changed; `copy` is used again and again to save time. */
function withFlipped(at: number, flip: number, run: (artifact: Uint8Array) => void): void {
  copy.set(bytes);
  copy[at] ^= flip;
  run(copy);
}

const copy = new Uint8Array(bytes.length);

beforeAll(() => {
  expect(use(bytes)).toBeNull();
});

describe("malformed artifacts", () => {
  it("every flipped byte is refused", () => {
    for (let at = 0; at < bytes.length; at++) {
      const hashOnly = at >= 32 && at < 64; // the SHA-256 is checked where one can wait for it
      withFlipped(at, 1 << (at % 8), (artifact) => {
        if (use(artifact) === null && !hashOnly) throw new Error(`byte ${at} changed and accepted`);
      });
    }
  });

  it("every flipped byte with the checksum made right again is refused or harmless", () => {
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        withFlipped(at, flip, (artifact) => {
          seal(artifact, false);
          if (use(artifact) !== null) refused++;
        });
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it("every flipped byte of the bit tables is harmless: no load looks at them, so they are flipped under a loaded one", () => {
    const container = readContainer(bytes.slice(), "dictionary");
    const scanner = new Scanner([openLayer(container)]);
    const rules = openRules(container);
    for (const table of bitTables.map((tag) => container.bytes(tag))) {
      expect(table.length).toBeGreaterThan(1000);
      for (let at = 0; at < table.length; at++) {
        for (const flip of [1 << (at % 8), 0xff]) {
          table[at] ^= flip;
          scan(scanner, rules);
          table[at] ^= flip;
        }
      }
    }
  });

  it("any few words replaced by extreme ones are refused or harmless", () => {
    const word = fc.constantFrom(0, 1, 2, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, bytes.length, bytes.length - 1);
    const edits = fc.array(fc.tuple(fc.nat(bytes.length / 4 - 1), word), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(edits, (words) => {
        const artifact = bytes.slice();
        const view = new DataView(artifact.buffer);
        for (const [at, value] of words) view.setUint32(4 * at, value, true);
        seal(artifact, false);
        use(artifact);
      }),
      { numRuns: 2000 },
    );
  });

  it("every truncation is refused", () => {
    for (let length = 0; length < bytes.length; length++) {
      if (use(bytes.subarray(0, length)) === null) throw new Error(`accepted with ${length} bytes`);
    }
  });

  it("every truncation with length and checksum made right again is refused", () => {
    for (let length = 64; length < bytes.length; length += 4) {
      const artifact = bytes.slice(0, length);
      new DataView(artifact.buffer).setUint32(12, length, true);
      seal(artifact, false);
      if (use(artifact) === null) throw new Error(`accepted with ${length} bytes`);
    }
  });

  it("bytes that are no artifact are refused", () => {
    for (const length of [0, 1, 8, 63, 64, 65, 1000]) {
      expect(use(new Uint8Array(length))).not.toBeNull();
      expect(use(new Uint8Array(length).fill(0xff))).not.toBeNull();
    }
  });
});
