/** The development sets as one list of rows: which files there are, which part of its set a row counts in. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

/** Marker file: names of files, what each set is for, and whether its mistakes have been read. */
export const marker = JSON.parse(readFileSync(new URL("sets.json", import.meta.url), "utf8"));

/**
 * Reads the sets that are there.
 * @param {string} composed folder of the composed sets; a local one may hold the `real_*` files too
 * @param {string | null} real folder to look in for `real_*` files that the first lacks
 * @returns {{ sets: object[], rows: object[], missing: string[] }} `missing`: names of local sets that are not on this machine
 * @throws Refusal when a composed set is not in its folder
 */
export function readSets(composed, real) {
  const found = marker.sets.map((set) => ({ set, folder: folderOf(set, composed, real) }));
  const there = found.filter(({ folder }) => folder !== null);
  return {
    sets: there.map(({ set }) => set),
    rows: there.flatMap(({ set, folder }) => rowsOf(set, folder)),
    missing: found.filter(({ folder }) => folder === null).map(({ set }) => set.name),
  };
}

function folderOf(set, composed, real) {
  const holds = (folder) => folder !== null && set.files.every((file) => existsSync(join(folder, file)));
  const folder = [composed, ...(set.local ? [real] : [])].find(holds) ?? null;
  if (folder === null && !set.local) throw new Refusal(`the folder lacks ${set.files.join(" or ")}`);
  return folder;
}

function rowsOf(set, folder) {
  const kinds = set.kinds ? new Map(readLines(join(folder, set.kinds)).map(({ id, category }) => [id, category])) : new Map();
  const raw = set.files.flatMap((file) => readLines(join(folder, file)));
  return raw
    .flatMap((row) => (set.shape === "pairs" ? sidesOf(row) : [{ ...row, kind: row.kind ?? kinds.get(row.id) ?? null }]))
    .map((row) => ({ ...row, text: row.text ?? joined(row.messages), set: set.name, part: partOf(row, set) }))
    .filter((row) => row.part !== null);
}

function readLines(file) {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map(JSON.parse);
}

/** A minimal pair is two rows that share an id. */
function sidesOf({ id, hit, miss }) {
  return [
    { id, label: "recruitment", side: "hit", text: hit },
    { id, label: "benign", side: "miss", text: miss },
  ];
}

/** A thread as one text, for judges that know no threads. */
export function joined(messages) {
  return messages.map(({ text }) => text).join("\n");
}

/**
 * The part of its set that a row is counted in, so that every row is counted once; null for rows that do not count.
 * Reports and harmless rows: their label, or their kind where the set counts that kind apart.
 */
export function partOf(row, set) {
  if (row.label === "disputed") return null;
  if (row.side) return row.side;
  if (row.label === "recruitment") return recruitmentPart(row, set);
  return set.kindsApart?.includes(row.kind) ? row.kind : row.label;
}

/** The parts whose rows are to be caught; rows of all others are not to be flagged. */
export const recruitmentParts = new Set(["plain", "obvious", "evasive", "apart", "recruitment", "hit", "strong", "weak"]);

function recruitmentPart(row, set) {
  if (set.shape === "threads") return "recruitment";
  if (set.byStrength) return row.strength;
  if (set.idsApart?.includes(row.id)) return "apart";
  if (row.evasions?.length) return "evasive";
  return set.obviousWords?.some((word) => row.text.includes(word)) ? "obvious" : "plain";
}
