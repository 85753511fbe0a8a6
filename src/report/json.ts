import { inertJson } from "./inert.js";

/**
 * A value as one line of ndjson. Parsed again it is the same value; raw characters that act on a terminal are escaped.
 * @param value anything `JSON.stringify` takes
 * @returns one line ending in a line feed
 */
export function toJsonLine(value: object): string {
  return `${inertJson(JSON.stringify(value))}\n`;
}
