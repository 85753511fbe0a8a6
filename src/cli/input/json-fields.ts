/** Where a value stands in a JSON text. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The places of a top-level field's values in the text of a JSON object, so that one value can be changed and all else stay byte
 * for byte (order, spacing, numbers longer than a double, doubled keys).
 * @param json a valid JSON object
 * @param field the name of the field
 * @returns one span per occurrence of the field, in order
 */
export function fieldSpans(json: string, field: string): ValueSpan[] {
  const spans: ValueSpan[] = [];
  let at = skipSpace(json, skipSpace(json, 0) + 1);
  while (json[at] === '"') {
    const keyEnd = stringEnd(json, at);
    const key = JSON.parse(json.slice(at, keyEnd)) as string;
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = valueEnd(json, start);
    if (key === field) spans.push({ start, end });
    at = skipSpace(json, end);
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return spans;
}

/**
 * The same JSON text with other values in some places.
 * @param json a valid JSON object
 * @param spans places, in order
 * @param value the JSON text to put there
 */
export function replaceSpans(json: string, spans: readonly ValueSpan[], value: string): string {
  let replaced = "";
  let from = 0;
  for (const { start, end } of spans) {
    replaced += json.slice(from, start) + value;
    from = end;
  }
  return replaced + json.slice(from);
}

/**
 * Does a text nest brackets more deeply than a limit? Asked before parsing: the parser takes memory for each level, so that a
 * line of nothing but brackets would cost fifty times its size.
 * @param json any text
 * @param levelsMax the limit
 */
export function nestsDeeper(json: string, levelsMax: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit === quote) {
      at = stringEnd(json, at) - 1;
      if (at < 0) return false; // no end: the parser will refuse it
    } else if (unit === openBracket || unit === openBrace) {
      if (++depth > levelsMax) return true;
    } else if (unit === closeBracket || unit === closeBrace) depth--;
  }
  return false;
}

const [quote, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5b, 0x5d, 0x7b, 0x7d];

function skipSpace(json: string, from: number): number {
  let at = from;
  while (at < json.length && " \t\r\n".includes(json[at] as string)) at++;
  return at;
}

/** @returns the index after the closing quote of the string that begins at `from` */
function stringEnd(json: string, from: number): number {
  let at = json.indexOf('"', from + 1);
  while (isEscaped(json, at)) at = json.indexOf('"', at + 1);
  return at + 1;
}

function isEscaped(json: string, at: number): boolean {
  let slashes = 0;
  while (json[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** Objects and arrays are skipped by counting brackets outside strings: no recursion, whatever the nesting. */
function valueEnd(json: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < json.length) {
    const character = json[at] as string;
    if (character === '"') {
      at = stringEnd(json, at);
      if (depth === 0) return at;
      continue;
    }
    if (depth === 0 && (character === "," || character === "}" || " \t\r\n".includes(character))) return at;
    if (character === "{" || character === "[") depth++;
    if (character === "}" || character === "]") depth--;
    at++;
    if (depth === 0 && (character === "}" || character === "]")) return at;
  }
  return at;
}
