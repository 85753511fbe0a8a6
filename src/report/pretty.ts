import { inertLine } from "./inert.js";
import { markedLines } from "./marked-lines.js";
import { levelOf, marksOf } from "./marks.js";
import { type Paint, painter } from "./paint.js";
import { quoteColumnsMax, quotesRow } from "./quotes.js";
import { reasonRows } from "./reasons.js";
import type { Finding, Hit, Outcome, ScanResult } from "./result.js";
import { snippetOf } from "./snippet.js";
import { cutToWidth, displayWidth, padToWidth } from "./width.js";
import { type Language, type ReportWords, reportWords } from "./words.js";

/** How a report is drawn. */
export interface PrettyOptions {
  /** Whether ANSI colours may be written; without them marked places stand in «», mentions in ‹›. Default false. */
  readonly color?: boolean;
  /** Columns of the terminal, 40 or more. Default 100. */
  readonly width?: number;
  /** Default `en`. */
  readonly language?: Language;
  /** Where the text comes from, for example `messages.ndjson:7`; shown beside the id. */
  readonly label?: string;
}

/** Terms listed below a text; a long document would fill the screen with them. */
const termRowsMax = 12;
/** Columns given to a term; a longer one is cut. */
const termColumnsMax = 24;

/**
 * The report of one text for a person: outcome, the text around its hits, each term in words, the findings, and the reasons where
 * the result has them.
 * @param result what `scan` returned
 * @param text the text it was returned for
 * @returns lines ending in a line feed; nothing in them acts on a terminal but the colours asked for
 */
export function renderPretty(result: ScanResult, text: string, options: PrettyOptions = {}): string {
  const page = pageOf(options);
  const sections = [
    headline(result, page),
    ...quoted(result, text, page),
    ...termRows(result.hits, page),
    ...findingRows(result.findings, page),
  ];
  if (result.context !== null) sections.push(contextRow(result, page));
  if (result.reasons !== undefined) sections.push(...reasonRows(result.reasons, result.score, page));
  if (result.truncated === true) sections.push(`  ${page.paint("error", page.words.truncated)}`);
  return `${sections.join("\n")}\n`;
}

interface Page {
  readonly color: boolean;
  readonly paint: Paint;
  readonly width: number;
  readonly words: ReportWords;
  readonly label: string;
}

function pageOf({ color = false, width = 100, language = "en", label = "" }: PrettyOptions): Page {
  return { color, paint: painter(color), width: Math.max(40, width), words: reportWords[language], label };
}

/** `● review  m3  messages.ndjson:7  fee to join, pay for recruiting` */
function headline(result: ScanResult, { paint, words, label }: Page): string {
  const outcome = paint(`outcome-${result.outcome}`, `${outcomeSigns[result.outcome]} ${words.outcomes[result.outcome]}`);
  const id = result.id === null ? "" : `  ${paint("bold", cutToWidth(inertLine(result.id), 40))}`;
  const place = label === "" ? "" : `  ${paint("dim", cutToWidth(inertLine(label), 60))}`;
  const score = result.score > 0 ? `  ${words.score(result.score)}` : "";
  const elements = result.elements.map((element) => words.elements[element]).join(words.elementsTogether);
  return `${outcome}${id}${place}${score}${elements === "" ? "" : `  ${elements}`}`;
}

/** The ladder as signs, so that it is also seen without colours. */
const outcomeSigns: Readonly<Record<Outcome, string>> = { none: "○", mention: "○", observe: "◐", review: "●", priority: "◉" };

function quoted(result: ScanResult, text: string, page: Page): string[] {
  const marks = marksOf(result);
  const { pieces, placesLeftOut } = snippetOf(text, marks);
  const lines = pieces.flatMap((piece) => markedLines(text, piece, marks, page.width - 4, page));
  const rail = page.paint("dim", "│");
  const rows = lines.map((line) => `  ${rail} ${line}`);
  if (placesLeftOut > 0) rows.push(`  ${rail} ${page.paint("dim", `(${page.words.morePlaces(placesLeftOut)})`)}`);
  return rows;
}

function termRows(hits: readonly Hit[], page: Page): string[] {
  const groups = byTerm(outermost(hits));
  const shown = groups.slice(0, termRowsMax);
  const names = shown.map((group) => termName(group));
  const elements = shown.map((group) => page.words.elements[(group[0] as Hit).element]);
  const nameColumns = Math.max(0, ...names.map(displayWidth));
  const elementColumns = Math.max(0, ...elements.map(displayWidth));
  const rows = shown.map((group, i) => {
    const name = padToWidth(names[i] as string, nameColumns);
    const spelling = spellingOf(group, page);
    const element = spelling === "" ? (elements[i] as string) : padToWidth(elements[i] as string, elementColumns);
    const row = `  ${name}  ${element}${spelling === "" ? "" : `  ${spelling}`}`;
    return levelOf((group[0] as Hit).element) === "mention" ? page.paint("dim", row) : row;
  });
  if (groups.length > shown.length) rows.push(page.paint("dim", `  … ${page.words.moreHits(groups.length - shown.length)}`));
  return rows;
}

/** Hits that lie in no longer one: 下线 within 发展下线 tells a reader nothing more. The data has both. */
function outermost(hits: readonly Hit[]): Hit[] {
  const byReach = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  let widest: Hit | null = null;
  return byReach.filter((hit) => {
    if (widest !== null && hit.end <= widest.end && (hit.start > widest.start || hit.end < widest.end)) return false;
    widest = hit;
    return true;
  });
}

/** Hits of one term together, in the order of their first place. */
function byTerm(hits: readonly Hit[]): Hit[][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.termId);
    if (group === undefined) groups.set(hit.termId, [hit]);
    else group.push(hit);
  }
  return [...groups.values()];
}

function termName(group: readonly Hit[]): string {
  const term = cutToWidth(inertLine((group[0] as Hit).term), termColumnsMax);
  return group.length === 1 ? term : `${term} ×${group.length}`;
}

/** What had to be undone to see the term; nothing when every hit spells it plainly. */
function spellingOf(group: readonly Hit[], { words }: Page): string {
  const disguised = group.find((hit) => hit.undone.length > 0);
  if (disguised === undefined) return "";
  const tricks = [...new Set(group.flatMap((hit) => hit.undone))].map((trick) => words.tricks[trick]).join(words.comma);
  return `${words.written(cutToWidth(inertLine(disguised.text), quoteColumnsMax))}  ${words.undone(tricks)}`;
}

function findingRows(findings: readonly Finding[], page: Page): string[] {
  return findings.flatMap((finding) => {
    const name = page.words.rules[finding.rule] ?? inertLine(finding.rule);
    const law = finding.law.map((clause) => `    ${page.paint("dim", `§ ${inertLine(clause)}`)}`);
    const guard = finding.guard === null ? "" : `  ${page.paint("dim", page.words.heldBack(page.words.contexts[finding.guard]))}`;
    return [`  ${page.paint("bold", "→")} ${page.words.reason(name, quotesRow(finding.quotes))}${guard}`, ...law];
  });
}

function contextRow(result: ScanResult, { paint, words }: Page): string {
  const context = result.context as NonNullable<ScanResult["context"]>;
  const cues = [...new Set(context.spans.map((span) => span.text))]
    .slice(0, termRowsMax)
    .map((cue) => cutToWidth(inertLine(cue), termColumnsMax));
  return `  ${paint("outcome-mention", words.context(words.contexts[context.kind], cues.join(words.comma)))}`;
}
