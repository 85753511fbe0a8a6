/** From figures to Markdown; the terminal shows the same tables. The first row of every table is the six keywords'. */
import { short } from "../numbers.mjs";
import { table } from "../tables.mjs";
import { outcomes, sides } from "./count.mjs";
import { flaggedOf, inUnit } from "./goals.mjs";
import { recruitmentParts } from "./sets.mjs";

const keywordRow = "six bare keywords";

/** `12/34  35 %`; a dash where nothing is counted. */
export function share(n, of) {
  return of ? `${n}/${of} ${((100 * n) / of).toFixed(of < 1000 ? 0 : 1)} %` : "–";
}

/** The tables of a run on sets, in order. */
export function renderSets(sets, figures) {
  return [
    "## Caught and wrongly flagged, by set",
    partTable(sets, figures),
    "## The whole ladder",
    ladderTable(figures),
    ...["surface", "kind", "element", "evasion"].flatMap((name) => [`## By ${name}`, groupTable(figures[name])]),
    "## Evidence: labelled spans of recruitment rows that a hit or a quote overlaps",
    spanTable(figures.spans),
    "## Minimal pairs and conversations",
    rightTable(figures),
  ];
}

function seenOf({ role, seen, date }) {
  if (role === "fitted") return "fitted";
  return seen ? `scored, seen ${date}` : "scored, not seen";
}

/** Rows are the parts of the sets, so the keywords stand in a column of their own too; so does the library without its fitted part. */
function partTable(sets, { ladder, keywords, withoutWeights }) {
  const lines = Object.keys(ladder).map((key) => {
    const { n, of } = flaggedOf(ladder[key]);
    const use = seenOf(sets.find(({ name }) => key.startsWith(`${name} `)));
    return [nameOf(key), use, share(n, of), ...(withoutWeights ? [share(withoutWeights[key], of)] : []), share(keywords[key], of)];
  });
  const extra = withoutWeights ? ["without the fitted part"] : [];
  const head = ["set, part", "use", "nomlm: caught or flagged", ...extra, keywordRow];
  return table(head, [[keywordRow, ...head.slice(1, -1).map(() => ""), keywordTotals(ladder, keywords)], ...lines], 2);
}

function keywordTotals(ladder, keywords) {
  const total = (isCaught) => {
    const keys = Object.keys(ladder).filter((key) => recruitmentParts.has(key.slice(key.indexOf(" ") + 1)) === isCaught);
    const sum = (count) => keys.reduce((n, key) => n + count(key), 0);
    return share(
      sum((key) => keywords[key]),
      sum((key) => flaggedOf(ladder[key]).of),
    );
  };
  return `caught ${total(true)}, flagged ${total(false)}`;
}

function nameOf(key) {
  return key.replace(/ apart$/, " set apart (not counted)").replace(/ obvious$/, " plain with an obvious word (apart)");
}

function ladderTable({ ladder, keywords }) {
  const all = Object.values(ladder).reduce((sum, counts) => sum + flaggedOf(counts).of, 0);
  const words = Object.values(keywords).reduce((sum, n) => sum + n, 0);
  const first = [keywordRow, String(all - words), "", "", String(words), ""];
  const lines = Object.entries(ladder).map(([key, counts]) => [nameOf(key), ...outcomes.map((outcome) => String(counts[outcome]))]);
  return table(["set, part", ...outcomes], [first, ...lines]);
}

const roles = ["fitted", "scored"];

/** Columns: recruitment caught, reports and harmless ones flagged; of the fitted sets, then of set 2. */
function groupTable(byRole) {
  const cells = (pick) => roles.flatMap((role) => sides.map((side) => cellOf(pick(byRole[role])?.[side])));
  const names = [...new Set(roles.flatMap((role) => Object.keys(byRole[role].groups)))].sort();
  const head = [
    "",
    ...roles.flatMap((role) => ["caught", "reports flagged", "harmless flagged"].map((side) => `${roleName[role]} ${side}`)),
  ];
  const lines = names.map((name) => [name, ...cells(({ groups }) => groups[name])]);
  return table(head, [[keywordRow, ...cells(({ keywords }) => keywords)], ["nomlm", ...cells(({ nomlm }) => nomlm)], ...lines]);
}

