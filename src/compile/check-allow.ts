import { isFound } from "./check-entries.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import type { Entry } from "./draft.js";
import { foldKey } from "./fold-key.js";

/** Checks that every allow-phrase covers what it says, and nothing else by accident. */
export function checkAllow(entries: readonly Entry[], log: DiagnosticLog): void {
  const words = entries.filter((entry) => entry.origin === "term" || entry.origin === "scheme");
  const byKey = groupByKey(words);
  const byId = new Map(words.map((entry) => [entry.term.id, entry.key]));
  for (const phrase of entries) {
    if (phrase.origin !== "allow" || phrase.key === "") continue;
    checkPhrase(
      phrase,
      keysInside(phrase.key, byKey).flatMap((key) => byKey.get(key) ?? []),
      byId,
      log,
    );
  }
}

function checkPhrase(phrase: Entry, inside: readonly Entry[], byId: ReadonlyMap<string, string>, log: DiagnosticLog): void {
  const silenced = inside.filter((entry) => entry.status === "active" && isFound(entry));
  const same = silenced.find((entry) => entry.key === phrase.key);
  const text = quoted(phrase.term.text);
  if (same !== undefined) {
    log.add(
      "NOMLM_DICT_ALLOW_TERM",
      phrase.at,
      `${text} is the term at ${same.at.file}:${same.at.line} itself`,
      "use a longer phrase, or suspend the term",
    );
    return;
  }
  if (silenced.length === 0) log.add("NOMLM_DICT_ALLOW_NONE", phrase.at, `${text} contains no active term`, "remove the row");
  const named = new Set(phrase.covers.map((cell) => byId.get(cell.text) ?? foldKey(cell.text)));
  for (const cell of phrase.covers) {
    const key = byId.get(cell.text) ?? foldKey(cell.text);
    if (!inside.some((entry) => entry.key === key))
      log.add("NOMLM_DICT_ALLOW_UNKNOWN", cell, `${quoted(cell.text)} is not a term inside ${text}`, "write the term's id or spelling");
  }
  if (named.size === 0) return;
  for (const other of silenced) {
    if (!named.has(other.key))
      log.add(
        "NOMLM_DICT_ALLOW_OTHER",
        phrase.at,
        `${text} also silences ${quoted(other.term.text)}`,
        "name it under covers if that is meant",
      );
  }
}

function groupByKey(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.key);
    if (group === undefined) groups.set(entry.key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** The keys inside a phrase: looking up its pieces costs the same however many terms there are. */
function keysInside(phrase: string, byKey: ReadonlyMap<string, unknown>): string[] {
  const found = new Set<string>();
  for (let start = 0; start < phrase.length; start++) {
    for (let end = start + 1; end <= phrase.length; end++) {
      const piece = phrase.slice(start, end);
      if (byKey.has(piece)) found.add(piece);
    }
  }
  return [...found];
}
