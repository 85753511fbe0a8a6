import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Which installed folder of judges the conformance suite runs on: `segmenters` (the pins) or `segmenters-lowest`. */
const judges = process.env.NOMLM_SEGMENTERS ?? "segmenters";

export default defineConfig({
  resolve: {
    alias: [
      // src/index.ts loads the built-in dictionary lazily from beside itself; among the sources there is only its type.
      { find: /^(\.\.?\/)+builtin\.js$/, replacement: pathOf("./dist/builtin.js") },
      { find: /^(\.\.?\/)+builtin-file\.js$/, replacement: pathOf("./dist/builtin-file.js") },
      // The optional peers are never installed in the root: nodejieba would compile there.
      { find: /^(nodejieba|@node-rs\/jieba)(?=\/|$)/, replacement: pathOf(`./test/tools/${judges}/node_modules/$1`) },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/tools/**/node_modules/**", "node_modules/**"],
    environment: "node",
    maxWorkers: 2,
    // Property tests and the command line's processes need longer than the default on a busy machine; nothing here asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
