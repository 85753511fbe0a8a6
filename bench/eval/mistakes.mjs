/** Which rows were judged wrongly. Texts are shown only of composed sets whose mistakes may be read; of all others the ids. */
import { isRight } from "./count.mjs";

/** Characters of a text that the list shows. */
const shownMax = 60;

/**
 * @param {object[]} sets @param {object[]} rows from `judgeRows`
 * @returns {object[]} by set, side and family: rows of one kind (or, without kinds, of one surface) stand together; rows set apart are left out
 */
export function mistakesOf(sets, rows) {
  const marks = new Map(sets.map((set) => [set.name, set]));
  const wrong = rows.filter((row) => row.part !== "apart" && !isRight(row, "nomlm"));
  const list = wrong.map((row) => ({
    set: row.set,
    side: row.label === "recruitment" ? "missed" : "wrongly flagged",
    id: row.side ? `${row.id} ${row.side}` : row.id,
    family: row.kind ?? row.surface ?? row.part,
    outcome: row.verdicts.nomlm.outcome,
    score: row.verdicts.nomlm.score,
    rules: row.verdicts.nomlm.rules,
    text: mayShow(marks.get(row.set)) ? shown(row.text) : null,
  }));
  const order = (a, b) => compare(sideKey(a, sets), sideKey(b, sets)) || compare(a.family, b.family) || compare(a.id, b.id);
  return list.sort(order);
}

/** Real texts never leave their file; a scored set stays unread until its marker says `seen`. */
export function mayShow({ local = false, role, seen }) {
  return !local && (role === "fitted" || seen);
}

function sideKey({ set, side }, sets) {
  return `${String(sets.findIndex(({ name }) => name === set)).padStart(2, "0")} ${side}`;
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The beginning of a text as inert characters: controls, marks of direction and zero-width ones as codes. */
export function shown(text) {
  const begin = [...text].slice(0, shownMax).join("");
  const code = (character) => `‹${character.codePointAt(0).toString(16).toUpperCase()}›`;
  return begin
    .replace(/[\n\r\t]+/g, " ⏎ ")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, code)
    .replaceAll("|", "¦");
}
