/** The dictionary in dict/, as its source stands. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { compileDictionary, lintDictionary, testCases } from "../../src/compile/index.js";

const files = new Map<string, Uint8Array>(filesUnder("").map((path) => [path, readFileSync(join("dict", path))]));
const { artifact, dictionary, diagnostics } = compileDictionary(files);

function filesUnder(under: string): string[] {
  return readdirSync(join("dict", under), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(under, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** As Excel saves "Unicode text": UTF-16 with a mark, tabs in place of commas. The cells of dict/ hold no tab and, quoted, may hold commas. */
function asUnicodeText(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const tabbed = `\ufeff${text.replace(/("(?:[^"]|"")*")|,/g, (_, quoted: string | undefined) => quoted ?? "\t")}`;
  return new Uint8Array(Uint16Array.from({ length: tabbed.length }, (_, i) => tabbed.charCodeAt(i)).buffer);
}

describe("the built-in dictionary", () => {
  it("compiles without error or warning", () => {
    expect(diagnostics.filter((one) => one.severity !== "info")).toEqual([]);
  });

  it("keeps every case", () => {
    const results = testCases(artifact as Uint8Array);
    expect(results.length).toBe(dictionary?.cases.length);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((one) => !one.passed)).toEqual([]);
  });

  it("says in its README how many rows are unverified", () => {
    const { rows, unverified } = lintDictionary(files).counts.provenance;
    expect(readFileSync("dict/README.md", "utf8")).toContain(`<!-- unverified:${unverified} of ${rows} -->`);
  });

  it("is written as Chinese Excel opens it: mark and CRLF in every CSV file", () => {
    const csv = [...files].filter(([path]) => path.endsWith(".csv"));
    expect(csv.length).toBeGreaterThan(0);
    const wrong = csv.filter(([, bytes]) => {
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      return !text.startsWith("\ufeff") || /(?<!\r)\n|\r(?!\n)/.test(text) || !text.endsWith("\r\n");
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it("means the same when Excel saves it as Unicode text", () => {
    const saved = new Map([...files].map(([path, bytes]) => [path, path.endsWith(".csv") ? asUnicodeText(bytes) : bytes]));
    expect(compileDictionary(saved).artifact).toEqual(artifact);
  });
});
