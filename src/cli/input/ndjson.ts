import type { Messages } from "../messages.js";
import { fieldSpans, nestsDeeper, replaceSpans } from "./json-fields.js";
import { jsonLevelsMax } from "./limits.js";
import type { Line } from "./lines.js";
import type { BrokenRecord, Fields, InputRecord } from "./record.js";

/**
 * Reads one line of ndjson: an object with the text in a field.
 * @param line of the input
 * @param fields which fields mean what
 * @param messages in the user's language
 * @returns the record; null for a blank line, which holds nothing
 */
export function ndjsonRecord(line: Line, fields: Fields, messages: Messages): InputRecord | null {
  if (line.tooLong) return broken(line, null, "NOMLM_INPUT_LIMIT", messages.lineTooLong);
  if (line.text.trim() === "") return null;
  if (nestsDeeper(line.text, jsonLevelsMax)) return broken(line, null, "NOMLM_INPUT_JSON", messages.tooDeep);
  const parsed = parseObject(line.text);
  if ("column" in parsed) return broken(line, null, "NOMLM_INPUT_JSON", messages.notJson(parsed.column));
  const { object } = parsed;
  const id = idOf(own(object, fields.id), line.text, fields.id);
  const text = own(object, fields.text);
  if (typeof text !== "string") return broken(line, id, "NOMLM_INPUT_FIELD", messages.noTextField(fields.text));
  return {
    kind: "text",
    form: "ndjson",
    line: line.number,
    id,
    text,
    about: aboutOf(object, fields),
    meta: metaOf(object, fields),
    replaced: line.replaced,
    withText: (other) => `${replaceSpans(line.text, fieldSpans(line.text, fields.text), JSON.stringify(other))}\n`,
  };
}

function broken(line: Line, id: string | null, code: BrokenRecord["code"], message: string): BrokenRecord {
  return { kind: "broken", form: "ndjson", line: line.number, id, code, message, replaced: line.replaced, withText: (text) => `${text}\n` };
}

type Parsed = { object: Record<string, unknown> } | { column: number | null };

function parseObject(json: string): Parsed {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { object: value as Record<string, unknown> } : { column: 1 };
  } catch (error) {
    // Of the engine's message only the position is taken: the rest quotes the input.
    const position = /at position (\d+)/.exec((error as Error).message);
    return { column: position === null ? null : Number(position[1]) + 1 };
  }
}

function own(object: Record<string, unknown>, field: string): unknown {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

/** Ids are text. A number keeps its own digits: 12345678901234567890 must not come back as …567000. */
function idOf(id: unknown, json: string, field: string): string | null {
  if (typeof id === "string") return id;
  if (typeof id !== "number") return null;
  if (Number.isSafeInteger(id)) return String(id);
  const span = fieldSpans(json, field).at(-1);
  return span === undefined ? null : json.slice(span.start, span.end);
}

function aboutOf(object: Record<string, unknown>, fields: Fields): Record<string, string> {
  const about: Record<string, string> = {};
  for (const [name, field] of fields.about) {
    const value = own(object, field);
    if (typeof value === "string" || typeof value === "number") about[name] = String(value);
  }
  return about;
}

function metaOf(object: Record<string, unknown>, fields: Fields): Record<string, unknown> | null {
  if (fields.keep.length === 0) return null;
  return Object.fromEntries(fields.keep.filter((field) => Object.hasOwn(object, field)).map((field) => [field, object[field]]));
}
