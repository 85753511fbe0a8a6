import { byPlace, type DiagnosticLog, quoted } from "./diagnostics.js";
import type { Entry } from "./draft.js";

/** Entries without doubles, and who took the place of those that were left out. */
export interface Distinct {
  readonly entries: readonly Entry[];
  /** Id of an entry that was left out → id of the one that stands for it. */
  readonly standIns: ReadonlyMap<string, string>;
}

/**
 * Finds active entries that are the same after folding. A scheme's name wins over a term, since names are mention-only whatever a term
 * list says; all other doubles are errors, since nobody could tell which element, tier or boundary was meant.
 */
export function withoutTwins(entries: readonly Entry[], log: DiagnosticLog): Distinct {
  const standIns = new Map<string, string>();
  const kept = new Map<string, Entry>();
  const active = entries.filter((entry) => entry.status === "active" && entry.key !== "");
  for (const entry of active.sort((a, b) => rank(a) - rank(b) || byPlace(a.at, b.at))) {
    const key = `${role(entry)} ${entry.key}`;
    const winner = kept.get(key);
    if (winner === undefined) kept.set(key, entry);
    else {
      standIns.set(entry.term.id, winner.term.id);
      report(entry, winner, log);
    }
  }
  return { entries: [...kept.values()], standIns };
}

function rank(entry: Entry): number {
  return entry.origin === "scheme" ? 0 : 1;
}

/** Terms and schemes are one list of words; an allow-phrase or a cue may well be spelled as another entry is. */
function role(entry: Entry): string {
  return entry.origin === "scheme" ? "term" : entry.origin;
}

function report(entry: Entry, winner: Entry, log: DiagnosticLog): void {
  const [text, other] = [quoted(entry.term.text), quoted(winner.term.text)];
  const place = `${winner.at.file}:${winner.at.line}`;
  if (winner.origin === "scheme" && entry.origin === "term") {
    log.add("NOMLM_DICT_SCHEME_WINS", entry.at, `${text} is a name of the scheme at ${place} and is left out here`, "remove the row");
  } else if (winner.origin === "scheme" && winner.rowId === entry.rowId) {
    log.add("NOMLM_DICT_SPELLING_TWICE", entry.at, `${text} is found by ${other} already`, "remove the spelling");
  } else {
    log.add("NOMLM_DICT_TERM_TWICE", entry.at, `${text} is the same as ${other} at ${place}`, "remove one of the two");
  }
}
