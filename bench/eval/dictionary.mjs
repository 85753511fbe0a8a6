/** The dictionary's source, and filters over it that lack something. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { Refusal } from "./refusal.mjs";

const folder = new URL("../../dict/", import.meta.url);
/** Tables that hold rules, or sentences that a rule must stand. */
const ruleTables = /^(rules|cases)(\.csv$|\/)/;
const scoringFile = "scoring.json";
/** No sum of pair weights is smaller. */
const leastSum = -32_768;
const weightTables = /^weights(\.csv$|\/)/;

/** @returns {Map<string, Uint8Array>} path with `/` → bytes, as `nomlm/compile` takes it */
export function readSource() {
  const names = readdirSync(fileURLToPath(folder), { recursive: true }).map((name) => name.replaceAll("\\", "/"));
  const files = names.filter((name) => /\.(csv|json)$/.test(name)).sort();
  return new Map(files.map((name) => [name, readFileSync(new URL(name, folder))]));
}

/** The ids of the rules; none while rules are not data. */
export function ruleIds(source) {
  return [...source].filter(([name]) => /^rules(\.csv$|\/)/.test(name)).flatMap(([, bytes]) => readCsv(bytes).data.map(({ id }) => id));
}

/**
 * The source without a rule and what refers to it (`weights`: without the fitted part).
 * @param {string} what id of a rule, or `weights`
 * @returns {Map<string, Uint8Array> | null} null when there is no such thing
 */
export function sourceWithout(source, what) {
  if (what === "weights") return withoutFitted(source);
  if (!ruleIds(source).includes(what)) return null;
  const names = (row) => ["id", "rule", "term"].some((column) => row[column] === what);
  return new Map([...source].map(([name, bytes]) => [name, ruleTables.test(name) ? withoutRows(bytes, names) : bytes]));
}

/** Evidence, rules and context keep their points; weights and the numbers that go with them are gone. */
function withoutFitted(source) {
  const kept = new Map([...source].filter(([name]) => !weightTables.test(name)));
  return kept.size === source.size ? null : withScoring(kept, (scoring) => ({ ...scoring, fitted: null }));
}

/**
 * The source with a gate that lets every text through: what it stops is told by the difference.
 * @returns {Map<string, Uint8Array> | null} null while there is no fitted part, and so no gate
 */
export function sourceWithOpenGate(source) {
  if (scoringOf(source)?.fitted == null) return null;
  return withScoring(source, (scoring) => ({ ...scoring, fitted: { ...scoring.fitted, gateMin: leastSum, glanceMin: leastSum } }));
}

function withScoring(source, change) {
  const scoring = scoringOf(source);
  if (scoring === null) return source;
  return new Map(source).set(scoringFile, new TextEncoder().encode(JSON.stringify(change(scoring))));
}

function scoringOf(source) {
  const bytes = source.get(scoringFile);
  return bytes === undefined ? null : JSON.parse(new TextDecoder().decode(bytes));
}

function withoutRows(bytes, unwanted) {
  const { data, meta } = readCsv(bytes);
  const rows = data.filter((row) => !unwanted(row));
  if (rows.length === data.length) return bytes;
  return new TextEncoder().encode(`\ufeff${Papa.unparse(rows, { columns: meta.fields })}\r\n`);
}

/** @returns rows as objects by the names of the header */
export function readCsv(bytes) {
  return Papa.parse(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true });
}

/** Loads the doors of a build. @throws Refusal when there is none */
export async function openBuild(dist) {
  if (!["index.js", "compile.js"].every((door) => existsSync(new URL(door, dist))))
    throw new Refusal("dist/ is not built: run npm run build first");
  const [{ createFilter, builtinDictionary }, { compileDictionary, dictionaryOf }] = await Promise.all([
    import(new URL("index.js", dist).href),
    import(new URL("compile.js", dist).href),
  ]);
  return { createFilter, builtinDictionary, compileDictionary, dictionaryOf };
}

/** Compiles a source to an artifact. @throws Refusal with the first diagnostics when it has errors */
export function artifactFrom(source, { compileDictionary }) {
  const { artifact, diagnostics } = compileDictionary(source);
  if (artifact !== null) return artifact;
  const errors = diagnostics.filter(({ severity }) => severity === "error").slice(0, 3);
  throw new Refusal(`the dictionary without it does not compile: ${errors.map(({ code, message }) => `${code} ${message}`).join("; ")}`);
}
