import type { Element } from "../dictionary/model.js";
import { atLeast, higher, type Outcome, outcomes } from "../dictionary/outcome.js";
import { classMapOf } from "../engine.js";
import { type Gate, isOpen } from "../matcher/gate.js";
import { scan } from "../matcher/kernel.js";
import type { Span } from "../scan/hit.js";
import type { Sighting, Sightings } from "../scan/scanner.js";
import { type Appraisal, appraise, type Bench } from "./appraise.js";
import { explain, scoreMax, wordsOf } from "./explain.js";
import { readyRule } from "./find-rules.js";
import type { Context, Finding, Quote, Reason } from "./finding.js";
import { gateOf } from "./gate-pairs.js";
import { glanceOf } from "./glance.js";
import { evidenceIn, lawOf } from "./law.js";
import type { LazyRules, OpenedRules } from "./open.js";
import { passagesOf } from "./passages.js";
import type { Citation } from "./ruleset.js";

/** Passages of one text that are weighed; a text with more suspicious ones is no message. */
export const passagesMax = 2_000;
/** Quotes of one finding: a person reads a few. */
export const quotesMax = 100;
/** The finding of the fitted part. */
export const fittedRule = "fitted";

export interface Judgement {
  readonly outcome: Outcome;
  readonly score: number;
  readonly elements: readonly Element[];
  readonly findings: readonly Finding[];
  readonly context: Context | null;
  /** Were there more suspicious passages than may be weighed? */
  readonly truncated: boolean;
  /** Only where it was asked for. */
  readonly reasons: readonly Reason[] | null;
}

const none: Judgement = { outcome: "none", score: 0, elements: [], findings: [], context: null, truncated: false, reasons: null };
/** What is known of a passage that was dropped on the way. */
const ruledOut = { pieces: [], found: [], against: [], fitted: -1, shown: [], points: -1, outcome: "none" } as const;
const nowhere = new Uint32Array(0);

/** Turns what a scan saw into an outcome, by the phrases, rules and weights of one dictionary (docs/outcome.md). */
export class Judge {
  /** What the scan of a text sums up on the way, or null where the dictionary has no fitted part. */
  readonly gate: Gate | null;
  readonly #rules: LazyRules;
  #benchOnce: Bench | null = null;

  constructor(rules: OpenedRules | LazyRules) {
    this.#rules = "open" in rules ? rules : { gate: rules.model === null ? null : gateOf(rules.model), open: () => rules };
    this.gate = this.#rules.gate;
  }

