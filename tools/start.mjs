/**
 * `npm start`: builds what is not built, then scans the shipped sample of messages and prints the report.
 * `npm start -- FILE…` scans those files; options of `nomlm scan` may be given too, with or without files.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
// npm runs scripts in the folder of the package; file names mean the folder where the user stands.
const standsIn = process.env.INIT_CWD ?? process.cwd();

process.exitCode = build() || scan(process.argv.slice(2));

function build() {
  return run([join(root, "tools/build.mjs"), "--if-needed"], root);
}

function scan(given) {
  const hasInput = given.some((argument) => argument === "-" || (!argument.startsWith("-") && looksLikeFile(argument, given)));
  const hasFormat = given.some((argument) => argument === "--format" || argument.startsWith("--format="));
  const sample = hasInput ? [] : [join(root, "examples/messages.ndjson")];
  return run([join(root, "dist/cli.js"), "scan", ...(hasFormat ? [] : ["--format", "pretty"]), ...given, ...sample], standsIn);
}

/** The value of an option is no file, unless it is one; a name that is no file either is left to the command line to complain about. */
function looksLikeFile(argument, given) {
  return existsSync(resolve(standsIn, argument)) || !given[given.indexOf(argument) - 1]?.startsWith("--");
}

function run(args, cwd) {
  return spawnSync(process.execPath, args, { cwd, stdio: "inherit" }).status ?? 2;
}
