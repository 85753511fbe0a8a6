/**
 * Markup: what a platform shows as a picture or not at all. It is taken out of the text as written, before any other fold; what stands
 * between two tags stays.
 *
 * `[em]e400655[/em]` (QQ), `[微笑]` and `/玫瑰` (names in emoticons.ts), simple tags `<b>` `</p>` `<br/>` `<span class="x">`. A tag holds ASCII
 * only, so that no Chinese text hides inside one. Each look reads at most 48 units, so a text costs linear time however it is nested.
 */
import { emoticonNames } from "./emoticons.js";

/** The longest markup, in UTF-16 units. It bounds what one look at a start may cost. */
export const markupUnitsMax = 48;
const tagNameLettersMax = 10;
const emoticonDigitsMax = 8;

/**
 * @param text units, valid below `end`
 * @returns how many units the markup at `text[at]` has, at most {@link markupUnitsMax}; 0 when none starts there
 */
export function markupLength(text: Uint16Array, at: number, end: number): number {
  const limit = Math.min(end, at + markupUnitsMax);
  switch (text[at]) {
    case 0x5b: // [
      return numberedEmoticon(text, at, limit) || bracketedEmoticon(text, at, limit);
    case 0x2f: // /
      return slashEmoticon(text, at, limit);
    case 0x3c: // <
      return tag(text, at, limit);
    default:
      return 0;
  }
}

/** `[em]`, perhaps `e`, 1 to 8 digits, `[/em]`. */
function numberedEmoticon(text: Uint16Array, at: number, limit: number): number {
  if (!startsWith(text, at, limit, "[em]")) return 0;
  let next = at + 4;
  if (next < limit && text[next] === 0x65) next++;
  const digits = next;
  while (next < limit && isDigit(text[next])) next++;
  const count = next - digits;
  if (count < 1 || count > emoticonDigitsMax || !startsWith(text, next, limit, "[/em]")) return 0;
  return next + 5 - at;
}

function bracketedEmoticon(text: Uint16Array, at: number, limit: number): number {
  const name = nameAt(text, at + 1, limit);
  const close = at + 1 + name;
  return name > 0 && close < limit && text[close] === 0x5d ? name + 2 : 0;
}

function slashEmoticon(text: Uint16Array, at: number, limit: number): number {
  const name = nameAt(text, at + 1, limit);
  return name > 1 ? name + 1 : 0;
}

/** The length of the longest name at `at`. */
function nameAt(text: Uint16Array, at: number, limit: number): number {
  const candidates = at < limit ? emoticonsByUnit().get(text[at]) : undefined;
  return candidates?.find((name) => startsWith(text, at, limit, name))?.length ?? 0;
}

let byUnit: Map<number, string[]> | undefined;

/** Names by their first unit, longest first. */
function emoticonsByUnit(): Map<number, string[]> {
  if (byUnit !== undefined) return byUnit;
  byUnit = new Map();
  for (const name of emoticonNames) {
    const unit = name.charCodeAt(0);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), name]);
  }
  return byUnit;
}

/** `<`, perhaps `/`, a name, then attributes of printable ASCII without `<`, `>`. */
function tag(text: Uint16Array, at: number, limit: number): number {
  let next = at + 1;
  if (next < limit && text[next] === 0x2f) next++;
  const name = next;
  if (next >= limit || !isLetter(text[next])) return 0;
  while (next < limit && (isLetter(text[next]) || isDigit(text[next]))) next++;
  if (next - name > tagNameLettersMax || next >= limit || !endsTagName(text[next])) return 0;
  while (next < limit && isAttributeUnit(text[next])) next++;
  return next < limit && text[next] === 0x3e ? next + 1 - at : 0;
}

function startsWith(text: Uint16Array, at: number, limit: number, wanted: string): boolean {
  if (at + wanted.length > limit) return false;
  for (let step = 0; step < wanted.length; step++) if (text[at + step] !== wanted.charCodeAt(step)) return false;
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** A space, a line end, `/` or `>`. */
function endsTagName(unit: number): boolean {
  return isSpace(unit) || unit === 0x2f || unit === 0x3e;
}

function isAttributeUnit(unit: number): boolean {
  return isSpace(unit) || (unit >= 0x21 && unit <= 0x7e && unit !== 0x3c && unit !== 0x3e);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}
