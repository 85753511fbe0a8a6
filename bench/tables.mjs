/** From a record to Markdown; the terminal shows the same tables. */
import { medianOf, short, speedOf } from "./numbers.mjs";

/**
 * A Markdown table with columns of one width, so that it reads well in a terminal too.
 * @param {string[]} head @param {string[][]} rows cells; all columns but the first `left` ones are set right
 */
export function table(head, rows, left = 1) {
  const widths = head.map((cell, i) => Math.max(3, widthOf(cell), ...rows.map((row) => widthOf(row[i]))));
  const line = (cells) => `| ${cells.map((cell, i) => pad(cell, widths[i], i < left)).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (i < left ? `:${"-".repeat(width + 1)}` : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function pad(cell, width, left) {
  const space = " ".repeat(width - widthOf(cell));
  return left ? cell + space : space + cell;
}

/** Terminal columns: characters from the CJK blocks on take two. */
function widthOf(cell) {
  return [...cell].reduce((width, character) => width + (character >= "\u2e80" ? 2 : 1), 0);
}

/** The whole record as a page; parts that were not measured are left out. */
export function renderRecord(record) {
  const pages = [
    scanPages(record.scan),
    filterPage(record.filter),
    attackPage(record.attack),
    oncePage(record),
    differencePage(record.differences),
  ];
  const title = `# ${record.machine.cpu}, Node ${record.machine.node}, ${record.date}`;
  return [title, conditions(record), ...pages.flat()].join("\n\n");
}

function conditions({ machine, load, text, scale, minutes }) {
  const { cores } = machine;
  return [
    `${cores} cores, ${machine.platform}; load average ${load.start} at the start, ${load.end} at the end; ${scale} run, ${short(minutes)} minutes.`,
    ...(load.end > cores + 1 ? ["**The machine was busy with other work: read the ratios by the fastest rounds.**"] : []),
    `Text: ${text.from}, ${short(text.units / 1e6)} Mchar (10^6 UTF-16 units); ${text.messages} messages, ${short(text.messageUnits / 1e6)} Mchar.`,
  ].join("\n");
}

function scanPages(rows) {
  if (!rows) return [];
  const cells = cellsOf(rows);
  const intro = [
    "Folds and noise skipping on; Mchar/s and ratios by medians of one interleaved run, in brackets by the fastest rounds.",
    "*+2*: two other matchers alive and in use in the same process; the rivals are always alone.",
  ].join("\n");
  return ["## Ratios", intro, ratioTable(cells), ...cells.flatMap((cell) => [`## ${cell.title}`, scanTable(cell)])];
}

/** Rows grouped by dictionary and workload, with the baseline and the fastest rival of the same interleaved run. */
export function cellsOf(rows) {
  const groups = new Map();
  for (const row of rows) {
    const title = `${row.dictionary} terms, ${row.workload === "long" ? "one long text" : "messages, one call each"}`;
    if (!groups.has(title)) groups.set(title, { title, dictionary: row.dictionary, workload: row.workload, rows: [] });
    groups.get(title).rows.push({ ...row, speed: speedOf(row) });
  }
  return [...groups.values()].map((cell) => ({ ...cell, baseline: fastest(cell.rows, isBaseline), rival: fastest(cell.rows, isRival) }));
}

const isOurs = (row) => row.candidate.startsWith("nomlm");
const isBaseline = (row) => row.candidate.startsWith("two-pass");
const isRival = (row) => !isOurs(row) && !isBaseline(row);

function fastest(rows, wanted) {
  return rows
    .filter((row) => wanted(row) && row.speed)
    .reduce((best, row) => (best && best.speed.median >= row.speed.median ? best : row), null);
}

function scanTable({ rows, baseline, rival }) {
  const head = ["candidate", "Mchar/s", "min", "max", "CPU", "× two-pass", "× rival", "read, Mchar", "hits", "answers", "build ms"];
  return table(
    head,
    rows.map((row) => scanLine(row, baseline, rival)),
  );
}

