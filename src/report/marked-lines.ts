import { inertLine } from "./inert.js";
import type { Mark, MarkLevel } from "./marks.js";
import type { Paint, Style } from "./paint.js";
import type { Span } from "./result.js";
import { characterWidth } from "./width.js";

/** How marks are drawn: with colours in place, or with quotation brackets, which need no alignment in any font. */
export interface MarkStyle {
  readonly color: boolean;
  readonly paint: Paint;
}

/**
 * A piece of a text as lines that fit the terminal, its marks drawn in place.
 * @param text the scanned text; everything in it that acts on a terminal is shown as a code
 * @param piece what to show of it
 * @param marks in ascending order, not overlapping
 * @param columns the width of a line, at least 10
 */
export function markedLines(text: string, piece: Span, marks: readonly Mark[], columns: number, style: MarkStyle): string[] {
  const runs = [
    ...(piece.start > 0 ? [{ text: "…", level: "none" as const }] : []),
    ...runsOf(text, piece, marks, style.color),
    ...(piece.end < text.length ? [{ text: "…", level: "none" as const }] : []),
  ];
  return wrap(runs, columns).map((line) => line.map((run) => drawn(run, style)).join(""));
}

interface Run {
  readonly text: string;
  readonly level: MarkLevel;
}

/** The piece as runs of one level each; without colours, the brackets are part of the marked runs. */
function runsOf(text: string, piece: Span, marks: readonly Mark[], color: boolean): Run[] {
  const runs: Run[] = [];
  let at = piece.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, piece.end);
    if (start >= end) continue;
    runs.push({ text: inertLine(text.slice(at, start)), level: "none" });
    const shown = inertLine(text.slice(start, end));
    runs.push({ text: color ? shown : bracketed(shown, mark.level), level: mark.level });
    at = end;
  }
  runs.push({ text: inertLine(text.slice(at, piece.end)), level: "none" });
  return runs.filter((run) => run.text !== "");
}

function bracketed(text: string, level: MarkLevel): string {
  return level === "mention" ? `‹${text}›` : `«${text}»`;
}

/** Breaks runs into lines of at most `columns` columns, between characters, never before a character of no width. */
function wrap(runs: readonly Run[], columns: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const run of runs) {
    let part = "";
    for (const character of run.text) {
      const width = characterWidth(character);
      if (used + width > columns) {
        if (part !== "") lines.at(-1)?.push({ text: part, level: run.level });
        lines.push([]);
        part = "";
        used = 0;
      }
      part += character;
      used += width;
    }
    if (part !== "") lines.at(-1)?.push({ text: part, level: run.level });
  }
  return lines;
}

const styleOfLevel: Readonly<Record<MarkLevel, Style | null>> = { none: null, mention: "faint", support: "support", law: "law" };

function drawn(run: Run, { color, paint }: MarkStyle): string {
  const style = styleOfLevel[run.level];
  return color && style !== null ? paint(style, run.text) : run.text;
}
