/** HTML entities and percent-encoding: 展&#19979;线, %E4%BC%A0销. */
import { replaceLetters } from "../letters.mjs";

const decimal = (point) => `&#${point};`;
const hexadecimal = (point) => `&#x${point.toString(16)};`;
const capital = (point) => `&#X${point.toString(16).toUpperCase()};`;
const padded = (point) => `&#${String(point).padStart(7, "0")};`;
const percent = (letter) =>
  [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const percentSmall = (point) => percent(point).toLowerCase();
const ways = [decimal, hexadecimal, capital, padded, percent, percentSmall];

/** A letter of several code points is encoded whole. */
const encoded = (letter, way) => Array.from(letter, (character) => way(character.codePointAt(0))).join("");

/** @type {import("../letters.mjs").Kind} */
export const entity = {
  kind: "entity",
  undone: "markup",
  layer: "encoding",
  disguise: ({ text }, random) => {
    const way = random.pick(ways);
    return replaceLetters(text, (letter) => [encoded(letter, way)], random);
  },
};
