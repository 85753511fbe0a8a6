import { integer, list, object, oneOf, optional, own, parseJson, type Row, refuse, string, strings } from "../dictionary/fields.js";
import { idUnitsMax } from "../dictionary/limits.js";
import { type Element, elements } from "../dictionary/model.js";
import { outcomes } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import type { Proof } from "./book.js";
import { readCondition } from "./condition.js";
import type { Phrase, SlotSymbol } from "./lexicon.js";
import { conditionsMax, lawsMax, phrasesMax, rulePointsMax, rulesMax, ruleWindowUnitsMax, slotSymbolsMax, symbolsMax } from "./limits.js";
import { modelColumns, weightColumns } from "./model.js";
import type { Citation, Condition, Rule } from "./ruleset.js";
import { readScoring, type Scoring } from "./scoring.js";
import { type SlotKind, slotKinds } from "./slots.js";

/** The lexicon's part of the section RULE: names and what they number. */
export interface LexiconRecord {
  readonly classes: readonly string[];
  readonly slotKinds: readonly SlotKind[];
  readonly symbolCount: number;
  readonly phrases: readonly Phrase[];
  readonly slots: readonly SlotSymbol[];
}

/** The section RULE. @throws NOMLM_ARTIFACT_SECTION, NOMLM_ARTIFACT_LIMIT, as all below */
export function runtimeRow(bytes: Uint8Array): Row {
  return object(parseJson(bytes, "RULE"), "RULE");
}

export function readLexiconRecord(rules: Row): LexiconRecord | null {
  const value = own(rules, "lexicon");
  if (value === null) return null;
  const row = object(value, "lexicon");
  const symbolCount = integer(row, "symbolCount", symbolsMax);
  const classes = list(row, "classes", (item) => nameOf(item, "classes"));
  const kinds = list(row, "slotKinds", (item) => oneOf(item, slotKinds, "slotKinds"));
  if (classes.length + kinds.length > symbolCount) refuse("there are more classes and slots than symbols");
  return {
    classes,
    slotKinds: kinds,
    symbolCount,
    phrases: few(list(row, "phrases", readPhrase), phrasesMax, "phrases"),
    slots: few(
      list(row, "slots", (item) => readSlot(item, symbolCount)),
      slotSymbolsMax,
      "slots",
    ),
  };
}

/** Conditions may name only classes and phrases of the lexicon; a term that is not there is never found. */
export function readRuleRecords(row: Row, lexicon: LexiconRecord | null): { rules: Rule[]; laws: Citation[] } {
  const known = {
    class: new Set(lexicon?.classes),
    phrase: new Set(lexicon?.phrases.map(({ id }) => id)),
  };
  return {
    rules: few(
      list(row, "rules", (item) => readRule(item, known)),
      rulesMax,
      "rules",
    ),
    laws: few(list(row, "laws", readCitation), lawsMax, "citations"),
  };
}

/** The numbers of the score; null where the artifact leaves them to the library. */
export function readScoringRecord(rules: Row): Scoring | null {
  const value = own(rules, "scoring");
  return value === null ? null : readScoring(object(value, "scoring"));
}

/** Does the artifact have weights? Their columns must be those of this library. */
export function hasWeights(rules: Row): boolean {
  const value = own(rules, "model");
  if (value === null) return false;
  const columns = strings(own(object(value, "model"), "columns"), "columns");
  const known: readonly string[] = weightColumns.slice(0, modelColumns);
  if (columns.length !== known.length || columns.some((name, k) => name !== known[k])) refuse("the weights have other columns");
  return true;
}

/** The section BOOK. */
export interface BookRecords {
  readonly classes: readonly { readonly name: string; readonly words: readonly string[] }[];
  readonly phrases: readonly (Proof & { readonly id: string; readonly text: string; readonly note: string })[];
  readonly rules: readonly (Proof & { readonly id: string; readonly note: string })[];
}

