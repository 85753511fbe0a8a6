/**
 * Golden pairs: `<name>.source.txt` holds changes to the good source of fixture.ts, each file after a line `-- path --` (`-- !path --`
 * removes one); `<name>.diagnostics.txt` is what the compiler says about it. After a wanted change: `npx vitest run test/compile -u`,
 * then read the difference.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileDictionary, type Diagnostic, diagnosticCodes, lintDictionary } from "../../src/compile/index.js";
import { filesOf, goodSource, sourceWith } from "./fixture.js";

const folder = new URL("golden/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".source.txt"))
  .map((name) => name.replace(".source.txt", ""));
const today = "2026-06-01";

describe("diagnostics", () => {
  it("has nothing to say about the good source", () => {
    const { artifact, diagnostics } = compileDictionary(filesOf(goodSource), { today });
    expect(diagnostics).toEqual([]);
    expect(artifact).not.toBeNull();
  });

  it.each(names)("golden: %s", async (name) => {
    const files = filesOf(sourceWith(readChanges(name)));
    const { artifact, dictionary, diagnostics } = compileDictionary(files, { today });
    await expect(diagnostics.map(shown).join("")).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.diagnostics.txt`, folder)));
    const hasErrors = diagnostics.some((diagnostic) => diagnostic.severity === "error");
    expect([artifact === null, dictionary === null]).toEqual([hasErrors, hasErrors]);
    expect(lintDictionary(files, { today }).diagnostics).toEqual(diagnostics);
    for (const { message, fix } of diagnostics) expect(`${message}${fix ?? ""}`).not.toMatch(/[\r\n]/);
  });

  it("has a golden source for every code", () => {
    const seen = readdirSync(folder)
      .filter((name) => name.endsWith(".diagnostics.txt"))
      .map((name) => readFileSync(new URL(name, folder), "utf8"))
      .join("");
    expect(Object.keys(diagnosticCodes).filter((code) => !elsewhere.has(code) && !seen.includes(`${code}\n`))).toEqual([]);
  });
});

/** Codes that a text file cannot provoke; decode.test.ts and limits.test.ts do. */
const elsewhere = new Set(["NOMLM_DICT_ENCODING", "NOMLM_DICT_ENCODING_READ", "NOMLM_DICT_EXCEL_LOST", "NOMLM_DICT_FILE_LIMIT"]);

function shown({ severity, code, file, line, column, message, fix }: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${code}\n    ${message}\n${fix === null ? "" : `    fix: ${fix}\n`}`;
}

function readChanges(name: string): Record<string, string | null> {
  const text = readFileSync(new URL(`${name}.source.txt`, folder), "utf8");
  const parts = text.split(/^-- (.+) --\n/m).slice(1);
  const changes: Record<string, string | null> = {};
  for (let i = 0; i < parts.length; i += 2) {
    if (parts[i].startsWith("!")) changes[parts[i].slice(1)] = null;
    else changes[parts[i]] = parts[i + 1];
  }
  return changes;
}
