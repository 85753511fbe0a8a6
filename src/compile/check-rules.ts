import type { Element, Term } from "../dictionary/model.js";
import type { PhraseSource, RuleSource, WordClass } from "../rules/book.js";
import { conditionText, readCondition } from "../rules/condition.js";
import { conditionsMax } from "../rules/limits.js";
import type { Condition } from "../rules/ruleset.js";
import { checkIds } from "./check-entries.js";
import type { Cell } from "./csv-read.js";
import { type DiagnosticLog, quoted } from "./diagnostics.js";
import { byId } from "./finish.js";
import type { RuleRow } from "./rule-draft.js";

/** What conditions may name. */
export interface Nameable {
  readonly classes: readonly WordClass[];
  readonly phrases: readonly PhraseSource[];
  readonly terms: readonly Term[];
}

/** Checks rules one by one: what they name must exist, and what they ask for must be possible. @returns rules in order of id */
export function joinRules(rows: readonly RuleRow[], nameable: Nameable, log: DiagnosticLog): RuleSource[] {
  checkIds(
    rows.map(({ value, at }) => ({ id: value.id, at })),
    log,
  );
  const reader = new ConditionReader(nameable, log);
  return rows.map((row) => joinRule(row, reader, log)).sort(byId);
}

function joinRule(row: RuleRow, reader: ConditionReader, log: DiagnosticLog): RuleSource {
  const [all, any, none] = [row.all, row.any, row.none].map((cells) => reader.read(cells));
  const rule = { ...row.value, all, any, none };
  if (row.all.length + row.any.length === 0)
    log.add("NOMLM_DICT_RULE_EMPTY", row.at, "the rule asks for nothing", "name at least one condition under all or any");
  const outOfRange = row.any.length > 0 ? rule.anyMin < 1 || rule.anyMin > any.length : rule.anyMin > 0;
  // Where a condition was not understood, or the number is none, that was said already.
  if (outOfRange && any.length === new Set(row.any.map((cell) => cell.text)).size)
    log.add(
      "NOMLM_DICT_RULE_COUNT",
      row.anyMinAt,
      `any_min is ${rule.anyMin}, different conditions under any are ${any.length}`,
      "change one of the two",
    );
  reportContradictions(row, rule, reader, log);
  return rule;
}

function reportContradictions(row: RuleRow, rule: RuleSource, reader: ConditionReader, log: DiagnosticLog): void {
  const forbidden = new Set(rule.none.map(conditionText));
  for (const condition of [...rule.all, ...rule.any]) {
    const clash = [conditionText(condition), reader.elementOf(condition)].find((name) => name !== null && forbidden.has(name));
    if (clash === undefined || clash === null) continue;
    const cell = row.none.find(({ text }) => text === clash) ?? row.none[0];
    log.add(
      "NOMLM_DICT_RULE_CONTRADICTION",
      cell,
      `the rule asks for ${quoted(conditionText(condition))} and forbids ${quoted(clash)}`,
      "remove one of the two",
    );
  }
}

class ConditionReader {
  readonly #log: DiagnosticLog;
  readonly #classes: ReadonlySet<string>;
  readonly #phrases: ReadonlyMap<string, Element>;
  readonly #terms: ReadonlyMap<string, Term>;

  constructor({ classes, phrases, terms }: Nameable, log: DiagnosticLog) {
    this.#log = log;
    this.#classes = new Set(classes.map(({ name }) => name));
    this.#phrases = new Map(phrases.map(({ id, element }) => [id, element]));
    this.#terms = new Map(terms.map((term) => [term.id, term]));
  }

  /** The distinct conditions of a list cell; what is wrong with the others is reported. */
  read(cells: readonly Cell[]): Condition[] {
    if (cells.length > conditionsMax)
      this.#log.add(
        "NOMLM_DICT_RULE_CONDITION",
        cells[0],
        `${cells.length} conditions, the limit is ${conditionsMax}`,
        "use elements or classes that stand for several",
      );
    const distinct = new Map<string, Condition>();
    for (const cell of cells) {
      const condition = readCondition(cell.text);
      if (condition === null)
        this.#log.add(
          "NOMLM_DICT_RULE_CONDITION",
          cell,
          `${quoted(cell.text)} is no condition`,
          "write an element, @phrase, <class>, or the id of a term",
        );
      else if (this.#isKnown(condition, cell)) distinct.set(cell.text, condition);
    }
    return [...distinct.values()];
  }

  /** What a phrase or term shows: forbidding that element forbids it. */
  elementOf(condition: Condition): Element | null {
    if (condition.kind === "phrase") return this.#phrases.get(condition.name) ?? null;
    return condition.kind === "term" ? (this.#terms.get(condition.name)?.element ?? null) : null;
  }

  #isKnown(condition: Condition, cell: Cell): boolean {
    if (condition.kind === "element") return true;
    const { kind, name } = condition;
    if (kind === "class")
      return (
        this.#classes.has(name) || this.#refuse("NOMLM_DICT_CLASS_UNKNOWN", cell, `there is no word class <${name}>`, "add it to words.csv")
      );
    if (kind === "phrase")
      return (
        this.#phrases.has(name) ||
        this.#refuse("NOMLM_DICT_PHRASE_UNKNOWN", cell, `there is no phrase @${name}`, "write the id of a phrase")
      );
    const use = this.#terms.get(name)?.use;
    if (use === undefined)
      return this.#refuse(
        "NOMLM_DICT_RULE_CONDITION",
        cell,
        `there is no element and no active term ${quoted(name)}`,
        "write an element, @phrase, <class>, or the id of a term",
      );
    return (
      (use !== "evidence" && use !== "allow") ||
      this.#refuse(
        "NOMLM_DICT_RULE_CONDITION",
        cell,
        `the term ${quoted(name)} is never found by itself`,
        "put its words into a word class",
      )
    );
  }

  #refuse(
    code: "NOMLM_DICT_CLASS_UNKNOWN" | "NOMLM_DICT_PHRASE_UNKNOWN" | "NOMLM_DICT_RULE_CONDITION",
    cell: Cell,
    message: string,
    fix: string,
  ): false {
    this.#log.add(code, cell, message, fix);
    return false;
  }
}