  get #bench(): Bench {
    this.#benchOnce ??= benchOf(this.#rules.open());
    return this.#benchOnce;
  }

  get #laws(): readonly Citation[] {
    return this.#rules.open().laws;
  }

  /** Does a text that a scan saw come to nothing, so that it need not be judged? */
  isQuiet(seen: Sightings): boolean {
    return seen.hits.length === 0 && !seen.truncated && !this.#isSuspicious();
  }

  /**
   * Judges a text.
   * @param seen its terms and cues; the gate holds what the same scan summed up
   * @param wantsReasons say why?
   */
  judge(text: string, seen: Sightings, wantsReasons: boolean): Judgement {
    const counted = seen.hits.filter(({ term }) => term.use === "hit");
    const floor = floorOf(seen.hits, counted);
    if (counted.length === 0 && !this.#isSuspicious()) return { ...none, outcome: floor, reasons: wantsReasons ? [] : null };
    return this.#joined(text, this.#appraisals(text, counted, seen, wantsReasons), counted, floor, wantsReasons);
  }

  /** The rules that a text satisfies, whatever the score: what the sentences of rules are tested with. */
  rulesIn(text: string, seen: Sightings): string[] {
    const counted = seen.hits.filter(({ term }) => term.use === "hit");
    const unweighted = { ...this.#bench, model: null };
    return passagesOf(text).flatMap((span) =>
      (appraise(unweighted, text, span, local(span, counted, seen))?.found ?? []).map(({ rule }) => rule.id),
    );
  }

  #isSuspicious(): boolean {
    return this.gate === null ? this.#bench.lexicon !== null : isOpen(this.gate);
  }

  #appraisals(
    text: string,
    counted: readonly Sighting[],
    seen: Sightings,
    wantsReasons: boolean,
  ): { all: Appraisal[]; truncated: boolean } {
    const passages = passagesOf(text);
    const all: Appraisal[] = [];
    for (const span of passages) {
      const here = local(span, counted, seen);
      if (passages.length > 1 && here.hits.length === 0 && !this.#passes(text.slice(span.start, span.end))) continue;
      if (all.length === passagesMax) return { all, truncated: true };
      const appraisal = appraise(this.#bench, text, span, here);
      if (appraisal !== null) all.push(appraisal);
      else if (wantsReasons) all.push({ ...span, ...ruledOut });
    }
    return { all, truncated: false };
  }

  #passes(piece: string): boolean {
    if (this.gate !== null) scan(piece, classMapOf(), [], nowhere, this.gate);
    return this.#isSuspicious();
  }

  #joined(
    text: string,
    { all, truncated }: { all: Appraisal[]; truncated: boolean },
    counted: readonly Sighting[],
    floor: Outcome,
    wantsReasons: boolean,
  ): Judgement {
    const best = all.reduce<Appraisal | null>((first, one) => (first === null || isAbove(one, first) ? one : first), null);
    if (best === null) return { ...none, outcome: floor, truncated, reasons: wantsReasons ? [] : null };
    const told = all.filter((one) => one === best || atLeast(one.outcome, "review"));
    const findings = told.flatMap((one) => this.#findings(text, one));
    const outcome = higher(floor, best.outcome);
    const score = Math.max(0, Math.min(scoreMax, best.points));
    const active = findings.filter(({ guard }) => guard === null);
    return {
      outcome,
      score,
      elements: evidenceIn([...counted.map(({ term }) => term.element), ...active.flatMap((finding) => finding.elements)]),
      findings,
      context: atLeast(best.outcome, "review") ? null : contextOf(text, best),
      truncated,
      reasons: wantsReasons ? explain(this.#bench, this.#laws, text, best, score) : null,
    };
  }

  #findings(text: string, appraisal: Appraisal): Finding[] {
    const { found, outcome, against, shown, fitted } = appraisal;
    const guard = (least: Outcome) => (atLeast(least, "review") && !atLeast(outcome, "review") ? (against[0]?.kind ?? null) : null);
    const byRule = found.map(({ rule, pieces }) => this.#finding(rule.id, text, pieces, guard(rule.outcome)));
    const byWeights = atLeast(outcome, "review") && fitted > 0 && shown.length > 0 ? [this.#finding(fittedRule, text, shown, null)] : [];
    return [...byRule, ...byWeights].filter(({ quotes }) => quotes.length > 0);
  }

  #finding(rule: string, text: string, pieces: readonly (Span & { readonly element: Element | null })[], guard: Finding["guard"]): Finding {
    const quotes = quotesOf(text, pieces);
    const elements = evidenceIn(quotes.map(({ element }) => element));
    const start = quotes.length === 0 ? 0 : quotes[0].start;
    return {
      rule,
      elements,
      start,
      end: Math.max(start, ...quotes.map(({ end }) => end)),
      law: lawOf(this.#laws, elements),
      quotes,
      guard,
    };
  }
}

function benchOf({ lexicon, model, scoring, rules }: OpenedRules): Bench {
  return {
    lexicon,
    model,
    glance: model === null ? null : glanceOf(model),
    scoring,
    rules: rules.map(readyRule),
    classes: lexicon === null ? [] : classesOf(rules, lexicon.classes),
  };
}

function classesOf(rules: OpenedRules["rules"], names: readonly string[]): number[] {
  const wanted = new Set(
    rules
      .flatMap(({ all, any, none: forbidden }) => [...all, ...any, ...forbidden])
      .flatMap((condition) => (condition.kind === "class" ? [condition.name] : [])),
  );
  return names.flatMap((name, k) => (wanted.has(name) ? [k] : []));
}

/** Anything in `hits` is a mention; a term that brings an outcome of its own has at least that. */
function floorOf(hits: readonly Sighting[], counted: readonly Sighting[]): Outcome {
  let floor: Outcome = hits.length > 0 ? "mention" : "none";
  for (const { term } of counted) if (term.outcome !== null) floor = higher(floor, term.outcome);
  return floor;
}

function local(span: Span, counted: readonly Sighting[], { cues }: Sightings) {
  const isHere = ({ start }: Span) => start >= span.start && start < span.end;
  return { hits: counted.filter(isHere), cues: cues.filter(isHere) };
}

function isAbove(a: Appraisal, b: Appraisal): boolean {
  const rank = outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome);
  return rank > 0 || (rank === 0 && a.points > b.points);
}

/** Pieces of one element that overlap are one quote; the first {@link quotesMax}, sorted by start. */
function quotesOf(text: string, pieces: readonly (Span & { readonly element: Element | null })[]): Quote[] {
  const spans: { element: Element; start: number; end: number }[] = [];
  for (const { element, start, end } of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (element === null) continue;
    const last = spans.findLast((span) => span.element === element);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ element, start, end });
  }
  return spans.slice(0, quotesMax).map(({ element, start, end }) => ({ element, start, end, text: text.slice(start, end) }));
}

function contextOf(text: string, { against }: Appraisal): Context | null {
  if (against.length === 0) return null;
  const { kind } = against[0];
  return {
    kind,
    spans: wordsOf(
      text,
      against.filter((one) => one.kind === kind).flatMap((one) => [...one.spans]),
    ),
  };
}
