/** How kinds rewrite a term: letter by letter, run by run, or between letters. */

/**
 * @typedef {import("./random.mjs").Random} Random
 * @typedef {{ from: string, to: string }} Change
 * @typedef {{ text: string, id?: string, initials?: readonly string[], cue?: boolean }} Term
 *   `initials`: only where the caller lists them; `cue`: its carrier names a scheme, since a cue alone shows nothing
 * @typedef {{ text: string, changes: Change[], lead?: string, tail?: string }} Disguise
 *   `lead` and `tail` stand around the disguise and are no part of its span
 * @typedef {object} Kind
 * @property {string} kind
 * @property {string} undone the trick that a hit should name
 * @property {"words" | "letters" | "gaps" | "line" | "encoding"} layer what it works on: where two kinds meet, the later one comes on top
 * @property {(term: Term, random: Random) => Disguise | null} disguise null where the kind does not apply
 * @property {boolean} [sound] two characters by sound alone are weak: the carrier holds support
 * @property {(before: string, disguised: string, after: string) => { text: string, start: number }} [place]
 *   kinds that change the whole line; default: written one after the other
 */

/** Text in which every character is a letter by itself: most terms, and segmenting is slow. */
const plain = /^[\p{Script=Han}A-Za-z0-9=+]*$/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Letters as one sees them: a keycap, a joined picture or a letter with marks is one. @returns {string[]} */
export function lettersOf(text) {
  return plain.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Share of the letters that are changed where a kind may change each. */
const letterShare = 0.6;

/**
 * Replaces letters for which there is a choice: at least one, each other with a chance.
 * @param {string} text
 * @param {(letter: string, index: number) => readonly string[]} choicesOf
 * @param {Random} random
 * @returns {Disguise | null} null when no letter has a choice
 */
export function replaceLetters(text, choicesOf, random, share = letterShare) {
  const letters = lettersOf(text);
  const choices = letters.map((letter, i) => choicesOf(letter, i).filter((choice) => choice !== letter));
  const open = letters.map((_, i) => i).filter((i) => choices[i].length > 0);
  if (open.length === 0) return null;
  const sure = random.pick(open);
  const chosen = new Map(open.filter((i) => i === sure || random.chance(share)).map((i) => [i, random.pick(choices[i])]));
  return disguiseOf(letters, chosen);
}

function disguiseOf(letters, chosen) {
  const changes = [...chosen].map(([i, to]) => ({ from: letters[i], to }));
  return { text: letters.map((letter, i) => chosen.get(i) ?? letter).join(""), changes };
}

/**
 * Replaces words of a table, longest first: each occurrence with a chance, at least one.
 * @param {string} text
 * @param {Readonly<Record<string, readonly string[]>>} table word → ways to write it
 * @param {Random} random
 * @returns {Disguise | null}
 */
export function replaceWords(text, table, random, share = letterShare) {
  const places = placesOf(text, table);
  if (places.length === 0) return null;
  const sure = random.pick(places);
  const taken = places
    .filter((place) => place === sure || random.chance(share))
    .map((place) => ({ ...place, to: random.pick(table[place.from]) }));
  return rewrite(text, taken);
}

/** Where words of the table stand, longest first and without overlap, from left to right. */
function placesOf(text, table) {
  const longest = Math.max(...Object.keys(table).map((word) => word.length));
  const places = [];
  for (let at = 0; at < text.length; ) {
    const from = wordAt(text, at, table, longest);
    if (from !== null) places.push({ at, from });
    at += from?.length ?? 1;
  }
  return places;
}

function wordAt(text, at, table, longest) {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    if (Object.hasOwn(table, word)) return word;
  }
  return null;
}

function rewrite(text, taken) {
  let out = "";
  let at = 0;
  for (const place of taken) {
    out += text.slice(at, place.at) + place.to;
    at = place.at + place.from.length;
  }
  return { text: out + text.slice(at), changes: taken.map(({ from, to }) => ({ from, to })) };
}

/**
 * Puts something between letters: in at least one gap, in each other with a chance.
 * @param {string} text
 * @param {() => string} between
 * @param {Random} random
 * @returns {Disguise | null} null for a single letter, which has no gap
 */
export function insertBetween(text, between, random, share = letterShare) {
  const letters = lettersOf(text);
  if (letters.length < 2) return null;
  const sure = 1 + random.below(letters.length - 1);
  const changes = [];
  const out = letters.map((letter, i) => {
    if (i === 0 || (i !== sure && !random.chance(share))) return letter;
    const to = between();
    changes.push({ from: "", to });
    return to + letter;
  });
  return { text: out.join(""), changes };
}
