import { readContainer } from "../../src/artifact/container.js";
import type { FindRules } from "../../src/compile/index.js";
import { conditionText } from "../../src/rules/condition.js";
import { phrasesIn } from "../../src/rules/features.js";
import { type OpenedRules, openRules } from "../../src/rules/open.js";
import { readPassage } from "../../src/rules/passage.js";
import type { Rule } from "../../src/rules/ruleset.js";
import { openLayer } from "../../src/scan/layer.js";
import { Scanner } from "../../src/scan/scanner.js";

interface Piece {
  /** As rules.csv writes conditions. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Rules by their words alone: no context, no weights; a rule is found where some window holds what it asks for and nothing that it forbids. */
export const findRulesNaively: FindRules = (artifact) => {
  const container = readContainer(artifact, "dictionary");
  const opened = openRules(container);
  const scanner = new Scanner([openLayer(container)]);
  return (text) => {
    const pieces = [...piecesOfLexicon(opened, text), ...piecesOfTerms(scanner, text)];
    return opened.rules.filter((rule) => isFound(rule, pieces)).map(({ id }) => id);
  };
};

function isFound({ all, any, anyMin, none, windowUnits }: Rule, pieces: readonly Piece[]): boolean {
  return pieces.some(({ start }) => {
    const last = windowUnits === 0 ? Number.POSITIVE_INFINITY : start + windowUnits;
    const there = new Set(pieces.filter((piece) => piece.start >= start && piece.end <= last).map(({ name }) => name));
    const has = (condition: Rule["all"][number]) => there.has(conditionText(condition));
    return all.every(has) && any.filter(has).length >= anyMin && !none.some(has);
  });
}

function piecesOfLexicon({ lexicon }: OpenedRules, text: string): Piece[] {
  if (lexicon === null) return [];
  const passage = readPassage(lexicon, text, 0, text.length);
  const at = ({ start, end }: { start: number; end: number }) => ({ start: passage.offsets[start], end: passage.offsets[end] });
  const words = lexicon.classes.flatMap((name, k) => (passage.occurrences[k] ?? []).map((event) => ({ name: `<${name}>`, ...at(event) })));
  const phrases = phrasesIn(lexicon, passage).flatMap((event) => {
    const { id, element } = lexicon.phrases[event.phrase];
    return [`@${id}`, element].map((name) => ({ name, ...at(event) }));
  });
  return [...words, ...phrases];
}

function piecesOfTerms(scanner: Scanner, text: string): Piece[] {
  const { hits, cues } = scanner.sight(text, { matchesMax: 10_000, segmenter: null, scenes: null });
  return [...hits, ...cues].flatMap(({ term, start, end }) => [term.id, term.element].map((name) => ({ name, start, end })));
}
