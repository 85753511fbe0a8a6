/** What fitting learns from and what it is scored on. Texts that may not enter the repository are read where they lie. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("../../test/fixtures/", import.meta.url));
/** Rows of set 3 that its README sets apart: right as `observe`, or recruitment by intent only. */
const setApart =
  /^r3-(0003|0006|0009|0011|0019|0120|0121|0123|0124|0128|0175|0177|0178|0222|0224|0288|0296|0301|0304|0306|0309|0310|0312|0313|0329|0332)$/;
/** Verse and statutes hold no talk that could be taken for an offer; they are scored, not learnt from. */
const notLearnt = /laws|poetry|statutes/;

/** Composed rows by set: 1–5, `o` (ordinary), 6. */
export function composedSets() {
  const set = (n) => [...rows(`devset/recruitment${n}`), ...rows(`devset/nonrecruitment${n}`)].filter(({ id }) => !setApart.test(id));
  const six = ["apps-and-invites", "pay-to-join", "money-and-covers"].flatMap((name) => rows(`set6/${name}`));
  return { 1: set(""), 2: set("2"), 3: set("3"), 4: set("4"), 5: set("5"), 6: six, o: rows("devset/ordinary") };
}

export const pairs = () => rows("devset/pairs2");

/** Real rows, scored only; null where the folder is not there. */
export function realRows(folder) {
  const read = (name) => parse(readFileSync(join(folder, `${name}.jsonl`), "utf8"));
  if (folder === undefined || !existsSync(join(folder, "real_posts.jsonl"))) return null;
  return { posts: read("real_posts"), schemes: read("real_schemes"), mentions: read("real_mentions") };
}

/** Ordinary lines: those with an even last byte of SHA-256 are learnt from, the others set the threshold. */
export function ordinaryLines(folder) {
  const learnt = [];
  const kept = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      if (line.length < 5) continue;
      if (createHash("sha256").update(line).digest()[31] % 2 === 1) kept.push(line);
      else if (!notLearnt.test(file)) learnt.push(line);
    }
  }
  return { learnt, kept };
}

function rows(name) {
  return parse(readFileSync(`${fixtures}${name}.jsonl`, "utf8"));
}

function parse(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
