import type { Boundary, Element, Use } from "../dictionary/model.js";
import type { Outcome } from "../dictionary/outcome.js";
import { foldText } from "../fold/index.js";
import { type Gate, isOpen } from "../matcher/gate.js";
import { scan } from "../matcher/kernel.js";
import { orderTriples } from "../matcher/order.js";
import { boundaryAllows, foldedBoundary } from "./boundary.js";
import { noiseAllows } from "./gaps.js";
import { covers, type Span } from "./hit.js";
import { judgeAccepts } from "./judge.js";
import { dictionaryMap, type Layer, type TermView } from "./layer.js";
import type { Segmenter } from "./segmenter.js";

/** A term as scans need it; made when the term is first seen. */
export interface SeenTerm {
  readonly id: string;
  readonly spelling: string;
  /** Folded units. */
  readonly units: number;
  readonly use: Use;
  readonly element: Element;
  readonly boundary: Boundary;
  readonly scenes: readonly string[];
  /** An outcome that the term has by itself. */
  readonly outcome: Outcome | null;
}

/** A match that stood all tests. */
export interface Sighting extends Span {
  readonly term: SeenTerm;
}

export interface Sightings {
  /** Hits and mentions, sorted by start, then end. */
  readonly hits: readonly Sighting[];
  /** Context words, likewise. */
  readonly cues: readonly Sighting[];
  /** Were there more matches than may be kept? */
  readonly truncated: boolean;
}

export interface SightOptions {
  /** Most matches looked at. */
  readonly matchesMax: number;
  readonly segmenter: Segmenter | null;
  /** Terms that carry other scenes only are left out; null: all terms. */
  readonly scenes: readonly string[] | null;
  /** Summed up on the way, or null. Where it stays shut and there are only context words, they are not looked at. */
  readonly gate?: Gate | null;
}

const nothing: Sightings = { hits: [], cues: [], truncated: false };
/** Matches that fit without asking for more room. */
const usualMatches = 512;

/** Layers ready to scan: what can be prepared once is. */
export class Scanner {
  readonly #layers: readonly Layer[];
  readonly #tables: readonly Layer["table"][];
  readonly #seen: (SeenTerm | undefined)[][];
  readonly #map = dictionaryMap();
  #room = new Uint32Array(3 * usualMatches);

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
    this.#tables = layers.map((layer) => layer.table);
    this.#seen = layers.map(() => []);
  }

  /** Finds what the layers know in the text. Linear in the text; never throws. */
  sight(text: string, options: SightOptions): Sightings {
    let found = scan(text, this.#map, this.#tables, this.#room, options.gate ?? null);
    if (found === 0) return nothing;
    if (3 * found > this.#room.length && this.#room.length < 3 * options.matchesMax) {
      const room = new Uint32Array(3 * Math.min(found, options.matchesMax));
      found = scan(text, this.#map, this.#tables, room);
      return this.#select(text, room, found, options);
    }
    return this.#select(text, this.#room, found, options);
  }

  #select(text: string, triples: Uint32Array, found: number, options: SightOptions): Sightings {
    const kept = Math.min(found, options.matchesMax, triples.length / 3);
    if (options.gate && !isOpen(options.gate) && found === kept && !this.#hasHits(triples, kept)) return nothing;
    orderTriples(triples, kept);
    const all: Sighting[] = [];
    for (let k = 0; k < kept; k++) {
      const sighting = this.#accept(text, triples[3 * k], triples[3 * k + 1], triples[3 * k + 2], options);
      if (sighting !== null) all.push(sighting);
    }
    const allowed = all.filter(({ term }) => term.use === "allow");
    const hits = all.filter(({ term }) => term.use === "hit" || term.use === "mention");
    return {
      hits: allowed.length === 0 ? hits : outside(hits, allowed),
      cues: all.filter(({ term }) => term.use === "cue"),
      truncated: found > kept,
    };
  }

  #accept(text: string, pattern: number, start: number, end: number, { scenes, segmenter }: SightOptions): Sighting | null {
    const term = this.#termOf(pattern);
    if (scenes !== null && !inScenes(term.scenes, scenes)) return null;
    const span = { start, end };
    const noisy = end - start > term.units;
    if (noisy && !noiseAllows(text, span, term.units)) return null;
    if (!boundaryAllows(text, span, term.boundary, noisy)) return null;
    if (segmenter !== null && term.use === "hit" && !judgeAccepts(segmenter, text, span, term.units)) return null;
    return { start, end, term };
  }

  #hasHits(triples: Uint32Array, kept: number): boolean {
    for (let k = 0; k < kept; k++) {
      const { use } = this.#termOf(triples[3 * k]);
      if (use === "hit" || use === "mention") return true;
    }
    return false;
  }

  #termOf(pattern: number): SeenTerm {
    let layer = 0;
    while (pattern >= this.#tables[layer].count) pattern -= this.#tables[layer++].count;
    const { terms } = this.#layers[layer];
    const index = terms.termOfPattern(pattern);
    this.#seen[layer][index] ??= prepare(terms, index);
    return this.#seen[layer][index] as SeenTerm;
  }
}

function prepare(terms: TermView, term: number): SeenTerm {
  const spelling = terms.textOf(term);
  return {
    id: terms.idOf(term),
    spelling,
    units: foldText(spelling, { folds: "default", skipNoise: true }).units.length,
    use: terms.useOf(term),
    element: terms.elementOf(term),
    boundary: foldedBoundary(terms.boundaries[terms.boundaryIndexOf(term)]),
    scenes: terms.scenesOf(term),
    outcome: terms.outcomeOf?.(term) ?? null,
  };
}

function inScenes(of: readonly string[], asked: readonly string[]): boolean {
  return of.length === 0 || of.some((scene) => asked.includes(scene));
}

/** Hits that no allow-phrase holds whole. Both lists are sorted by start, so the phrases that reach furthest so far suffice. */
function outside(hits: readonly Sighting[], allowed: readonly Sighting[]): Sighting[] {
  let next = 0;
  let reach: Span = { start: 0, end: -1 };
  return hits.filter((hit) => {
    for (; next < allowed.length && allowed[next].start <= hit.start; next++) if (allowed[next].end > reach.end) reach = allowed[next];
    return !covers(reach, hit);
  });
}
