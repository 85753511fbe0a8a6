import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { builtinDictionary, createFilter } from "../../src/index.js";
import { folderWith, nomlm, records, root } from "./process.js";

const dict = join(root, "dict");
const files = folderWith({});
afterAll(files.remove);

/** A copy of the dictionary's source with one file changed. */
function changed(name: string, file: string, change: (text: string) => string): string {
  const folder = files.path(name);
  cpSync(dict, folder, { recursive: true });
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
  return folder;
}

describe("nomlm dict lint", () => {
  it("finds no error in the built-in dictionary and counts unverified rows", async () => {
    const { status, stdout } = await nomlm(["dict", "lint", dict]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ of \d+ rows without a verified source$/m);
    expect(stdout).toMatch(/^\d+ phrases, \d+ rules, \d+ words in \d+ classes, \d+ weights?$/m);
    const json = await nomlm(["dict", "lint", dict, "--format", "json"]);
    const [{ counts, diagnostics }] = records(json.stdout) as [
      { counts: { provenance: { rows: number; unverified: number } }; diagnostics: unknown[] },
    ];
    expect(stdout).toContain(`${counts.provenance.unverified} of ${counts.provenance.rows} rows`);
    expect(diagnostics).toBeInstanceOf(Array);
  });

  it("prints errors like a compiler, and fails", async () => {
    const folder = changed("bad", "terms/entry_fee.csv", (text) => text.replace(/,hit,S,/, ",hat,S,"));
    const { status, stdout } = await nomlm(["dict", "lint", folder]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${folder}/terms/entry_fee.csv:`);
    expect(stdout).toMatch(/terms\/entry_fee\.csv:\d+:\d+: error NOMLM_DICT_USE: [^\n]+\n/);
    expect((await nomlm(["dict", "lint", folder, "--lang", "zh"])).stdout).toContain("错误 NOMLM_DICT_USE");
  });
});

describe("nomlm dict build", () => {
  it("builds the bytes that the package carries", async () => {
    const file = files.path("a.nomlm");
    const { status, stdout } = await nomlm(["dict", "build", dict, "-o", file]);
    expect(status).toBe(0);
    const artifact = readFileSync(file);
    expect(artifact.equals(await builtinDictionary())).toBe(true);
    expect(stdout).toContain((await createFilter({ dictionary: artifact })).dictionary.sha256);
    expect(records((await nomlm(["scan", "--dictionary", file], "这是传销\n")).stdout)).toMatchObject([{ outcome: "mention" }]);
  });

  it("writes nothing when there are errors", async () => {
    const folder = changed("bad-build", "dictionary.json", (text) => text.replace("{", "{{"));
    const file = files.path("none.nomlm");
    const { status, stdout, stderr } = await nomlm(["dict", "build", folder, "--output", file]);
    expect([status, stdout, existsSync(file)]).toEqual([1, "", false]);
    expect(stderr).toContain("NOMLM_DICT_JSON");
  });

  it("says when the file cannot be written", async () => {
    const { status, stderr } = await nomlm(["dict", "build", dict, "-o", files.path("no/such/folder")]);
    expect(status).toBe(2);
    expect(stderr).toContain("NOMLM_CLI_FILE");
  });
});

describe("nomlm dict test", () => {
  it("replays the cases of the package, of a source and of an artifact", async () => {
    const file = files.path("b.nomlm");
    await nomlm(["dict", "build", dict, "-o", file]);
    const outputs = await Promise.all([[], [dict], [file]].map((argv) => nomlm(["dict", "test", ...argv])));
    expect(outputs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(outputs[0]?.stdout).toMatch(/^\d+ cases passed, 0 failed\n$/);
  });

  it("replays the two sentences of every phrase as well", async () => {
    const lint = await nomlm(["dict", "lint", dict, "--format", "json"]);
    const [{ counts }] = records(lint.stdout) as [{ counts: { cases: number; rules: { phrases: number } } }];
    expect(counts.rules.phrases).toBeGreaterThan(0);
    const { stdout } = await nomlm(["dict", "test", dict]);
    expect(Number(/^\d+/.exec(stdout)?.[0])).toBeGreaterThanOrEqual(counts.cases + 2 * counts.rules.phrases);
  });

  it("fails when a phrase is not found where it should be", async () => {
    const folder = changed("bad-phrase", "phrases/entry_fee.csv", (text) => text.replace("门槛仅需660元", "门槛不高"));
    const { status, stdout } = await nomlm(["dict", "test", folder]);
    expect(status).toBe(1);
    expect(stdout).toContain("NOMLM_DICT_PHRASE_FAILED");
  });

  it("fails when a case does not come out", async () => {
    const folder = changed("bad-case", "cases.csv", (text) => `${text}C9001,T0027,今天天气不错。,hit\r\n`);
    const { status, stdout } = await nomlm(["dict", "test", folder]);
    expect(status).toBe(1);
    expect(stdout).toContain("NOMLM_DICT_CASE_FAILED");
  });
});

describe("nomlm dict show", () => {
  it("shows the dictionary", async () => {
    const { status, stdout } = await nomlm(["dict", "show"]);
    expect(status).toBe(0);
    expect(stdout).toContain((await createFilter()).dictionary.sha256);
  });

  it("shows an entry by its words or its id, with sources and what stands around it", async () => {
    const { status, stdout } = await nomlm(["dict", "show", "传销", "T0027", "--format", "json"]);
    expect(status).toBe(0);
    const [byWords, byId] = records(stdout);
    expect(byWords).toEqual(byId);
    expect(byWords).toMatchObject({ term: { id: "T0027", text: "传销", use: "mention" }, sources: [{ verified: expect.any(Boolean) }] });
    expect((await nomlm(["dict", "show", dict, "传销"])).stdout).toMatch(/forbid_right: [^\n]*售/);
  });

  it("shows a scheme with its decision, by any of its names", async () => {
    const { stdout } = await nomlm(["dict", "show", "善心汇"]);
    expect(stdout).toMatch(/police_announced/);
  });

  it("says what is not there", async () => {
    const { status, stdout, stderr } = await nomlm(["dict", "show", "今天"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("今天");
  });
});
