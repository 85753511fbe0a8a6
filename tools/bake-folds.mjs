/**
 * Writes src/fold/tables.generated.ts from the running Unicode data and opencc-js. Needs no network.
 * `node tools/bake-folds.mjs` writes; with `--check` it compares and exits with 1 when the file is not what it would write.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { deriveFolds } from "./fold/derive.mjs";
import { encodePairs, encodeRanges, encodeSequences } from "./fold/encode.mjs";

const target = new URL("../src/fold/tables.generated.ts", import.meta.url);

function tablesOf(folds) {
  return {
    widthPairs: encodePairs(folds.width),
    widthSequences: encodeSequences(folds.width),
    casePairs: encodePairs(folds.letterCase),
    caseSequences: encodeSequences(folds.letterCase),
    traditionalPairs: encodePairs(folds.traditional),
    variantPairs: encodePairs(folds.variant),
    noiseRanges: encodeRanges(folds.noise),
    zeroWidthRanges: encodeRanges(folds.zeroWidth),
  };
}

/** FNV-1a over the tables: what an artifact remembers of them. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function sourceOf(tables) {
  const opencc = JSON.parse(readFileSync(new URL("../node_modules/opencc-js/package.json", import.meta.url), "utf8"));
  const lines = Object.entries(tables).map(([name, text]) => `export const ${name} =\n  "${text}";\n`);
  return `// Written by tools/bake-folds.mjs; do not edit. Derived from Unicode ${process.versions.unicode} (Unicode-3.0)
// and the character tables of opencc-js ${opencc.version} (OpenCC data, Apache-2.0): see NOTICE.
export const unicodeVersion = "${process.versions.unicode}";
export const tableHash = 0x${hashOf(Object.values(tables).join("\n")).toString(16).padStart(8, "0")};
${lines.join("")}`;
}

function report(folds, source) {
  for (const [name, rows] of Object.entries(folds)) console.log(`${name.padEnd(12)} ${rows.length} rows`);
  console.log(`${source.length} bytes, ${gzipSync(source, { level: 9 }).length} bytes gzipped`);
}

const folds = deriveFolds();
const source = sourceOf(tablesOf(folds));
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== source) {
    console.error("src/fold/tables.generated.ts differs from what tools/bake-folds.mjs writes: run it and commit the result");
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, source);
  report(folds, source);
}
