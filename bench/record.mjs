/** Records: one JSON file with every figure of a run, and the page made from it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { renderRecord } from "./tables.mjs";

const folder = new URL("record/", import.meta.url);

/** The machine as records name it: processor and Node, no host. */
export function machineOf() {
  const cpus = os.cpus();
  const cpu = cpus[0]?.model.trim().replace(/\s+/g, " ") || "unknown processor";
  return { cpu, cores: cpus.length, node: process.versions.node, platform: `${process.platform} ${process.arch}` };
}

/**
 * Writes a record as record/<machine>/<date>[-corpus].json and .md.
 * @returns {string} the path of the page, relative to bench/
 */
export function writeRecord(record) {
  const { slug, name, place } = placeOf(record);
  mkdirSync(place, { recursive: true });
  writeFileSync(new URL(`${name}.json`, place), `${JSON.stringify(record, rounded, 1)}\n`);
  writeFileSync(new URL(`${name}.md`, place), `${renderRecord(record)}\n`);
  return `record/${slug}/${name}.md`;
}

/** Puts parts that were measured alone into the whole record of the same day. */
export function writeParts(record, parts) {
  const { name, place } = placeOf(record);
  const file = new URL(`${name}.json`, place);
  const whole = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  if (whole === null || whole.scale !== record.scale)
    throw new Error("parts are recorded where a whole record of the same day and scale is");
  return writeRecord({ ...whole, ...Object.fromEntries(parts.map((part) => [part, record[part]])) });
}

function placeOf({ machine, date, text }) {
  const slug = `${machine.cpu} node ${machine.node}`.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  return { slug, name: `${date}${text.shipped ? "" : "-corpus"}`, place: new URL(`${slug}/`, folder) };
}

/** The newest record of each text, for the README. */
export function newestRecords() {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".json"));
  const records = files.map((file) => JSON.parse(readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8")));
  const newest = (shipped) =>
    records.filter((r) => r.text.shipped === shipped && r.scale === "full").sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  return [newest(true), newest(false)].filter(Boolean);
}

/** Microseconds and tenths of milliseconds are more than the clock knows. */
function rounded(_key, value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