const roleName = { fitted: "1 3 4 5", scored: "2" };

function cellOf(count) {
  return count ? share(count.flagged, count.of) : "–";
}

function spanTable({ keywords, nomlm }) {
  const line = (name, { of, overlapped, sameElement }) => [name, share(overlapped, of), share(sameElement, of)];
  const { all, ...rest } = nomlm;
  const lines = Object.entries(rest).map(([name, count]) => line(name, count));
  return table(["", "overlapped", "by the same element"], [line(keywordRow, keywords.all), line("nomlm", all), ...lines]);
}

function rightTable({ pairs, threads, threadMode }) {
  const counted = Object.entries({ ...pairs, ...threads });
  const line = (name, judge) => [name, ...counted.map(([, counts]) => share(counts[judge].right, counts[judge].of))];
  const page = table(
    ["both sides, or the thread, right", ...counted.map(([name]) => name)],
    [line(keywordRow, "keywords"), line("nomlm", "nomlm")],
  );
  return threadMode === "openConversation"
    ? page
    : `${page}\n\nThreads: messages joined and scanned as one text, until the library weighs threads.`;
}

/** Recruitment rows that the judge would flag and the gate does not let through. The keywords know no gate. */
export function renderGate({ gate }) {
  if (!gate) return [];
  const counts = Object.values(gate);
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  const lines = Object.entries(gate).map(([key, { stopped, of }]) => [nameOf(key), share(stopped, of)]);
  const head = ["set, part", "stopped by the gate, of those caught with it open"];
  return ["## What the gate costs", table(head, [[keywordRow, "–"], ["all", share(sum("stopped"), sum("of"))], ...lines])];
}

/** Rules: how many rows hang on one. */
export function renderRules({ rules, rulesAreData, without, copied }) {
  const pages = [
    "## Do the rules generalise?",
    rulesAreData ? ruleTable(rules) : "No rules as data yet: recall without each rule waits for dict/rules.csv.",
  ];
  if (rulesAreData && rules.firesOnce.length) pages.push(`Fires on one row only: ${rules.firesOnce.join(", ")}.`);
  if (without) pages.push("Without each rule:", withoutTable(without));
  else if (rulesAreData) pages.push("Recall without each rule: `--without each` (compiles the dictionary once for each).");
  return [...pages, copiedLine(copied)];
}

function ruleTable({ caughtBy, rules }) {
  const all = Object.values(caughtBy).reduce((sum, n) => sum + n, 0);
  const by = Object.entries(caughtBy).map(([n, rows]) => `${n === "3" ? "three or more" : n}: ${share(rows, all)}`);
  const lines = Object.entries(rules).map(([rule, counts]) => [
    rule,
    ...["rows", "caught", "alone", "wrong"].map((name) => String(counts[name])),
  ]);
  const page = table(["rule", "rows", "caught", "only by it", "wrongly flagged"], lines);
  return `Caught rows by number of rules: ${by.join("; ")}.\n\n${page}`;
}

function withoutTable(without) {
  const lines = without.map(({ rule, lost, gone, problem }) => [rule, problem ?? String(lost), problem ? "" : String(gone)]);
  return table(["rule", "no longer caught", "no longer wrongly flagged"], lines);
}

function copiedLine({ patterns, sentences, shared }) {
  const places = shared.slice(0, 20).map(({ file, id, run, row }) => `${file} ${id}: ${run} (${row})`);
  const compared = `${patterns} patterns of phrases, rules and weights and ${sentences} sentences compared with every development row`;
  return [`${compared}: ${shared.length} copied runs (more than 8 characters of a pattern, 12 of a sentence).`, ...places].join("\n");
}

const per10000 = (n, documents) => short((n / documents) * 10_000);

/** The tables of a corpus folder. */
export function renderCorpus({ files, groups }) {
  const halves = files
    .filter(({ oddHalf }) => oddHalf?.documents)
    .map(({ name, oddHalf }) => ({ name: `${name}, half not fitted on`, ...oddHalf }));
  const rows = [...groups.map((group) => ({ ...group, name: `**${group.name}**` })), ...files, ...halves];
  return [
    "## False alarms per 10,000 documents",
    alarmTable(rows, groups),
    "## Term hits per 10,000 documents, by tier",
    countTable(rows, groups, "tiers"),
    "## Term hits per 10,000 documents, by trick undone",
    countTable(rows, groups, "tricks"),
  ];
}