function scanLine(row, baseline, rival) {
  if (!row.speed) return [row.candidate, row.stopped, ...Array(9).fill("–")];
  const { min, median, max } = row.speed;
  const cpu = row.units / medianOf(row.cpuSeconds) / 1e6;
  const ratios = [baseline, rival].map((other) => short(other && median / other.speed.median));
  const figures = [median, min, max, cpu].map(short);
  return [row.candidate, ...figures, ...ratios, short(row.units / 1e6), String(row.hits), row.answer, short(row.buildMilliseconds)];
}

/** The speed of our row, and how often the baseline's and the rival's fit into it: by medians, and by the fastest rounds. */
export function ratiosOf(cell, candidate) {
  const ours = cell.rows.find((row) => row.candidate === candidate)?.speed;
  if (!ours) return null;
  const over = (other, kind) => (other ? ours[kind] / other.speed[kind] : null);
  return {
    speed: ours.median,
    baseline: over(cell.baseline, "median"),
    rival: over(cell.rival, "median"),
    baselineFastest: over(cell.baseline, "max"),
    rivalFastest: over(cell.rival, "max"),
  };
}

function ratioTable(cells) {
  const head = ["", "nomlm", "× two-pass", "× rival", "nomlm +2", "× two-pass", "× rival", "fastest rival"];
  const lines = ["nomlm folds", "nomlm folds, spans"].flatMap((candidate) =>
    cells
      .filter((cell) => ratiosOf(cell, candidate))
      .map((cell) => {
        const figures = [candidate, `${candidate} +2`].flatMap((id) => ratioFigures(ratiosOf(cell, id)));
        return [`${cell.title}${candidate.endsWith("spans") ? ", spans" : ""}`, ...figures, cell.rival?.candidate ?? "–"];
      }),
  );
  return table(head, lines);
}

function ratioFigures(ratios) {
  if (!ratios) return ["–", "–", "–"];
  const both = (median, fastestRound) => `${short(median)} (${short(fastestRound)})`;
  return [short(ratios.speed), both(ratios.baseline, ratios.baselineFastest), both(ratios.rival, ratios.rivalFastest)];
}

function filterPage(filter) {
  if (!filter) return [];
  const { load, patterns, messages, units, outcomes, latency, bounds } = filter;
  const counts = Object.entries(outcomes).map(([outcome, n]) => `${outcome} ${n}`);
  const intro = [
    `${messages} ordinary messages, one call each, ${short(units / 1e6)} Mchar; the built-in dictionary compiles ${patterns.terms} terms and, with the words of its phrases and weights, ${patterns.all} patterns; the others count these. Outcomes: ${counts.join(", ")}.`,
    `Bounds, over all patterns: at most ${bounds.overCount} × the time of \`Matcher.count\`, at least ${bounds.overTwoPass} × as fast as two-pass; p99 of 200 characters under ${bounds.p99Microseconds} µs.`,
    `Load average ${load}; in brackets by the fastest rounds.`,
  ].join("\n");
  return ["## The whole filter", intro, filterTable(filter), latencyTable(latency)];
}

function filterTable({ rows }) {
  const speeds = new Map(rows.map((row) => [row.candidate, speedOf(row)]));
  const cases = ["", ", terms"].flatMap((patterns) => ["", " +2"].map((others) => ({ patterns, others })));
  const lines = cases.map(({ patterns, others }) => {
    const scan = speeds.get(`filter.scan${others}`);
    const count = speeds.get(`Matcher.count${patterns}${others}`);
    const baseline = speeds.get(`two-pass${patterns}`);
    const both = (a, b) => (a && b ? `${short(a.median / b.median)} (${short(a.max / b.max)})` : "–");
    return [
      `${patterns === "" ? "all patterns" : "terms only"}, ${others === "" ? "alone" : "with two other matchers"}`,
      ...[scan, count, baseline].map((speed) => short(speed?.median)),
      both(count, scan),
      both(scan, baseline),
    ];
  });
  return table(["Mchar/s", "filter.scan", "Matcher.count", "two-pass", "time over count", "× two-pass"], lines);
}

