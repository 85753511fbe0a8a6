/**
 * Draws the pictures of the READMEs, docs/img/start.svg and start.zh-CN.svg, from what `npm start` really prints, with its colours.
 * Some of the texts are left out, each gap shown as ⋮; nothing else is changed.
 *
 *   node tools/shot.mjs           writes both (dist/ must be built)
 *   node tools/shot.mjs --check   exit 1 when a picture is not what it would write
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const pictures = [
  { file: "docs/img/start.svg", lang: "en", title: "Terminal: npm start prints the outcome of each message and the hits in it" },
  { file: "docs/img/start.zh-CN.svg", lang: "zh", title: "终端：npm start 打印每条消息的结果与其中的命中" },
];
/** Texts shown: a plain one, two disguised ones, a warning; then the summary up to the list of elements. */
const shownIds = ["m02", "m03", "m04", "m07"];

const cellWidth = 8.4;
const lineHeight = 20;
const fontSize = 14;
/** Nearly two cells, so that columns also stand in a viewer that does not know textLength. */
const wideFontSize = 16;
const margin = 20;
const barHeight = 34;
const fonts =
  "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC','PingFang SC','Microsoft YaHei','WenQuanYi Zen Hei Mono',monospace";
/** SGR colour → what a usual dark terminal shows. */
const colors = { 31: "#ff7b72", 33: "#e3b341", 36: "#56d4dd", 97: "#ffffff" };
const plainColor = "#e6edf3";

process.exitCode = main(process.argv.includes("--check"));

function main(check) {
  let status = 0;
  for (const { file, lang, title } of pictures) {
    const svg = draw(shorten(reportIn(lang)), title);
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (!check) writeFileSync(path, svg);
    else if (readFileSync(path, "utf8") !== svg) {
      console.error(`${file} is not what npm start prints now: node tools/shot.mjs draws it anew`);
      status = 1;
    }
  }
  return status;
}

/** What tools/start.mjs runs, with colours. */
function reportIn(lang) {
  const args = ["dist/cli.js", "scan", "--format", "pretty", "--color", "always", "--lang", lang, "examples/messages.ndjson"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`nomlm scan ended with ${status}: ${stderr}`);
  return stdout;
}

/** The report's sections, apart by empty lines, of which some are left out. */
function shorten(report) {
  const sections = report.trimEnd().split("\n\n");
  const summary = sections.pop().split("\n");
  const lines = ["$ npm ci && npm start", ""];
  let gap = false;
  for (const section of sections) {
    const shown = shownIds.some((id) => section.includes(`[1m${id}\u001b`));
    if (shown) lines.push(...section.split("\n"), "");
    else if (!gap && lines.length > 2) lines.push("⋮", "");
    gap = !shown;
  }
  // The rule, the heading and the five outcomes.
  return [...lines, ...summary.slice(0, 7)];
}

function draw(lines, title) {
  const rows = lines.map(runsOf);
  const columns = Math.max(...rows.map((runs) => runs.reduce((sum, run) => sum + run.columns, 0)));
  const width = Math.ceil(columns * cellWidth + 2 * margin);
  const height = barHeight + rows.length * lineHeight + margin;
  const lights = ["#ff5f57", "#febc2e", "#28c840"].map((fill, k) => `<circle cx="${22 + 20 * k}" cy="18" r="6" fill="${fill}"/>`);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>`,
    ...lights,
    `<g font-family="${fonts}" font-size="${fontSize}" xml:space="preserve" fill="${plainColor}">`,
    ...rows.flatMap((runs, k) => drawRow(runs, barHeight + (k + 1) * lineHeight - 5)),
    "</g>",
    "</svg>",
  ].join("\n")}\n`;
}

/** Each run gets its place and its width in cells, so that columns stand whatever the fonts are. */
function drawRow(runs, baseline) {
  let column = 0;
  return runs.flatMap((run) => {
    const x = round(margin + column * cellWidth);
    const width = round(run.columns * cellWidth);
    column += run.columns;
    if (run.text.trim() === "") return [];
    const style = styleOf(run.codes);
    if (/^█+$/.test(run.text)) return [`<rect x="${x}" y="${baseline - 11}" width="${width}" height="13"${style.box}/>`];
    if (/^─+$/.test(run.text)) return [`<rect x="${x}" y="${baseline - 5}" width="${width}" height="1"${style.box}/>`];
    return [
      `<text x="${x}" y="${baseline}" textLength="${width}"${run.kind === "wide" ? ` font-size="${wideFontSize}"` : ""}${style.text}>${escaped(run.text)}</text>`,
    ];
  });
}

function styleOf(codes) {
  const color = codes.map((code) => colors[code]).find((found) => found !== undefined);
  const fill = color === undefined ? "" : ` fill="${color}"`;
  const dim = codes.includes("2") ? ' opacity="0.6"' : "";
  const bold = codes.includes("1") ? ' font-weight="bold"' : "";
  const line = codes.includes("4") ? ' text-decoration="underline"' : "";
  return { box: fill + dim, text: fill + dim + bold + line };
}

/** Pieces of one style and one kind of character: one cell wide, two cells wide, bars. */
function runsOf(line) {
  const runs = [];
  for (const [, sgr, codes, text] of line.matchAll(/(\u001b\[([\d;]*)m)|([^\u001b]+)/g)) {
    if (sgr !== undefined) {
      runs.push({ text: "", columns: 0, codes: codes.split(";"), kind: "style" });
      continue;
    }
    const style = runs.findLast((run) => run.kind === "style")?.codes ?? [];
    for (const character of text) {
      const kind = kindOf(character);
      const last = runs.at(-1);
      const run = last?.kind === kind ? last : { text: "", columns: 0, codes: style, kind };
      if (run !== last) runs.push(run);
      run.text += character;
      run.columns += kind === "wide" ? 2 : 1;
    }
  }
  return runs.filter((run) => run.kind !== "style");
}

function kindOf(character) {
  if (character === "█" || character === "─") return character;
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? "wide"
    : "narrow";
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
