/**
 * Builds dist/: first the doors (tsup: ESM, CJS), then the built-in dictionary, which is compiled from dict/ by the door
 * `nomlm/compile` just made; the types are made meanwhile. Everything is made in a folder aside and put in place at the end, so
 * that a running test never sees half a build. A door that does not build, a dictionary with errors, or wrong types fail the
 * build, yet leave in place what could be built (for work on one room while another is broken).
 *
 * Usage: node tools/build.mjs [--if-needed]
 *   --if-needed  does nothing when no input has changed since the last whole build (by content, not by date)
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as tsup } from "tsup";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const place = join(root, "dist");
const stampFile = join(root, ".tmp", "build.json");
/** Everything that the output depends on. */
const inputs = ["src", "dict", "tools/build.mjs", "tsup.config.ts", "tsconfig.json", "package.json", "package-lock.json"];
const doors = { index: "src/index.ts", matcher: "src/engine.ts", compile: "src/compile/index.ts", segmenter: "src/segmenter/index.ts" };
const entries = [...Object.values(doors), "src/cli/main.ts"];

process.chdir(root);
process.exitCode = process.argv.includes("--if-needed") && isCurrent() ? 0 : await build();

async function build() {
  const started = Date.now();
  const fingerprint = fingerprintOf(inputs);
  rmSync(stampFile, { force: true });
  const aside = join(root, `dist-${process.pid}`);
  const missing = entries.filter((file) => !existsSync(file));
  if (missing.length > 0) console.error(`build: not there yet, left out: ${missing.join(", ")}`);
  try {
    const types = runTsup("types", aside);
    const scriptsProblem = await runTsup("scripts", aside);
    if (scriptsProblem !== null) await runDoorsApart(aside);
    const builtinProblem = await writeBuiltin(aside);
    const typesProblem = await types;
    if (existsSync(aside)) putInPlace(aside);
    return report(scriptsProblem ?? builtinProblem ?? typesProblem, missing, fingerprint, started);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Runs one part of tsup.config.ts; gives the problem instead of throwing it, since the other parts are of use without it. */
async function runTsup(name, outDir, entry = undefined) {
  try {
    await tsup({ config: join(root, "tsup.config.ts"), name, outDir, silent: true, ...(entry && { entry }) });
    return null;
  } catch (error) {
    return `${name}: ${error.message}`;
  }
}

/** One broken room must not stop work on the others: builds each door that can be built. The build is a failure all the same. */
async function runDoorsApart(outDir) {
  for (const [name, file] of Object.entries(doors)) if (existsSync(file)) await runTsup("scripts", outDir, { [name]: file });
}

/** Compiles dict/ and writes it as a file, and as a module of one base64 string, which every runtime and bundler can load. */
async function writeBuiltin(outDir) {
  const door = join(outDir, "compile.js");
  if (!existsSync(door) || !existsSync("dict/dictionary.json")) return null;
  const { compileDictionary } = await import(pathToFileURL(door).href);
  const { artifact, diagnostics } = compileDictionary(
    new Map(filesUnder("dict").map((file) => [posix(relative("dict", file)), readFileSync(file)])),
  );
  if (artifact === null) {
    const errors = diagnostics.filter((d) => d.severity === "error");
    const lines = errors.slice(0, 20).map((d) => `  dict/${d.file}:${d.line}:${d.column} ${d.code} ${d.message}`);
    return [`the dictionary has ${errors.length} error(s)`, ...lines].join("\n");
  }
  const text = JSON.stringify(Buffer.from(artifact).toString("base64"));
  const declaration = "/** The built-in dictionary as an artifact, base64. */\nexport declare const builtinArtifact: string;\n";
  writeFileSync(join(outDir, "builtin.js"), `export const builtinArtifact = ${text};\n`);
  writeFileSync(join(outDir, "builtin.cjs"), `"use strict";\nexports.builtinArtifact = ${text};\n`);
  writeFileSync(join(outDir, "builtin.d.ts"), declaration);
  writeFileSync(join(outDir, "builtin.d.cts"), declaration);
  writeFileSync(join(outDir, "builtin.bin"), artifact);
  writeFileSync(join(outDir, "builtin-file.js"), `${builtinFile("new URL(name, import.meta.url)")}export { builtinFile };\n`);
  writeFileSync(
    join(outDir, "builtin-file.cjs"),
    `"use strict";\n${builtinFile("__dirname + '/' + name")}exports.builtinFile = builtinFile;\n`,
  );
  return null;
}

/** Reads the artifact that lies beside the module, where the host can: parsing the module of two million characters takes ten times as long. */
function builtinFile(place) {
  return `const name = "builtin.bin";
function builtinFile() {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  try {
    const bytes = fs?.readFileSync(${place});
    return bytes === undefined ? null : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch {
    return null; // bundled away from its file: the module with the text is there
  }
}
`;
}

function putInPlace(aside) {
  const old = join(root, `dist-${process.pid}-old`);
  if (existsSync(place)) renameSync(place, old);
  renameSync(aside, place);
  rmSync(old, { recursive: true, force: true });
}

function report(problem, missing, fingerprint, started) {
  if (problem !== null) {
    console.error(`build failed: ${problem}`);
    return 1;
  }
  const outputs = existsSync(place) ? readdirSync(place).sort() : [];
  if (missing.length === 0 && outputs.includes("builtin.js")) {
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, JSON.stringify({ fingerprint, outputs }));
  }
  console.error(
    `built dist/ (${outputs.filter((name) => !name.endsWith(".map")).length} files) in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return 0;
}

/** Was the last whole build made from these very inputs, and is all of it still there? */
function isCurrent() {
  if (!existsSync(stampFile) || !existsSync(place)) return false;
  const { fingerprint, outputs } = JSON.parse(readFileSync(stampFile, "utf8"));
  return fingerprint === fingerprintOf(inputs) && outputs.every((name) => existsSync(join(place, name)));
}

function fingerprintOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap(filesUnder)) hash.update(`\0${posix(file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Files below a path (or the file itself), sorted by name so that the order never depends on the disk. */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function posix(path) {
  return path.split(sep).join("/");
}
