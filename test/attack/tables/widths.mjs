/**
 * Other forms of letters, digits and characters. What `normalize` undoes is found by asking it; what it does not undo (black circles,
 * black squares, keycaps, regional letters, radicals of the supplement) is laid out here by Unicode block.
 */
const ranges = [
  [0x2070, 0x209c],
  [0x2100, 0x218f],
  [0x2460, 0x24ff],
  [0x2f00, 0x2fd5],
  [0x3200, 0x33ff],
  [0xf900, 0xfaff],
  [0xff01, 0xff5e],
  [0x1d400, 0x1d7ff],
  [0x1f100, 0x1f16f],
  [0x1f200, 0x1f251],
];
/** Letters of the alphabet in the blocks that have no compatibility mapping. */
const blackCapitals = [0x1f150, 0x1f170];
const regional = 0x1f1e6;
/** Radicals of the supplement block that look like a whole character. */
const radicals = {
  人: "⺅",
  门: "⻔",
  车: "⻋",
  马: "⻢",
  见: "⻅",
  贝: "⻉",
  长: "⻓",
  页: "⻚",
  风: "⻛",
  食: "⻝",
  民: "⺠",
  西: "⻄",
  龙: "⻰",
  龟: "⻳",
  黄: "⻩",
  麦: "⻨",
  鱼: "⻥",
  鸟: "⻦",
  齐: "⻬",
  齿: "⻮",
  青: "⻘",
  角: "⻆",
  母: "⺟",
  小: "⺌",
};

const forms = new Map();
for (const [first, last] of ranges) for (let point = first; point <= last; point++) addFolded(point);
for (let i = 0; i < 26; i++) addLetter(i);
for (let digit = 0; digit <= 9; digit++) addDigit(digit);
for (const [character, radical] of Object.entries(radicals)) add(character, radical);

/** A code point that `normalize` makes one letter; brackets and full stops around it ("⑴", "1.") are dropped, as a reader would. */
function addFolded(point) {
  const form = String.fromCodePoint(point);
  const folded = form
    .normalize("NFKC")
    .replace(/^[(〔](.+)[)〕]$/u, "$1")
    .replace(/^(\d)[.,]$/, "$1");
  if (/^[A-Za-z0-9]$|^\p{Script=Han}$/u.test(folded)) add(folded, form);
}

/** Black and regional letters exist as capitals only: they stand for both cases. */
function addLetter(i) {
  const capital = String.fromCharCode(0x41 + i);
  for (const start of [...blackCapitals, regional])
    for (const letter of [capital, capital.toLowerCase()]) add(letter, String.fromCodePoint(start + i));
}

/** Keycaps with and without the sign that asks for the picture, and the dingbats. */
function addDigit(digit) {
  add(String(digit), `${digit}\ufe0f\u20e3`);
  add(String(digit), `${digit}\u20e3`);
  const dingbats = digit === 0 ? [0x24ff] : [0x2776, 0x2780, 0x278a].map((start) => start + digit - 1);
  for (const point of dingbats) add(String(digit), String.fromCodePoint(point));
}

function add(letter, form) {
  if (letter === form) return;
  const list = forms.get(letter) ?? [];
  if (!list.includes(form)) list.push(form);
  forms.set(letter, list);
}

/** @returns {readonly string[]} */
export function widthForms(letter) {
  return forms.get(letter) ?? [];
}
