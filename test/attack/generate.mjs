/** Disguises terms in every way, with a seed. */
import { carriersWithout, cueCarriers, neutralCarriers, supportCarriers } from "./carriers.mjs";
import { randomOf } from "./random.mjs";

export { combine } from "./combine.mjs";
export { allKinds } from "./kinds.mjs";

/** Rounds over all terms that may bring nothing new before a kind counts as exhausted. */
const barrenRoundsMax = 40;
/** A term of fewer characters by sound alone is weak. */
const weakSoundLetters = 2;

/**
 * @typedef {import("./letters.mjs").Kind} Kind
 * @typedef {import("./letters.mjs").Term} Term
 * @typedef {object} Attack one disguise in its carrier
 * @property {string} kind
 * @property {string} undone the trick that a hit should name
 * @property {Term} term
 * @property {string} disguise
 * @property {import("./letters.mjs").Change[]} changes
 * @property {string} carrier
 * @property {string} text the carried text; `text.slice(start, end)` is the disguise
 * @property {number} start
 * @property {number} end
 *
 * @param {{ terms: readonly Term[], kinds: readonly Kind[], perKind?: number, seed?: number }} options
 * @returns {Map<string, Attack[]>} kind → up to `perKind` distinct disguises, or every one that was found
 */
export function generate({ terms, kinds, perKind = 200, seed = 1 }) {
  const texts = terms.map(({ text }) => text);
  const carriers = {
    neutral: carriersWithout(neutralCarriers, texts),
    support: carriersWithout(supportCarriers, texts),
    cue: cueCarriers,
  };
  // A kind's chance hangs on its name, so that a new kind changes no other one's disguises.
  return new Map(kinds.map((kind) => [kind.kind, attacksOf(kind, terms, carriers, perKind, randomOf(seed ^ hashOf(kind.kind)))]));
}

/** Round after round over the terms in a new order, so that every term gets its share before one gets a second. */
function attacksOf(kind, terms, carriers, perKind, random) {
  const found = new Map();
  for (let barren = 0; barren < barrenRoundsMax && found.size < perKind; barren++) {
    const before = found.size;
    for (const term of random.shuffled(terms)) {
      if (found.size === perKind) break;
      const made = kind.disguise(term, random);
      if (made !== null && made.text !== term.text) keep(found, attackOf(kind, term, made, carrierFor(kind, term, carriers, random)));
    }
    if (found.size > before) barren = -1;
  }
  return [...found.values()];
}

function keep(found, attack) {
  const key = JSON.stringify([attack.term.text, attack.disguise]);
  if (!found.has(key)) found.set(key, attack);
}

function carrierFor(kind, term, { neutral, support, cue }, random) {
  if (term.cue) return random.pick(cue);
  return random.pick(kind.sound && [...term.text].length <= weakSoundLetters ? support : neutral);
}

function attackOf(kind, term, { text: disguise, changes, lead = "", tail = "" }, carrier) {
  const [before, after] = carrier.split("%");
  const { text, start } = (kind.place ?? placeInLine)(before, lead + disguise + tail, after);
  const from = start + lead.length;
  return { kind: kind.kind, undone: kind.undone, term, disguise, changes, carrier, text, start: from, end: from + disguise.length };
}

function placeInLine(before, disguised, after) {
  return { text: before + disguised + after, start: before.length };
}

/** FNV-1a over the units of a name. */
function hashOf(name) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
