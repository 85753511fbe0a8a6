/** Two kinds on one term. */
import { lettersOf } from "./letters.mjs";

/** From what is written to how it travels: a kind of a later layer comes on top, else it would break what the other has made. */
const layers = ["words", "letters", "gaps", "line", "encoding"];
/** Two of these at once would undo each other (a line reversed twice) or spoil each other (tags that are percent-encoded). */
const alone = new Set(["line", "encoding"]);

/**
 * @typedef {import("./letters.mjs").Kind} Kind
 * @param {Kind} a
 * @param {Kind} b
 * @returns {Kind | null} gives null for a term where either does not apply; null for two kinds that do not go together
 */
export function combine(a, b) {
  if (a.layer === b.layer && alone.has(a.layer)) return null;
  const [below, above] = layers.indexOf(a.layer) <= layers.indexOf(b.layer) ? [a, b] : [b, a];
  const way = below.layer === "words" && above.layer === "words" ? sideBySide : onTop;
  const place = above.place ?? below.place;
  return {
    kind: `${below.kind}+${above.kind}`,
    undone: `${below.undone}+${above.undone}`,
    layer: above.layer,
    sound: Boolean(below.sound || above.sound),
    disguise: (term, random) => way(below, above, term, random),
    ...(place ? { place } : {}),
  };
}

function onTop(below, above, term, random) {
  const first = below.disguise(term, random);
  const second = first && above.disguise({ ...term, text: first.text }, random);
  if (!second) return null;
  const lead = (second.lead ?? "") + (first.lead ?? "");
  const tail = (first.tail ?? "") + (second.tail ?? "");
  return { text: second.text, changes: [...first.changes, ...second.changes], lead, tail };
}

/** Kinds that change words take a part each: nobody writes the look-alike of a homophone. */
function sideBySide(left, right, term, random) {
  const letters = lettersOf(term.text);
  const cuts = letters.slice(1).flatMap((_, i) => [
    [i + 1, left, right],
    [i + 1, right, left],
  ]);
  for (const [cut, first, second] of random.shuffled(cuts)) {
    const start = first.disguise({ text: letters.slice(0, cut).join("") }, random);
    const rest = start && second.disguise({ text: letters.slice(cut).join("") }, random);
    if (rest) return { text: start.text + rest.text, changes: [...start.changes, ...rest.changes] };
  }
  return null;
}
