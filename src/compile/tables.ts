import { weightColumns } from "../rules/model.js";

/**
 * The files of a dictionary and their columns. What a cell holds decides how it is checked for what a spreadsheet does to it:
 * `id`, `spelling`, `spellings` (a list) and `code` are the cells that Excel turns into dates, numbers and formulas.
 */
export type CellKind = "id" | "spelling" | "spellings" | "code" | "date" | "word" | "words" | "number" | "prose";

export interface Column {
  readonly kind: CellKind;
  /** Must the header have it? A column that is absent reads as empty cells. */
  readonly required: boolean;
}

export type Table = Readonly<Record<string, Column>>;

const must = (kind: CellKind): Column => ({ kind, required: true });
const may = (kind: CellKind): Column => ({ kind, required: false });

/** `terms/<element>.csv`. */
export const termTable = {
  id: must("id"),
  term: must("spelling"),
  use: must("word"),
  tier: must("word"),
  element: may("word"),
  edges: may("word"),
  forbid_left: may("spellings"),
  forbid_right: may("spellings"),
  require_right: may("spellings"),
  scenes: may("words"),
  sources: must("words"),
  status: may("word"),
  benign_uses: may("prose"),
  reason: may("prose"),
} as const satisfies Table;

export const schemeTable = {
  id: must("id"),
  name: must("prose"),
  spellings: must("spellings"),
  status: must("word"),
  authority: must("prose"),
  date: may("date"),
  sources: must("words"),
  caution: may("prose"),
  edges: may("word"),
  forbid_left: may("spellings"),
  forbid_right: may("spellings"),
} as const satisfies Table;

export const placeTable = {
  id: must("id"),
  name: must("prose"),
  code: must("code"),
  list: must("word"),
  year: must("word"),
  source: must("word"),
  note: may("prose"),
} as const satisfies Table;

export const allowTable = {
  id: must("id"),
  phrase: must("spelling"),
  covers: may("spellings"),
  reason: may("prose"),
} as const satisfies Table;

export const cueTable = {
  id: must("id"),
  cue: must("spelling"),
  kind: must("word"),
  require_right: may("spellings"),
  reason: may("prose"),
} as const satisfies Table;

export const sourceTable = {
  id: must("id"),
  kind: must("word"),
  verified: must("word"),
  issuer: may("prose"),
  title: may("prose"),
  date: may("date"),
  url: may("prose"),
} as const satisfies Table;

export const caseTable = {
  id: must("id"),
  term: must("id"),
  text: must("prose"),
  expect: must("word"),
} as const satisfies Table;

/** A word class; several rows may add to one. */
export const wordTable = {
  class: must("word"),
  words: must("spellings"),
  note: may("prose"),
} as const satisfies Table;

/** `phrases/<element>.csv`. The notation holds signs that Excel leaves alone. */
export const phraseTable = {
  id: must("id"),
  phrase: must("prose"),
  note: may("prose"),
  hit: must("prose"),
  miss: must("prose"),
} as const satisfies Table;

export const ruleTable = {
  id: must("id"),
  title: must("prose"),
  all: must("words"),
  any: may("words"),
  any_min: may("number"),
  none: may("words"),
  window: may("number"),
  outcome: must("word"),
  points: may("number"),
  hit: must("prose"),
  miss: must("prose"),
  note: may("prose"),
} as const satisfies Table;

export const lawTable = {
  id: must("id"),
  element: must("word"),
  instrument: must("prose"),
  article: must("prose"),
  version: must("prose"),
  from: must("date"),
  to: may("date"),
} as const satisfies Table;

/** Columns of weights: what the detectors look for, then the heads. */

export const weightTable = {
  feature: must("spelling"),
  ...(Object.fromEntries(weightColumns.map((name) => [name, must("number")])) as Record<(typeof weightColumns)[number], Column>),
} as const satisfies Table;

export const metaFile = "dictionary.json";
export const scoringFile = "scoring.json";
export const sourcesFile = "sources.csv";
/** Files beside terms and phrases, by what they hold. Only `sources.csv` must be there. */
export const listFiles = {
  schemes: "schemes.csv",
  places: "places.csv",
  allow: "allow.csv",
  cues: "cues.csv",
  cases: "cases.csv",
  words: "words.csv",
  rules: "rules.csv",
  laws: "laws.csv",
  weights: "weights.csv",
} as const;
