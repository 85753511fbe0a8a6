import { NomlmError } from "../errors.js";
import { recordsBytesMax, recordUnitsMax } from "./limits.js";

/** Readers of foreign JSON: each checks one field and copies it, so that nothing unexpected travels on. All refuse with `NOMLM_ARTIFACT_SECTION`. */

export type Row = Readonly<Record<string, unknown>>;

/** @returns the records of a section as JSON; @throws NOMLM_ARTIFACT_LIMIT */
export function jsonBytes(value: unknown, what: string): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > recordsBytesMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `${what} take more than ${recordsBytesMax} bytes`);
  return bytes;
}

/** Nesting needs no limit of its own: parsers keep no call per bracket or stop with an error, and the shape is checked afterwards. */
export function parseJson(bytes: Uint8Array, tag: string): unknown {
  if (bytes.length > recordsBytesMax)
    throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `the section ${tag} has more than ${recordsBytesMax} bytes`);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new NomlmError("NOMLM_ARTIFACT_SECTION", `the section ${tag} is not JSON in UTF-8; compile the dictionary again`);
  }
}

export function object(value: unknown, where: string): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(`${where} is not an object`);
  return value as Row;
}

export function list<T>(row: Row, key: string, read: (item: unknown) => T): T[] {
  const value = own(row, key);
  if (!Array.isArray(value)) refuse(`${key} is not a list`);
  return (value as unknown[]).map((item) => read(item));
}

export function string(row: Row, key: string): string {
  return text(own(row, key), key);
}

export function text(value: unknown, where: string): string {
  if (typeof value !== "string") refuse(`${where} is not a string`);
  if ((value as string).length > recordUnitsMax) refuse(`${where} is longer than ${recordUnitsMax} units`);
  return value as string;
}

export function strings(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) refuse(`${where} is not a list`);
  return (value as unknown[]).map((item) => text(item, where));
}

/** A whole number from `least`, by default 0, to `most`. */
export function integer(row: Row, key: string, most: number = Number.MAX_SAFE_INTEGER, least = 0): number {
  const value = own(row, key);
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    refuse(`${key} is not a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`}`);
  return value as number;
}

export function optional<K extends string>(row: Row, key: K): { readonly [P in K]?: string } {
  if (own(row, key) === undefined) return {};
  return { [key]: string(row, key) } as { readonly [P in K]: string };
}

export function oneOf<T extends string>(value: unknown, names: readonly T[], where: string): T {
  const name = names.find((known) => known === value);
  if (name === undefined) refuse(`${where} holds a name that this library does not know`);
  return name as T;
}

/** Own keys only: a JSON text must not reach into `Object.prototype`. */
export function own(row: Row, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}

export function refuse(detail: string): never {
  throw new NomlmError("NOMLM_ARTIFACT_SECTION", `dictionary tables: ${detail}; compile the dictionary again`);
}
