import { readContainer } from "../../src/artifact/container.js";
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

/**
 * Rules by their words alone, on texts of one passage: a rule is found where some window that begins with something it asks for (of what begins
 * together, the shorter first) holds all it asks for, and nothing that it forbids overlaps the window's length before the end of that first piece or after its start.
 */
export function findRulesNaively(artifact: Uint8Array): (text: string) => string[] {
  const container = readContainer(artifact, "dictionary");
  const opened = openRules(container);
  const scanner = new Scanner([openLayer(container)]);
  return (text) => {
    const pieces = [...piecesOfLexicon(opened, text), ...piecesOfTerms(scanner, text)];
    return opened.rules.filter((rule) => isFound(rule, pieces)).map(({ id }) => id);
  };
}

function isFound({ all, any, anyMin, none, windowUnits }: Rule, pieces: readonly Piece[]): boolean {
  const reach = windowUnits === 0 ? Number.POSITIVE_INFINITY : windowUnits;
  const isAsked = ({ name }: Piece) => [...all, ...any].some((condition) => conditionText(condition) === name);
  return pieces.filter(isAsked).some((first) => {
    const isBehind = ({ start, end }: Piece) => start > first.start || (start === first.start && end >= first.end);
    const inside = pieces.filter((piece) => isBehind(piece) && piece.end <= first.start + reach);
    const has = (condition: Rule["all"][number]) => inside.some(({ name }) => name === conditionText(condition));
    const around = pieces.filter(({ start, end }) => end > first.end - reach && start < first.start + reach);
    const forbids = (condition: Rule["none"][number]) => around.some(({ name }) => name === conditionText(condition));
    return all.every(has) && any.filter(has).length >= anyMin && !none.some(forbids);
  });
}

/** Ends are those of the last unit that was read, without the noise after it. */
function piecesOfLexicon({ lexicon }: OpenedRules, text: string): Piece[] {
  if (lexicon === null) return [];
  const passage = readPassage(lexicon, text, 0, text.length);
  const at = ({ start, end }: { start: number; end: number }) => {
    const last = passage.offsets[end - 1];
    return { start: passage.offsets[start], end: last + String.fromCodePoint(text.codePointAt(last) as number).length };
  };
  const words = lexicon.classes.flatMap((name, k) => (passage.occurrences[k] ?? []).map((event) => ({ name: `<${name}>`, ...at(event) })));
  const phrases = phrasesIn(lexicon, passage).flatMap((event) => {
    const { id, element } = lexicon.phrases[event.phrase];
    return [`@${id}`, element].map((name) => ({ name, ...at(event) }));
  });
  return [...words, ...phrases];
}

function piecesOfTerms(scanner: Scanner, text: string): Piece[] {
  const { hits } = scanner.sight(text, { matchesMax: 10_000, segmenter: null, scenes: null });
  return hits
    .filter(({ term }) => term.use === "hit")
    .flatMap(({ term, start, end }) => [term.id, term.element].map((name) => ({ name, start, end })));
}
