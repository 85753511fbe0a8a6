/** Sounds of characters: pinyin-pro, all readings; characters by sound among the 3,755 most common ones of GB 2312. */
import { pinyin } from "pinyin-pro";

/** Rows of GB 2312 level 1, which is sorted by sound and holds what people type. */
const levelOne = { first: 0xb0, last: 0xd7 };

/** Readings with tone of one character, the usual one first. */
export function readingsOf(character) {
  return pinyin(character, { multiple: true, type: "array", toneType: "num", v: true }).filter((reading) => /^[a-z]+\d$/.test(reading));
}

/** The reading of each character where it stands; "" for what is no character. */
export function readingsIn(text) {
  const readings = pinyin(text, { type: "array", toneType: "num", v: true });
  const letters = [...text];
  return letters.map((letter, i) =>
    readings.length === letters.length && isHan(letter) && /^[a-z]+\d$/.test(readings[i]) ? readings[i] : "",
  );
}

export function isHan(letter) {
  return /^\p{Script=Han}$/u.test(letter);
}

/** Without its tone. */
export function syllableOf(reading) {
  return reading.slice(0, -1);
}

/** Sounds that many speakers do not tell apart, as one: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in. */
export function mergedOf(reading) {
  return syllableOf(reading)
    .replace(/^([zcs])h/, "$1")
    .replace(/^n(?=[aeiouv])/, "l")
    .replace(/([aei])ng$/, "$1n");
}

/** @returns {string[]} the common characters, in the order of the standard */
function commonCharacters() {
  const decoder = new TextDecoder("gbk");
  const rows = Array.from({ length: levelOne.last - levelOne.first + 1 }, (_, i) => levelOne.first + i);
  const bytes = rows.flatMap((row) => Array.from({ length: 94 }, (_, i) => [row, 0xa1 + i]).flat());
  return [...decoder.decode(new Uint8Array(bytes))].filter(isHan);
}

/** Reading with tone → characters, by their usual reading and by any. */
const byUsual = new Map();
const byAny = new Map();
for (const character of commonCharacters()) {
  const readings = readingsOf(character);
  for (const reading of readings.slice(0, 1)) add(byUsual, reading, character);
  for (const reading of readings) add(byAny, reading, character);
}

function add(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Characters of exactly this reading. @param {boolean} any count all readings of a character, not only the usual one */
export function sameSound(reading, any) {
  return (any ? byAny : byUsual).get(reading) ?? [];
}

const nearLists = new Map();

/** Characters that sound nearly so: another tone, or a sound that merges with it; never exactly so. */
export function nearSound(reading, any) {
  const key = `${reading} ${any}`;
  if (!nearLists.has(key)) nearLists.set(key, nearList(reading, any ? byAny : byUsual));
  return nearLists.get(key);
}

function nearList(reading, bySound) {
  const merged = mergedOf(reading);
  const near = [...bySound].filter(([other]) => other !== reading && mergedOf(other) === merged);
  const same = new Set(byAny.get(reading));
  return [...new Set(near.flatMap(([, characters]) => characters))].filter((character) => !same.has(character));
}
