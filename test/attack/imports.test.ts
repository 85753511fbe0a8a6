/** A generator that reads the product's tables proves nothing: it may know packages, its own files, and nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const packages = new Set(["pinyin-pro", "opencc-js"]);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mjs"));

describe("the generator", () => {
  it.each(files)("%s imports only its own files and the packages it may use", (name) => {
    const path = join(folder, name);
    const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"), true, true);
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith(".")) expect(join(path, "..", fileName).startsWith(folder), fileName).toBe(true);
      else expect([...packages], fileName).toContain(fileName);
    }
  });

  it("names no folder of the product and reads no file", () => {
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) {
      const text = readFileSync(join(folder, name), "utf8");
      expect(text, name).not.toMatch(/\b(?:src|dict|dist)\/|node:|readFile|fetch\(|require\(/);
    }
  });
});
