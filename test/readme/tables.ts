import { foldText } from "../../src/fold/index.js";
import { createFilter, type ScanResult } from "../../src/index.js";

/** What a column of a checked table holds; `-` is for people only. */
const roles = ["-", "text", "outcome", "terms", "term", "undone", "confidence", "folded"] as const;
type Role = (typeof roles)[number];

/** One row of a table whose columns are named by a comment before it, as in `<!-- rows: text, outcome; terms=我站黑话 -->`. */
export interface CheckedRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Role, string>>>;
  /** Words given to the filter at run time. */
  readonly terms: readonly string[];
}

export function checkedRows(markdown: string): CheckedRow[] {
  const lines = markdown.split("\n");
  return lines.flatMap((line, at) => {
    const marker = /^<!-- rows: ([^;]*?)(?:; terms=(.*?))? -->$/.exec(line);
    if (marker === null) return [];
    const columns = (marker[1] as string).split(",").map((name) => name.trim() as Role);
    if (columns.some((name) => !roles.includes(name))) throw new Error(`line ${at + 1} names an unknown column`);
    const terms = marker[2]?.split(",") ?? [];
    const rows: CheckedRow[] = [];
    for (let k = at + 3; lines[k]?.startsWith("|"); k++) {
      const texts = cellsOf(lines[k] as string);
      if (texts.length !== columns.length) throw new Error(`line ${k + 1} has ${texts.length} cells, not ${columns.length}`);
      rows.push({ line: k + 1, terms, cells: Object.fromEntries(columns.map((name, i) => [name, texts[i]])) });
    }
    if (rows.length === 0) throw new Error(`line ${at + 1}: no table follows`);
    return rows;
  });
}

/** What the row shows, and what is really so: equal if the page tells the truth. */
export async function shownAndReal({ cells, terms }: CheckedRow): Promise<[shown: object, real: object]> {
  const { "-": _, text = "", ...shown } = cells;
  const result = (await createFilter({ terms })).scan(text);
  return [shown, Object.fromEntries(Object.keys(shown).map((role) => [role, realCell(role as Role, text, result, shown.term)]))];
}

function realCell(role: Role, text: string, result: ScanResult, term: string | undefined): string {
  const hit = result.hits.find((found) => found.term === term);
  switch (role) {
    case "outcome":
      return result.outcome;
    case "terms":
      return result.hits.length === 0 ? "—" : result.hits.map((found) => found.term).join(" ");
    case "term":
      return hit?.term ?? "not found";
    case "undone":
      return hit === undefined || hit.undone.length === 0 ? "—" : hit.undone.join(" ");
    case "confidence":
      return String(hit?.confidence);
    case "folded":
      return String.fromCharCode(...foldText(text, { folds: "default", skipNoise: true }).units) || "—";
    default:
      throw new Error(`no value for ${role}`);
  }
}

/** Cells without their code marks; `\u200b` and the like stand for the character. */
function cellsOf(line: string): string[] {
  const cells = line.replace(/^\||\|$/g, "").split(/(?<!\\)\|/);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^`+ ?(.*?) ?`+$/, "$1")
      .replaceAll("\\|", "|")
      .replace(/\\u(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{4}))/g, (_all, long, short) =>
        String.fromCodePoint(Number.parseInt(long ?? short, 16)),
      ),
  );
}