export function readBookRecords(bytes: Uint8Array): BookRecords {
  const row = object(parseJson(bytes, "BOOK"), "BOOK");
  return {
    classes: list(row, "classes", (item) => {
      const one = object(item, "classes");
      return { name: nameOf(own(one, "name"), "classes"), words: strings(own(one, "words"), "words") };
    }),
    phrases: list(row, "phrases", (item) => {
      const one = object(item, "phrases");
      return { id: nameOf(own(one, "id"), "phrases"), text: string(one, "text"), ...readProof(one) };
    }),
    rules: list(row, "rules", (item) => {
      const one = object(item, "rules");
      return { id: nameOf(own(one, "id"), "rules"), ...readProof(one) };
    }),
  };
}

function readProof(row: Row): Proof & { readonly note: string } {
  return { note: string(row, "note"), hit: string(row, "hit"), miss: string(row, "miss") };
}

function readPhrase(value: unknown): Phrase {
  const row = object(value, "phrases");
  return { id: nameOf(own(row, "id"), "phrases"), element: readElement(row) };
}

function readSlot(value: unknown, symbolCount: number): SlotSymbol {
  const row = object(value, "slots");
  return {
    kind: oneOf(own(row, "kind"), slotKinds, "slots.kind"),
    min: bound(row, "min", Number.NEGATIVE_INFINITY),
    max: bound(row, "max", Number.POSITIVE_INFINITY),
    symbol: integer(row, "symbol", symbolCount - 1),
  };
}

function bound(row: Row, key: string, absent: number): number {
  const value = own(row, key);
  if (value === undefined) return absent;
  if (typeof value !== "number") refuse(`${key} is no number`);
  return value as number;
}

type Known = Readonly<Record<"class" | "phrase", ReadonlySet<string>>>;

function readRule(value: unknown, known: Known): Rule {
  const row = object(value, "rules");
  const any = readConditions(row, "any", known);
  return {
    id: nameOf(own(row, "id"), "rules"),
    title: string(row, "title"),
    all: readConditions(row, "all", known),
    any,
    anyMin: integer(row, "anyMin", any.length),
    none: readConditions(row, "none", known),
    windowUnits: integer(row, "windowUnits", ruleWindowUnitsMax),
    outcome: oneOf(own(row, "outcome"), outcomes, "rules.outcome"),
    points: integer(row, "points", rulePointsMax, -rulePointsMax),
  };
}

function readConditions(row: Row, key: string, known: Known): Condition[] {
  const texts = few(strings(own(row, key), key), conditionsMax, "conditions");
  return texts.map((text) => {
    const condition = readCondition(text);
    if (condition === null) return refuse(`${key} holds what is no condition`);
    const isUnknown = (condition.kind === "class" || condition.kind === "phrase") && !known[condition.kind].has(condition.name);
    if (isUnknown) throw new NomlmError("NOMLM_ARTIFACT_INDEX", "a rule names a phrase or word class that is not there");
    return condition;
  });
}

function readCitation(value: unknown): Citation {
  const row = object(value, "laws");
  return {
    id: nameOf(own(row, "id"), "laws"),
    element: readElement(row),
    instrument: string(row, "instrument"),
    article: string(row, "article"),
    version: string(row, "version"),
    from: dayOf(string(row, "from")),
    ...(own(row, "to") === undefined ? {} : { to: dayOf(optional(row, "to").to as string) }),
  };
}

/** Days are compared as texts, so they must have one form. */
function dayOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) refuse("a citation has a date that is no day");
  return text;
}

function readElement(row: Row): Element {
  return oneOf(own(row, "element"), elements, "element");
}

/** Names and ids stand in results, so they are short and printable ASCII. */
function nameOf(value: unknown, where: string): string {
  if (typeof value !== "string" || value.length > idUnitsMax || !/^[\x21-\x7e]+$/.test(value)) refuse(`${where} holds what is no id`);
  return value as string;
}

function few<T>(items: T[], most: number, what: string): T[] {
  if (items.length > most) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${most} ${what}`);
  return items;
}
