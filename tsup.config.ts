import { existsSync } from "node:fs";
import type { Plugin } from "esbuild";
import type { Options } from "tsup";

/** Public doors: name of the file in dist/ → its entry. The command line is apart, since it exists as ESM only. */
const doors = {
  index: "src/index.ts",
  matcher: "src/engine.ts",
  compile: "src/compile/index.ts",
  segmenter: "src/segmenter/index.ts",
};
/** Parts that doors load when they need them: files of their own with names that stay. */
const parts = { judging: "src/filter/judging.ts" };
const commandLine = { cli: "src/cli/main.ts" };

/** What each run of tsup makes; tools/build.mjs asks for `scripts` and `types` apart, so that types never hold up the rest. */
export default function configs({ name }: Options): Options[] {
  if (name === "scripts") return [esm, cjs];
  if (name === "types") return [types];
  return [esm, cjs, types];
}

/**
 * The built-in dictionary is made after the doors (it is compiled with one of them), and must stay a file of its own so that a
 * bundler can leave it out of the first load: the import stays as it is, with the ending that the format needs.
 */
const builtinStaysApart: Plugin = {
  name: "builtin-stays-apart",
  setup(build) {
    const isCjs = build.initialOptions.define?.TSUP_FORMAT === '"cjs"';
    build.onResolve({ filter: /\/builtin(-file)?\.js$/ }, ({ path }) => {
      const name = path.replace(/^.*\/|\.js$/g, "");
      return { path: `./${name}.${isCjs ? "cjs" : "js"}`, external: true };
    });
  },
};

/** papaparse can make a Node stream; nothing here asks for one, and a door for browsers must not name a built-in. */
const noNodeStream: Plugin = {
  name: "no-node-stream",
  setup(build) {
    build.onResolve({ filter: /^stream$/ }, () => ({ path: "stream", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {};" }));
  },
};

const base: Options = {
  // Neutral, not node: with the condition "node" a bundled package would bring Node built-ins into doors that browsers load.
  platform: "neutral",
  target: "node20",
  external: [/^node:/, "nodejieba", "@node-rs/jieba"],
  noExternal: ["papaparse", "@noble/hashes"],
  esbuildPlugins: [builtinStaysApart, noNodeStream],
  esbuildOptions(options) {
    options.mainFields = ["module", "main"];
    options.legalComments = "none"; // NOTICE carries the licences of what is bundled
    options.define = { ...options.define, PAPA_BROWSER_CONTEXT: "true" }; // its code for Node streams is dropped as dead
  },
  splitting: true,
  sourcemap: true,
  clean: false,
  silent: true,
};

const esm: Options = { ...base, entry: present({ ...doors, ...parts, ...commandLine }), format: ["esm"] };
// No maps for CommonJS: tsup rewrites its chunks once more and would map to files that no one has, by their absolute paths.
const cjs: Options = { ...base, entry: present({ ...doors, ...parts }), format: ["cjs"], sourcemap: false };
const types: Options = { ...base, entry: present(doors), format: ["esm", "cjs"], dts: { only: true } };

/** Entries whose source exists: a room that is not built yet must not stop the others. tools/build.mjs names what is absent. */
function present(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));
}
