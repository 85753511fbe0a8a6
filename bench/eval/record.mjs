/** Records: a file of figures per day, and the floor that CI accepts. Keys come in one order, so a change of rules is a diff. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { floorFrom } from "./goals.mjs";

const folder = new URL("../record/eval/", import.meta.url);
const floorFile = new URL("floor.json", folder);

/** @returns {Record<string, { n: number, of: number }>} by title of the goal; empty before the first record */
export function readFloor() {
  return existsSync(floorFile) ? JSON.parse(readFileSync(floorFile, "utf8")).floor : {};
}

/** The goals' figures of the newest record, by title. @returns {{ date: string, goals: object } | null} */
export function newestRecord() {
  if (!existsSync(folder)) return null;
  const newest = readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
    .sort()
    .at(-1);
  return newest ? JSON.parse(readFileSync(new URL(newest, folder), "utf8")) : null;
}

/**
 * Writes record/eval/<date>.json and floor.json. Both name their texts under `text`, as the records of the benchmark do, whose reader
 * goes through all of record/ and passes over those that lack `text.shipped`.
 * @param {{ sets: string[], corpusFiles: number }} text what was scored
 * @returns {string[]} their paths, relative to bench/
 */
export function writeRecord(date, text, figures, reached) {
  mkdirSync(folder, { recursive: true });
  const measured = reached.filter(({ figure }) => figure);
  const summary = Object.fromEntries(measured.map(({ goal: { title }, figure, mark }) => [title, { ...figure, mark }]));
  const notMeasured = reached.filter(({ figure }) => !figure).map(({ goal: { title } }) => title);
  writeJson(`${date}.json`, { schema: "nomlm.eval/1", date, text, goals: summary, notMeasured, ...figures });
  writeJson("floor.json", { text, floor: floorFrom(reached, readFloor()) });
  return [`record/eval/${date}.json`, "record/eval/floor.json"];
}

function writeJson(name, data) {
  writeFileSync(new URL(name, folder), `${layOut(data)}\n`);
}

/** JSON with one innermost object a line: short enough to read, and one figure changes one line. */
export function layOut(data, indent = "") {
  const isInner = (value) => typeof value !== "object" || value === null || Object.values(value).every((item) => typeof item !== "object");
  if (isInner(data)) return JSON.stringify(data);
  const [open, close] = Array.isArray(data) ? "[]" : "{}";
  const key = (name) => (Array.isArray(data) ? "" : `${JSON.stringify(name)}: `);
  const lines = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${indent} ${key(name)}${layOut(value, `${indent} `)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
