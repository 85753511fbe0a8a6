/**
 * Scanned text is written by strangers: a terminal escape could repaint the reader's screen, a bidi control could show a
 * report in another order than it is. Before such text is shown, everything that acts instead of being seen becomes a visible code.
 */

/**
 * Text that is safe to print: controls as their pictures (`␛`), other acting characters as codes (`\u{202E}`).
 * @param text any string; line breaks and tabs become `↵` and one space, so that the result is always one line
 * @returns the same text on one line, without a character that acts on a terminal
 */
export function inertLine(text: string): string {
  return inertText(text.replace(/\r\n|[\n\u2028\u2029]/g, "↵").replaceAll("\t", " "));
}

/**
 * As {@link inertLine}, but line ends and tabs stay: for text that goes out as text (`nomlm mask`).
 * @param text any string
 */
export function inertText(text: string): string {
  return acting.test(text) ? text.replace(actingEach, visibleCode) : text;
}

/**
 * A JSON text whose strings hold the same values, but no raw character that acts on a terminal. `JSON.stringify` already
 * escapes U+0000–U+001F and lone surrogates; this adds DEL, C1 (U+009B starts a terminal command by itself) and bidi controls.
 * @param json the result of `JSON.stringify`
 */
export function inertJson(json: string): string {
  return actingInJson.test(json) ? json.replace(actingInJsonEach, jsonEscape) : json;
}

// C0 but tab, line feed and CRLF, DEL, C1, soft hyphen, bidi controls, zero-width and line separators, tags, lone surrogates.
// ZWJ (U+200D) stays inside emoji sequences, where it is seen as their shape.
const actingClass =
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200c\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]";
const joinerAlone = "(?<![\\u{2600}-\\u{27bf}\\u{1f000}-\\u{1faff}\\ufe0f])\\u200d";
const actingSource = `${actingClass}|\\r(?!\\n)|${joinerAlone}|[\\u{e0000}-\\u{e007f}]|\\p{Surrogate}`;
const acting = new RegExp(actingSource, "u");
const actingEach = new RegExp(actingSource, "gu");

const actingInJsonSource = "[\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]";
const actingInJson = new RegExp(actingInJsonSource);
const actingInJsonEach = new RegExp(actingInJsonSource, "g");

function visibleCode(character: string): string {
  const point = character.codePointAt(0) as number;
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return "␡";
  return `\\u{${point.toString(16).toUpperCase().padStart(4, "0")}}`;
}

function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
