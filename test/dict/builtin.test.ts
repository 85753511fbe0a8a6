import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Compiled, compileDictionary, type Linted, lintDictionary } from "../../src/compile/index.js";
import type { Boundary } from "../../src/dictionary/model.js";

/** The data in dict/ keeps what its README says, and every boundary has the two sentences that prove it. */
const folder = "dict";
const files = new Map<string, Uint8Array>();
let linted: Linted;
let dictionary: NonNullable<Compiled["dictionary"]>;

beforeAll(() => {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    if (/\.(csv|json)$/.test(name)) files.set(name.replaceAll("\\", "/"), new Uint8Array(readFileSync(join(folder, name))));
  }
  linted = lintDictionary(files);
  const compiled = compileDictionary(files);
  if (compiled.dictionary === null) throw new Error(JSON.stringify(linted.diagnostics.filter(({ severity }) => severity === "error")));
  dictionary = compiled.dictionary;
});

test("lint finds no error and no warning", () => {
  expect(linted.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
});

describe("README", () => {
  test("prints the number of unverified rows that lint counts", () => {
    const { rows, unverified } = linted.counts.provenance;
    const english = readFileSync(join(folder, "README.md"), "utf8");
    expect(english).toContain(`<!-- unverified:${unverified} of ${rows} -->`);
    expect(english).toContain(`**${unverified} of ${rows} rows`);
    expect(readFileSync(join(folder, "README.zh-CN.md"), "utf8")).toContain(`**${rows} 行（词条与项目）中有 ${unverified} 行`);
  });

  test("prints how much there is", () => {
    const english = readFileSync(join(folder, "README.md"), "utf8").replaceAll("\n", " ");
    const use = (name: string) => rowsOfTerms().filter((row) => row[2] === name).length;
    const { schemes, places, sources, cases, uses } = linted.counts;
    const spellings = dictionary.terms.filter(({ element, id }) => element === "scheme" && id.startsWith("S")).length;
    expect(english).toContain(`${use("hit")} terms of use \`hit\`, ${use("mention")} \`mention\`, ${use("evidence")} \`evidence\``);
    expect(english).toContain(`${schemes} schemes with ${spellings} spellings, ${places} places, ${uses.allow} allow-phrases`);
    expect(english).toContain(`${uses.cue} cues, ${sources} sources, ${cases} cases`);
  });
});

test("every CSV file has a byte-order mark and CRLF, as Chinese Excel wants it", () => {
  for (const [name, bytes] of files) {
    if (!name.endsWith(".csv")) continue;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith("\ufeff"), name).toBe(true);
    expect(text.replaceAll("\r\n", ""), name).not.toMatch(/[\r\n]/);
    expect(text.endsWith("\r\n"), name).toBe(true);
  }
});

test("no cell is one that Excel spoils when it opens and saves the file", () => {
  for (const [name, bytes] of files) {
    if (!name.endsWith(".csv")) continue;
    for (const cell of new TextDecoder().decode(bytes).split(/\r\n|,/)) {
      if (name === "weights.csv" && /^-?\d{1,3}$/.test(cell)) continue; // a number stays a number
      expect(cell, name).not.toMatch(/^(?:\d{4}-\d{1,2}|\d{1,2}[-/]\d{1,2}|0\d+|\d{12,}|\d+[eE]\d+|[=+\-@].*)$/);
    }
  }
});

test("every term has its benign uses and a reason of two sentences", () => {
  for (const row of rowsOfTerms()) {
    const [benign, reason] = row.slice(-2);
    expect(benign, row[0]).not.toBe("");
    expect(reason, row[0]).toMatch(/^[^。]+。[^。]+。$/);
  }
});

test("every boundary has a sentence that must hit and one that must not", () => {
  const promised = new Set(dictionary.cases.map(({ term, expect: what }) => `${term} ${what}`));
  const guarded = dictionary.terms.filter(({ boundary, use }) => isGuarded(boundary) && (use === "hit" || use === "mention"));
  expect(guarded.length).toBeGreaterThan(80);
  for (const { id } of guarded) {
    const row = id.replace(/^(S\d+)\.\d+$/, "$1");
    expect([promised.has(`${row} hit`), promised.has(`${row} no_hit`)], row).toEqual([true, true]);
  }
});

test("an address is given for government hosts only, and what is not verified is not filled in", () => {
  for (const { id, url, verified, issuer, title, date } of dictionary.sources) {
    if (url !== undefined) expect(url, id).toMatch(/^https:\/\/[a-z0-9.-]+\.gov\.cn\//);
    else if (!verified) expect([issuer, title, date], id).toEqual([undefined, undefined, undefined]);
  }
});

test("schemes are mention-only, and each has its authority", () => {
  for (const { id, use } of dictionary.terms.filter(({ element }) => element === "scheme")) expect(use, id).toBe("mention");
  for (const { id, authority, status } of dictionary.schemes) expect([authority, status].includes(""), id).toBe(false);
});

function isGuarded({ forbidLeft, forbidRight }: Boundary): boolean {
  return forbidLeft.length + forbidRight.length > 0;
}

/** The rows of terms/ as they stand in the files; no cell of them needs quotes. */
function rowsOfTerms(): string[][] {
  return [...files]
    .filter(([name]) => name.startsWith("terms/"))
    .flatMap(([, bytes]) => {
      const lines = new TextDecoder().decode(bytes).split("\r\n").slice(1, -1);
      return lines.map((line) => line.split(","));
    });
}