function latencyTable(latency) {
  const lines = latency.map(({ candidate, calls, p50, p99, p99Min }) => [candidate, String(calls), ...[p50, p99, p99Min].map(short)]);
  return table(["one 200-character message, µs", "calls a round", "p50", "p99", "p99, best round"], lines);
}

function attackPage(attack) {
  if (!attack) return [];
  const intro = `${short(attack.units / 1e6)} Mchar each, Mchar/s. *Growth*: time of the whole over time of its half, fastest rounds; 2 is linear.`;
  return ["## Hostile texts", intro, attackTable(attack.rows)];
}

function attackTable(rows) {
  const candidates = [...new Set(rows.map((row) => row.candidate))];
  const texts = [...new Set(rows.map((row) => row.workload))].filter((name) => !name.endsWith(" / 2"));
  const find = (candidate, workload) => rows.find((row) => row.candidate === candidate && row.workload === workload);
  const head = ["text", "hits", ...candidates.flatMap((candidate) => [candidate, "growth"])];
  const lines = texts.map((text) => {
    const figures = candidates.flatMap((candidate) => attackFigures(find(candidate, text), find(candidate, `${text} / 2`)));
    return [text, String(find(candidates[0], text).hits ?? "–"), ...figures];
  });
  return table(head, lines);
}

function attackFigures(whole, half) {
  if (!whole.seconds.length) return [whole.stopped, "–"];
  return [short(speedOf(whole).median), half.seconds.length ? short(Math.min(...whole.seconds) / Math.min(...half.seconds)) : "–"];
}

function oncePage({ builds, start, sizes }) {
  const tables = [builds && buildTable(builds), start && startTable(start), sizes && sizeTable(sizes)].filter(Boolean);
  return tables.length ? ["## Once per process", ...tables] : [];
}

function buildTable(builds) {
  const lines = builds.map((b) => {
    const times = [b.compileMilliseconds, b.compileAgainMilliseconds, b.writeMilliseconds, b.loadMilliseconds];
    return [b.dictionary, ...times.map(short), kilobytes(b.bytes)];
  });
  return table(["terms", "compile ms, fresh process", "compile ms, again", "toBytes ms", "load ms", "artifact kB"], lines);
}

function startTable(start) {
  const times = [start.importMilliseconds, start.readyMilliseconds, start.readyMillisecondsMin, start.readyMillisecondsMax];
  const line = [`median of ${start.processes} processes`, ...[...times, start.firstScanMilliseconds].map(short)];
  return table(["built-in filter", "import ms", "ready ms", "min", "max", "first scan ms"], [line]);
}

function sizeTable({ mainDoor, matcherDoor, builtinArtifactBytes, builtinGzipBytes }) {
  const lines = [
    ["main door, without dictionary", kilobytes(mainDoor.minifiedBytes), kilobytes(mainDoor.gzipBytes)],
    ["matcher door", kilobytes(matcherDoor.minifiedBytes), kilobytes(matcherDoor.gzipBytes)],
    ["built-in artifact", kilobytes(builtinArtifactBytes), kilobytes(builtinGzipBytes)],
  ];
  return table(["size", "kB", "min+gz kB"], lines);
}

function kilobytes(bytes) {
  return short(bytes / 1000);
}

function differencePage(differences) {
  if (!differences) return [];
  const { dictionary, messages, ours, baseline, reasons } = differences;
  const lines = reasons.map(({ reason, hits, example }) => [reason, String(hits), example]);
  const intro = `${dictionary} terms, first ${messages} messages: ${ours} hits with our folds, ${baseline} of two-pass.`;
  return ["## Why the folded counts differ", intro, lines.length ? table(["reason", "hits", "example"], lines) : "Every hit is the same."];
}
