import { boundaryWordsMax, boundaryWordUnitsMax } from "../dictionary/limits.js";
import { type Boundary, type Element, type Status, statuses, type Term, tiers } from "../dictionary/model.js";
import type { Cell } from "./csv-read.js";
import type { DiagnosticCode } from "./diagnostic-codes.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import type { Entry } from "./draft.js";
import { foldKey } from "./fold-key.js";
import type { Row } from "./table-read.js";
import type { allowTable, cueTable, schemeTable, termTable } from "./tables.js";

type Columns<T> = keyof T & string;

const rowUses = ["hit", "mention", "evidence"] as const;
const cueKinds = ["report"] as const;
/** Where a scheme's name stands in law and in its procedure (domain.md, schemes); `withdrawn` rows stay in the source and are not compiled. */
export const schemeStatuses = [
  "convicted",
  "administratively_penalised",
  "police_announced",
  "prosecuted",
  "officially_listed",
  "enforcement_reported",
  "rectified",
  "licensed",
  "lawful_successor",
  "withdrawn",
] as const;

export function readTermRow(row: Row<Columns<typeof termTable>>, element: Element, log: DiagnosticLog): Entry {
  const named = row.cell("element");
  if (named.text !== "" && named.text !== element) {
    log.add("NOMLM_DICT_ELEMENT", named, `the row says ${quoted(named.text)}, its file ${element}`, "move the row, or clear the cell");
  }
  const term: Term = {
    id: row.text("id"),
    text: row.text("term"),
    use: oneOf(row.cell("use"), rowUses, "NOMLM_DICT_USE", log) ?? "evidence",
    element,
    tier: oneOf(row.cell("tier"), tiers, "NOMLM_DICT_TIER", log) ?? "M",
    boundary: readBoundary(row, log),
    scenes: row.texts("scenes"),
    sources: row.texts("sources"),
  };
  return { ...entry("term", term, row.cell("term"), row, readStatus(row.cell("status"), log)), sources: row.list("sources") };
}

/** A scheme's spellings become terms that are mention-only; `name` is for people. */
export function readSchemeRow(row: Row<Columns<typeof schemeTable>>, log: DiagnosticLog): Entry[] {
  const id = row.text("id");
  const status = oneOf(row.cell("status"), schemeStatuses, "NOMLM_DICT_STATUS", log) === "withdrawn" ? "revoked" : "active";
  const boundary = readBoundary(row, log);
  const spellings = row.list("spellings");
  if (spellings.length === 0 && status === "active")
    log.add("NOMLM_DICT_TEXT_EMPTY", row.cell("spellings"), "the scheme has no spelling", "give one, or set the status to withdrawn");
  return spellings.map((cell, i) => {
    const term: Term = {
      id: `${id}.${i + 1}`,
      text: cell.text,
      use: "mention",
      element: "scheme",
      tier: "S",
      boundary,
      scenes: [],
      sources: row.texts("sources"),
    };
    return { ...entry("scheme", term, cell, row, status), sources: row.list("sources") };
  });
}

export function readAllowRow(row: Row<Columns<typeof allowTable>>, log: DiagnosticLog): Entry {
  const term = plainTerm(row.text("id"), row.text("phrase"), "allow", "topic", readBoundary(row, log));
  return { ...entry("allow", term, row.cell("phrase"), row, "active"), covers: row.list("covers") };
}

export function readCueRow(row: Row<Columns<typeof cueTable>>, log: DiagnosticLog): Entry {
  oneOf(row.cell("kind"), cueKinds, "NOMLM_DICT_KIND", log);
  const term = plainTerm(row.text("id"), row.text("cue"), "cue", "report_context", readBoundary(row, log));
  return entry("cue", term, row.cell("cue"), row, "active");
}

/** Allow-phrases and cues weigh nothing by themselves: the weakest tier, no sources. */
function plainTerm(id: string, text: string, use: "allow" | "cue", element: Element, boundary: Boundary): Term {
  return { id, text, use, element, tier: "M", boundary, scenes: [], sources: [] };
}

function entry(origin: Entry["origin"], term: Term, at: Cell, row: Row<"id">, status: Status): Entry {
  return { origin, term, status, at, rowId: row.text("id"), rowAt: row.cell("id"), key: foldKey(term.text), covers: [], sources: [] };
}

const neighbourColumns = ["forbid_left", "forbid_right", "require_right"];
/** What most terms have; shared, since there may be a million of them. */
const openBoundary: Boundary = { edges: "auto", forbidLeft: [], forbidRight: [], requireRight: [] };

/** The boundary columns of a row; those that its table lacks read as empty. */
function readBoundary(row: Row<string>, log: DiagnosticLog): Boundary {
  if (row.text("edges") !== "") oneOf(row.cell("edges"), ["auto", "none"], "NOMLM_DICT_EDGES", log);
  const edges = row.text("edges") === "none" ? "none" : "auto";
  const [forbidLeft, forbidRight, requireRight] = neighbourColumns.map((column) => row.texts(column));
  if (edges === "auto" && forbidLeft.length + forbidRight.length + requireRight.length === 0) return openBoundary;
  for (const column of neighbourColumns) checkNeighbours(row.cell(column), row.texts(column), log);
  return { edges, forbidLeft, forbidRight, requireRight };
}

function checkNeighbours(cell: Cell, words: readonly string[], log: DiagnosticLog): void {
  const long = words.find((word) => word.length > boundaryWordUnitsMax);
  if (long !== undefined) {
    log.add(
      "NOMLM_DICT_BOUNDARY",
      cell,
      `${quoted(long)} is longer than ${boundaryWordUnitsMax} units`,
      "give the characters right beside the term",
    );
  }
  if (words.length > boundaryWordsMax) {
    log.add(
      "NOMLM_DICT_BOUNDARY",
      cell,
      `${words.length} words, the limit is ${boundaryWordsMax}`,
      "use shorter words that stand for several, or an allow-phrase",
    );
  }
}

function readStatus(cell: Cell, log: DiagnosticLog): Status {
  return cell.text === "" ? "active" : (oneOf(cell, statuses, "NOMLM_DICT_STATUS", log) ?? "active");
}

/** @returns the cell's word where it is a known one; else reports it and returns null */
export function oneOf<T extends string>(cell: Cell, names: readonly T[], code: DiagnosticCode, log: DiagnosticLog): T | null {
  const found = names.find((name) => name === cell.text);
  if (found !== undefined) return found;
  log.add(
    code,
    cell,
    cell.text === "" ? "the cell is empty" : `${quoted(cell.text)} is not known here`,
    `write one of: ${names.join(", ")}`,
  );
  return null;
}
