import { gapUnitsMax, readingsMax, sequenceSymbolsMax } from "../rules/limits.js";
import type { SlotKind } from "../rules/slots.js";
import { PhraseError } from "./phrase-error.js";
import { type PhraseNode, tooWide } from "./phrase-parse.js";

/** One reading of a phrase: what stands in each place, and the gaps before them. */
export interface Reading {
  readonly symbols: readonly SymbolSet[];
  /** Least and most units before symbol k; zero for the first. */
  readonly gapMin: readonly number[];
  readonly gapMax: readonly number[];
}

/** What may stand in one place of a reading. */
export interface SymbolSet {
  readonly classes: readonly string[];
  readonly literals: readonly string[];
  readonly slots: readonly { readonly kind: SlotKind; readonly min: number; readonly max: number }[];
}

/**
 * Expands a parsed phrase into readings: choices and optional parts are multiplied out, alternatives of one symbol become one set.
 * Where an optional part is left out, the gaps on its two sides add up; a gap that is left at an end of the phrase falls away.
 * @param readings of the phrases that this one refers to
 * @returns distinct readings, in the order of the notation
 * @throws PhraseError past a limit, and where nothing need be there
 */
export function expandPhrase(nodes: readonly PhraseNode[], readings: ReadonlyMap<string, readonly Reading[]>): Reading[] {
  const distinct = new Map<string, Reading>();
  for (const tokens of multiply(nodes, readings)) {
    const reading = finish(tokens, nodes[0].at);
    const key = JSON.stringify(reading);
    if (!distinct.has(key)) distinct.set(key, reading);
  }
  return [...distinct.values()];
}

/** A symbol, or a gap between symbols, on the way to a reading. */
interface Token {
  readonly symbol: SymbolSet | null;
  readonly min: number;
  readonly max: number;
  /** Place in the phrase that is being expanded. */
  readonly at: number;
}

function multiply(nodes: readonly PhraseNode[], readings: ReadonlyMap<string, readonly Reading[]>): Token[][] {
  let products: Token[][] = [[]];
  for (const node of nodes) {
    const options = optionsOf(node, readings);
    if (products.length * options.length > readingsMax) {
      throw new PhraseError(
        `the phrase has more than ${readingsMax} readings`,
        node.at,
        "make it several phrases, or a word class of the alternatives",
        "NOMLM_DICT_PHRASE_READINGS",
      );
    }
    products = products.flatMap((tokens) => options.map((option) => [...tokens, ...option]));
  }
  return products;
}

function optionsOf(node: PhraseNode, readings: ReadonlyMap<string, readonly Reading[]>): Token[][] {
  const symbol = symbolOf(node);
  if (symbol !== null) return [[{ symbol, min: 0, max: 0, at: node.at }]];
  if (node.kind === "gap") return [[{ symbol: null, min: node.min, max: node.max, at: node.at }]];
  if (node.kind === "optional") return [[], ...optionsOf(node.node, readings)];
  if (node.kind === "phrase") return (readings.get(node.name) ?? []).map((reading) => tokensOf(reading, node.at));
  return node.kind === "choice" ? optionsOfChoice(node.options, readings, node.at) : [];
}

/** Alternatives of one symbol are one set; the others are multiplied out. */
function optionsOfChoice(
  alternatives: readonly (readonly PhraseNode[])[],
  readings: ReadonlyMap<string, readonly Reading[]>,
  at: number,
): Token[][] {
  const sets: SymbolSet[] = [];
  const options: Token[][] = [];
  for (const nodes of alternatives) {
    const symbol = nodes.length === 1 ? symbolOf(nodes[0]) : null;
    if (symbol !== null) sets.push(symbol);
    else options.push(...multiply(nodes, readings));
  }
  return sets.length === 0 ? options : [[{ symbol: union(sets), min: 0, max: 0, at }], ...options];
}

function tokensOf({ symbols, gapMin, gapMax }: Reading, at: number): Token[] {
  return symbols.flatMap((symbol, k) => [
    ...(gapMax[k] > 0 ? [{ symbol: null, min: gapMin[k], max: gapMax[k], at }] : []),
    { symbol, min: 0, max: 0, at },
  ]);
}

function finish(tokens: readonly Token[], start: number): Reading {
  const symbols: SymbolSet[] = [];
  const gapMin: number[] = [];
  const gapMax: number[] = [];
  let gap = { min: 0, max: 0 };
  for (const token of tokens) {
    gap = { min: gap.min + token.min, max: gap.max + token.max };
    if (token.symbol === null) continue;
    if (symbols.length > 0 && gap.max > gapUnitsMax) throw tooWide(token.at);
    if (symbols.length === sequenceSymbolsMax) throw tooLong(token.at);
    gapMin.push(symbols.length === 0 ? 0 : gap.min);
    gapMax.push(symbols.length === 0 ? 0 : gap.max);
    symbols.push(token.symbol);
    gap = { min: 0, max: 0 };
  }
  if (symbols.length === 0) throw new PhraseError("every part may be left out", start, "remove a ?");
  return { symbols, gapMin, gapMax };
}

function tooLong(at: number): PhraseError {
  return new PhraseError(
    `a reading has more than ${sequenceSymbolsMax} parts`,
    at,
    "make it two phrases and a rule that wants both",
    "NOMLM_DICT_PHRASE_READINGS",
  );
}

const nothing: SymbolSet = { classes: [], literals: [], slots: [] };

/** The set of a node that is one symbol, or null. */
function symbolOf(node: PhraseNode): SymbolSet | null {
  if (node.kind === "literal") return { ...nothing, literals: [node.text] };
  if (node.kind === "class") return { ...nothing, classes: [node.name] };
  if (node.kind === "slot") return { ...nothing, slots: [{ kind: node.name as SlotKind, min: node.min, max: node.max }] };
  if (node.kind !== "choice") return null;
  const sets = node.options.map((option) => (option.length === 1 ? symbolOf(option[0]) : null));
  return sets.includes(null) ? null : union(sets as SymbolSet[]);
}

function union(sets: readonly SymbolSet[]): SymbolSet {
  return {
    classes: [...new Set(sets.flatMap((set) => set.classes))],
    literals: [...new Set(sets.flatMap((set) => set.literals))],
    slots: sets.flatMap((set) => set.slots),
  };
}
