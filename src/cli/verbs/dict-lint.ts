import { type Diagnostic, type DictionaryCounts, lintDictionary } from "../../compile/index.js";
import { toJsonLine } from "../../report/json.js";
import { painter } from "../../report/paint.js";
import { padToWidth } from "../../report/width.js";
import { reportWords } from "../../report/words.js";
import type { Arguments } from "../arguments.js";
import { readSourceFolder } from "../dictionary-files.js";
import { renderDiagnostics } from "../output/diagnostics.js";
import { type Session, wantsColor } from "../terminal.js";
import { atMost } from "./options.js";

/** The folder of a dictionary's source where none is named. */
export const folderDefault = "dict";

/** `nomlm dict lint [DIR]`: checks the source of a dictionary and counts what is in it. @returns 0, or 1 when there are errors */
export async function lintSource(args: Arguments, session: Session): Promise<number> {
  atMost(args, 1, session.messages);
  const folder = args.positionals[0] ?? folderDefault;
  const { diagnostics, counts } = lintDictionary(await readSourceFolder(folder, session.messages), { today: today() });
  const isJson = args.one("format") === "json";
  session.stdout.write(
    isJson ? toJsonLine({ diagnostics, counts }) : lintReport(diagnostics, counts, folder, session, wantsColor(session, args)),
  );
  return countOf(diagnostics, "error") > 0 ? 1 : 0;
}

/** @returns `YYYY-MM-DD` of the machine's clock, in UTC */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** @returns how many diagnostics have a severity */
export function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

function lintReport(
  diagnostics: readonly Diagnostic[],
  counts: DictionaryCounts,
  folder: string,
  { messages, language }: Session,
  color: boolean,
): string {
  const paint = painter(color);
  const words = reportWords[language];
  const uses = ["hit", "mention", "evidence"] as const;
  const inOrderOfLaw = Object.keys(words.elements) as (keyof typeof words.elements)[];
  const rows = inOrderOfLaw.flatMap((element) => {
    const row = counts.elements[element];
    if (row === undefined) return [];
    return [`  ${padToWidth(words.elements[element], 26)}${uses.map((use) => String(row[use] ?? 0).padStart(9)).join("")}`];
  });
  const { rows: total, unverified } = counts.provenance;
  const { phrases, rules: ruleCount, words: wordCount, classes, weights } = counts.rules;
  const errors = countOf(diagnostics, "error");
  const warnings = countOf(diagnostics, "warning");
  const lines = [
    paint("dim", `  ${padToWidth("", 26)}${uses.map((use) => use.padStart(9)).join("")}`),
    ...rows,
    messages.otherRows(counts.schemes, counts.places, counts.uses.allow ?? 0, counts.uses.cue ?? 0, counts.sources, counts.cases),
    messages.ruleRows(phrases, ruleCount, wordCount, classes, weights),
    messages.unverified(unverified, total),
    errors + warnings === 0 ? messages.lintClean(total) : paint(errors > 0 ? "error" : "bold", messages.lintFound(errors, warnings)),
  ];
  return `${renderDiagnostics(diagnostics, folder, messages, color)}${lines.join("\n")}\n`;
}