function alarmTable(rows, groups) {
  const documents = groups.reduce((sum, group) => sum + group.documents, 0);
  const words = groups.reduce((sum, group) => sum + group.keywords, 0);
  const first = [keywordRow, String(documents), per10000(words, documents), ...outcomes.slice(1).map(() => ""), ""];
  const lines = rows.map(({ name, documents: of, outcomes: counts, keywords }) => {
    const alarms = per10000(counts.review + counts.priority, of);
    return [name, String(of), alarms, ...outcomes.slice(1).map((outcome) => per10000(counts[outcome], of)), per10000(keywords, of)];
  });
  return table(["", "documents", "false alarms", ...outcomes.slice(1), keywordRow], [first, ...lines]);
}

function countTable(rows, groups, part) {
  const names = [...new Set(groups.flatMap((group) => Object.keys(group[part])))].sort();
  if (!names.length) return "No hits.";
  const documents = groups.reduce((sum, group) => sum + group.documents, 0);
  const words = groups.reduce((sum, group) => sum + group.keywords, 0);
  const first = [`${keywordRow} (documents)`, per10000(words, documents), ...names.slice(1).map(() => "")];
  return table(
    ["", ...names],
    [first, ...rows.map(({ name, documents: of, [part]: counts }) => [name, ...names.map((key) => per10000(counts[key] ?? 0, of))])],
  );
}

/** Goals with the figure now, the keywords' and that of the newest record. */
export function renderGoals(reached, byKeywords, newest) {
  const lines = reached.map(({ goal, figure, mark }, k) => {
    const cells = [figure, byKeywords[k].figure, newest?.goals[goal.title]].map((count) => (count ? figureOf(goal, count) : "–"));
    return [goal.title, bound(goal, "must"), bound(goal, "aim"), ...cells, marks[mark]];
  });
  return ["## To reach", table(["", "must", "aim", "nomlm", keywordRow, newest ? `record of ${newest.date}` : "no record", ""], lines)];
}

const marks = { aim: "aim", must: "must", below: "BELOW", watched: "", "not measured": "not measured" };

function bound(goal, name) {
  if (goal[name] === null) return "–";
  const sign = goal.at === "least" ? "≥" : "≤";
  return `${sign} ${(goal.unit ?? "share") === "share" ? `${Number((goal[name] * 100).toFixed(1))} %` : goal[name]}`;
}

function figureOf(goal, { n, of }) {
  const { unit = "share" } = goal;
  if (unit === "per 10,000") return `${short(inUnit(goal, { n, of }))} (${n})`;
  return unit === "count" ? `${n} of ${of}` : `${n}/${of} ${((100 * n) / of).toFixed(1)} %`;
}

/** Mistakes, at most `most` for each set and side. */
export function renderMistakes(mistakes, most) {
  const titles = [...new Set(mistakes.map(titleOf))];
  const pages = titles.flatMap((title) => {
    const list = mistakes.filter((mistake) => titleOf(mistake) === title);
    return [`${title}: ${list.length}${list.length > most ? `, the first ${most}` : ""}`, mistakeTable(list.slice(0, most))];
  });
  return ["## Mistakes", ...pages];
}

function titleOf({ set, side }) {
  return `${set}, ${side}`;
}

function mistakeTable(list) {
  const isRead = list.some(({ text }) => text !== null);
  const lines = list.map(({ id, outcome, score, rules, family, text }) => [
    id,
    outcome,
    String(score),
    rules.join(" "),
    family,
    ...(isRead ? [text] : []),
  ]);
  return table(["id", "outcome", "score", "rules", "family", ...(isRead ? ["text"] : [])], lines, 6);
}

/** Places of false alarms in a corpus folder, at most `most` a file. */
export function renderAlarms(alarms, most) {
  const lines = alarms
    .filter((alarm, k) => alarm.file !== alarms[k - most]?.file)
    .map(({ file, line, outcome, score, rules }) => [`${file}:${line}`, outcome, String(score), rules.join(" ")]);
  return lines.length ? ["## Where the false alarms are", table(["file and line", "outcome", "score", "rules"], lines, 4)] : [];
}
