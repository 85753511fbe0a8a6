/**
 * Is a lock whole for every platform? A lock written while a mirror lacked the macOS or Windows part of a package misses its entry,
 * and then installs fail there, or worse, pass without the part. Also: are the pins of a package.json exact?
 *
 * Usage: node tools/check/lock.mjs FOLDER…   (folders with package.json and package-lock.json)
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const problems = process.argv.slice(2).flatMap((folder) => [...missingEntries(folder), ...loosePins(folder), ...staleRoot(folder)]);
for (const problem of problems) console.error(problem);
console.log(`${process.argv.length - 2} locks, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

function missingEntries(folder) {
  const { packages } = read(folder, "package-lock.json");
  const present = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !present.has(name))
      .map((name) => `${folder}: ${path} may want ${name}, which has no entry in the lock`),
  );
}

function loosePins(folder) {
  const { dependencies = {}, devDependencies = {} } = read(folder, "package.json");
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    .map(([name, range]) => `${folder}: ${name} is not pinned exactly (${range})`);
}

/** npm writes what package.json says into the lock; a difference means that someone edited one of them by hand. */
function staleRoot(folder) {
  const root = read(folder, "package-lock.json").packages[""];
  const own = read(folder, "package.json");
  return ["dependencies", "devDependencies", "peerDependencies", "version"]
    .filter((key) => JSON.stringify(sorted(root[key])) !== JSON.stringify(sorted(own[key])))
    .map((key) => `${folder}: ${key} of package.json and lock differ; run: npm install --package-lock-only`);
}

function sorted(value = {}) {
  return typeof value === "string" ? value : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function read(folder, file) {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}
