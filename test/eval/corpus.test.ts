import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const load = (name: string) => import(/* @vite-ignore */ new URL(`../../bench/eval/${name}`, import.meta.url).href);
const { alarmsOf, isOddHalf, scanCorpus, tiersOf } = await load("corpus.mjs");
const { renderAlarms, renderCorpus } = await load("tables.mjs");

/** Flags what holds 入; shows a hit of T1 for each 会, written with noise. */
const filter = {
  scan: (text: string) => ({
    outcome: text.includes("入") ? "review" : "none",
    score: 1,
    findings: text.includes("入") ? [{ rule: "r", guard: null, quotes: [] }] : [],
    hits: [...text].filter((character) => character === "会").map(() => ({ termId: "T1", undone: ["noise"] })),
  }),
};
const plan = { groups: { quiet: ["a.txt"], lower: ["b.txt"] }, fitted: ["b.txt"] };

function inFolder(files: Record<string, string>, use: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "nomlm-eval-corpus-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("corpus", () => {
  const files = { "a.txt": "入会\n散步\n", "b.txt": "入\n入\n传销\n会会", "c.txt": "别的", "notes.md": "入" };

  test("documents are counted by file, by group and by outcome; hits by tier and trick", () => {
    inFolder(files, (folder) => {
      const { files: counted, groups, alarms } = scanCorpus(folder, filter, () => "S", plan);
      expect(counted.map(({ name }: { name: string }) => name)).toEqual(["a.txt", "b.txt", "c.txt"]);
      expect(groups).toMatchObject([
        { name: "quiet", documents: 2, keywords: 0, outcomes: { none: 1, review: 1 }, tiers: { S: 1 }, tricks: { noise: 1 } },
        { name: "lower", documents: 4, keywords: 1, outcomes: { none: 2, review: 2 }, tiers: { S: 2 } },
        { name: "other", documents: 1 },
      ]);
      expect(groups.map(alarmsOf)).toEqual([1, 2, 0]);
      expect(alarms.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`)).toEqual(["a.txt:1", "b.txt:1", "b.txt:2"]);
    });
  });

  test("places are listed up to a number for each file, and no text of the corpus is printed", () => {
    inFolder(files, (folder) => {
      const { alarms, ...corpus } = scanCorpus(folder, filter, () => "S", plan);
      const pages = [...renderCorpus(corpus), ...renderAlarms(alarms, 1)].join("\n");
      expect(pages).toContain("b.txt:1");
      expect(pages).not.toContain("b.txt:2");
      expect(pages).not.toMatch(/\p{Script=Han}|NaN|undefined/u);
    });
  });

  test("a fitted file is also counted on the half that fitting does not read", () => {
    const documents = Array.from({ length: 64 }, (_, k) => `第${k}篇入`);
    inFolder({ "a.txt": documents.join("\n"), "b.txt": documents.join("\n") }, (folder) => {
      const [quiet, fitted] = scanCorpus(folder, filter, () => "S", plan).files;
      expect(quiet.oddHalf).toBeNull();
      expect(fitted.oddHalf.documents).toBe(documents.filter(isOddHalf).length);
      expect(fitted.oddHalf.documents).toBeGreaterThan(0);
      expect(fitted.documents).toBe(64);
    });
  });

  test("the half is told by the last byte of the line's SHA-256", () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(isOddHalf(line)).toBe("13579bdf".includes(createHash("sha256").update(line).digest("hex").slice(-1)));
      }),
    );
  });

  test("a folder without a document is refused", () => {
    inFolder({ "a.txt": "\n", "b.md": "字" }, (folder) => {
      expect(() => scanCorpus(folder, filter, () => "S", plan)).toThrow("no .txt file");
    });
  });

  test("tiers are those of hits; words that are only mentioned are named by their use", () => {
    const tierOf = tiersOf({
      terms: [
        { id: "a", use: "hit", tier: "S" },
        { id: "b", use: "mention", tier: "C" },
      ],
    });
    expect([tierOf("a"), tierOf("b"), tierOf("c")]).toEqual(["S", "mention", "unknown"]);
  });
});
