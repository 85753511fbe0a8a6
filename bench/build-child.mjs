/** In a fresh process: compile once, write and load. The first compile is what a user waits for, so nothing is warmed up. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { Matcher } from "./engines/nomlm.mjs";

const [file, options, probe] = process.argv.slice(2);
const terms = JSON.parse(readFileSync(file, "utf8"));
const texts = JSON.parse(readFileSync(probe, "utf8"));

const [compileMilliseconds, compiled] = timed(() => Matcher.compile(terms, JSON.parse(options)));
const [writeMilliseconds, bytes] = timed(() => compiled.toBytes());
const [loadMilliseconds, loaded] = timed(() => Matcher.load(bytes));
const [compileAgainMilliseconds] = timed(() => Matcher.compile(terms, JSON.parse(options)));
const hits = [compiled, loaded].map((matcher) => texts.reduce((sum, text) => sum + matcher.count(text), 0));
console.log(
  JSON.stringify({ compileMilliseconds, compileAgainMilliseconds, writeMilliseconds, loadMilliseconds, bytes: bytes.length, hits }),
);

function timed(work) {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
}
