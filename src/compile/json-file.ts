import type { DiagnosticLog } from "./diagnostics.js";
import { type JsonNode, JsonProblem, readJson } from "./json-read.js";
import { readText } from "./table-read.js";

/** Reads a JSON file of a dictionary. @returns its value, or null where an error was reported */
export function readJsonFile(bytes: Uint8Array, file: string, log: DiagnosticLog): JsonNode | null {
  const decoded = readText(bytes, file, log);
  if (decoded === null) return null;
  try {
    return readJson(decoded.text, file);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    log.add("NOMLM_DICT_JSON", error.at, error.message, null);
    return null;
  }
}

/** The value without its places. */
export function plainValue(node: JsonNode): unknown {
  const { value } = node;
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plainValue(item as JsonNode)]));
  return value;
}
