import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // src/index.ts loads the built-in dictionary lazily from beside itself; among the sources there is only its type.
    alias: [{ find: /^(\.\.?\/)+builtin\.js$/, replacement: fileURLToPath(new URL("./dist/builtin.js", import.meta.url)) }],
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
