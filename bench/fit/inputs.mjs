/** What fitting learns from and what it is scored on. Texts that may not enter the repository are read where they lie. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("../../test/fixtures/", import.meta.url));
/** Rows of set 3 that its README sets apart: right as `observe`, or recruitment by intent only. */
const setApart =
  /^r3-(0003|0006|0009|0011|0019|0120|0121|0123|0124|0128|0175|0177|0178|0222|0224|0288|0296|0301|0304|0306|0309|0310|0312|0313|0329|0332)$/;
/** Ordinary text from which weights may come: its licence allows that (MIT, Apache-2.0). The other corpora only set the threshold. */
export const learntCorpora = ["chat_lccc_toy.txt", "dialog_crosswoz.txt", "dialog_kdconv.txt", "social_comments.txt"];
/** Statutes, which nobody owns: what the gate learns of formal text. */
const statutes = ["laws_cn.txt", "laws_tw.txt"];
/** The corpora where false alarms live. */
export const lowerCorpora =
  /^(ads_sms|ordinary_sms|jobs|stock_forum|finance_flash|news_titles|app_descriptions|shop_reviews|social_comments)\.txt$/;
export const learningSets = ["1", "3", "4", "5", "6", "7", "o"];

const files = [];

/** Composed rows by set: 1–5, `o` (ordinary), 6 and 7. */
export function composedSets() {
  const set = (n) => [...rows(`devset/recruitment${n}`), ...rows(`devset/nonrecruitment${n}`)].filter(({ id }) => !setApart.test(id));
  const folder = (name) =>
    readdirSync(join(fixtures, name))
      .filter((file) => file.endsWith(".jsonl"))
      .sort()
      .flatMap((file) => rows(`${name}/${file.replace(/\.jsonl$/, "")}`));
  return {
    1: set(""),
    2: set("2"),
    3: set("3"),
    4: set("4"),
    5: set("5"),
    6: folder("set6"),
    7: folder("set7"),
    o: rows("devset/ordinary"),
  };
}

export const pairs = () => rows("devset/pairs2");

/** Real rows, scored only; null where the folder is not there. */
export function realRows(folder) {
  if (folder === undefined || !existsSync(join(folder, "real_posts.jsonl"))) return null;
  const read = (name) => parse(remembered(join(folder, `${name}.jsonl`)));
  return { posts: read("real_posts"), schemes: read("real_schemes"), mentions: read("real_mentions") };
}

/** Ordinary lines: of the corpora that may be learnt from, those with an even last byte of SHA-256; lines with an odd one set the threshold. */
export function ordinaryLines(folder) {
  const learnt = [];
  const formal = [];
  const kept = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    for (const line of remembered(join(folder, file)).split("\n")) {
      if (line.length < 5) continue;
      const isEven = createHash("sha256").update(line).digest()[31] % 2 === 0;
      if (!isEven) kept.push({ file, text: line });
      else if (learntCorpora.includes(file)) learnt.push(line);
      else if (statutes.includes(file)) formal.push(line);
    }
  }
  return { learnt, formal, kept };
}

/** Name and SHA-256 of every file read so far, in order of name. */
export function inputHashes() {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rows(name) {
  return parse(remembered(`${fixtures}${name}.jsonl`));
}

function remembered(path) {
  const bytes = readFileSync(path);
  files.push({ name: path.split(/[\\/]/).at(-1), sha256: createHash("sha256").update(bytes).digest("hex") });
  return bytes.toString("utf8");
}

function parse(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
