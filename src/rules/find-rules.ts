import { conditionText } from "./condition.js";
import type { Piece } from "./evidence.js";
import type { Condition, Rule } from "./ruleset.js";

/** A rule whose conditions hold, with the pieces that satisfy them. */
export interface FoundRule {
  readonly rule: Rule;
  /** Sorted by start. */
  readonly pieces: readonly Piece[];
}

/** A rule with its conditions as the names that pieces have; made once per dictionary. */
export interface ReadyRule {
  readonly rule: Rule;
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
}

export function readyRule(rule: Rule): ReadyRule {
  const names = (conditions: readonly Condition[]) => conditions.map(conditionText);
  return { rule, all: names(rule.all), any: names(rule.any), none: names(rule.none) };
}

/**
 * The rules that the pieces of a passage satisfy: what a rule asks for stands within its window, and nothing that it forbids stands
 * within a window's length of the first piece, before or after. Bounded by the number of pieces squared, whatever the rule.
 * @param pieces sorted by start
 */
export function findRules(rules: readonly ReadyRule[], pieces: readonly Piece[]): FoundRule[] {
  return rules.flatMap((ready) => {
    const found = firstWindow(ready, pieces);
    return found === null ? [] : [{ rule: ready.rule, pieces: found }];
  });
}

function firstWindow({ rule, all, any, none }: ReadyRule, pieces: readonly Piece[]): Piece[] | null {
  const asked = new Set([...all, ...any]);
  const wanted = pieces.filter(({ names }) => names.some((name) => asked.has(name)));
  if (wanted.length === 0) return null;
  const forbidden = pieces.filter(({ names }) => names.some((name) => none.includes(name)));
  for (let k = 0; k < wanted.length; k++) {
    const inside = withinWindow(wanted, k, rule.windowUnits);
    if (!holds({ all, any }, rule.anyMin, inside)) continue;
    if (!forbidden.some((piece) => isNear(piece, wanted[k], rule.windowUnits))) return inside;
  }
  return null;
}

function withinWindow(wanted: readonly Piece[], first: number, windowUnits: number): Piece[] {
  if (windowUnits === 0) return wanted.slice(first);
  const limit = wanted[first].start + windowUnits;
  return wanted.slice(first).filter(({ end }) => end <= limit);
}

function holds({ all, any }: Pick<ReadyRule, "all" | "any">, anyMin: number, inside: readonly Piece[]): boolean {
  const there = new Set(inside.flatMap(({ names }) => names));
  return all.every((name) => there.has(name)) && any.filter((name) => there.has(name)).length >= anyMin;
}

function isNear(piece: Piece, first: Piece, windowUnits: number): boolean {
  return windowUnits === 0 || (piece.end > first.end - windowUnits && piece.start < first.start + windowUnits);
}
