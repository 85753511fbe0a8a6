/**
 * Installs the packed tarball where a user would and uses it as a user would: ESM, CommonJS, types for both, the command, a browser
 * bundle, the optional judges where they are installed. Needs a built tree and no network.
 *
 * Usage: node tools/check/consumer.mjs
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const programs = join(root, "tools/check/consumer");
const judges = join(root, "test/tools/segmenters/node_modules");
/** What one install may put on a user's disk before compression: doors, dictionary source and artifact. */
const artifactBytesMax = 1_500_000;

const place = mkdtempSync(join(tmpdir(), "nomlm-consumer-"));
try {
  install();
  step("ESM", () => node("esm.mjs"));
  step("CommonJS", () => node("cjs.cjs"));
  step("types, ESM and CommonJS, without @types/node", () => run(join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"));
  step("command", () => run(join(place, "node_modules/nomlm/dist/cli.js"), "--version"));
  await browser();
  step("built-in artifact", () => artifactSize());
  if (existsSync(judges)) {
    linkJudges();
    step("judges from ESM", () => node("judges.mjs"));
    step("judges from CommonJS", () => node("judges.cjs"));
  } else console.log("skipped: judges (test/tools/segmenters is not installed)");
} finally {
  rmSync(place, { recursive: true, force: true });
}

function install() {
  cpSync(programs, place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  npm(root, "pack", "--silent", "--pack-destination", place);
  const tarball = readdirSync(place).find((name) => name.endsWith(".tgz"));
  npm(place, "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`);
  const installed = readdirSync(join(place, "node_modules")).filter((name) => !name.startsWith("."));
  if (installed.join() !== "nomlm") throw new Error(`the install brought more than the package: ${installed.join(", ")}`);
  console.log(`ok  install (${tarball})`);
}

/** The main door must need nothing of Node: it is bundled and run where only what every runtime has exists. */
async function browser() {
  const entry = join(place, "browser.mjs");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
    logLevel: "error",
  });
  const context = vm.createContext({ atob, TextDecoder, TextEncoder, report: {} });
  vm.runInContext(outputFiles[0].text, context);
  const outcome = await context.report.outcome;
  if (outcome !== "review") throw new Error(`browser bundle: outcome ${outcome}`);
  console.log(`ok  browser bundle (${(outputFiles[0].contents.length / 1024).toFixed(0)} kB with the dictionary)`);
}

function artifactSize() {
  const bytes = Number(node("artifact-size.mjs"));
  if (!(bytes > 0 && bytes <= artifactBytesMax)) throw new Error(`${bytes} bytes, at most ${artifactBytesMax}`);
  return `${bytes} bytes`;
}

function linkJudges() {
  mkdirSync(join(place, "node_modules/@node-rs"), { recursive: true });
  for (const name of ["nodejieba", "@node-rs/jieba"]) symlinkSync(join(judges, name), join(place, "node_modules", name), "junction");
}

function step(name, action) {
  const said = action().trim().split("\n").at(-1);
  console.log(`ok  ${name}${said === "" ? "" : `: ${said}`}`);
}

function node(program) {
  return run(program);
}

function run(...args) {
  return execFileSync(process.execPath, args, { cwd: place, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** npm is a script of Node's on every system; called by its path where npm itself has started us, by name elsewhere. */
function npm(cwd, ...args) {
  const script = process.env.npm_execpath;
  const options = { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };
  if (script?.endsWith(".js")) return execFileSync(process.execPath, [script, ...args], options);
  return execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
}
