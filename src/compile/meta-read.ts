import type { DictionaryMeta } from "../dictionary/model.js";
import { issuerLevels, readMeta } from "../dictionary/shape.js";
import { readDay } from "./dates.js";
import type { DiagnosticLog, Place } from "./diagnostics.js";
import { quoted } from "./diagnostics.js";
import { plainValue, readJsonFile } from "./json-file.js";
import type { JsonNode } from "./json-read.js";
import { isJurisdiction, isPlaceCode } from "./places.js";
import { metaFile } from "./tables.js";

interface Field {
  readonly required: boolean;
  /** @returns what the field must be, or null where it is right */
  readonly wants: (value: JsonNode["value"]) => string | null;
}

type Fields = Readonly<Record<string, Field>>;

const day = (value: JsonNode["value"]) => (typeof value === "string" && readDay(value) === value ? null : "a day as YYYY-MM-DD");
const words = (value: JsonNode["value"]) =>
  typeof value === "string" && value.trim() !== "" && value.length <= 200 && !/\p{Cs}/u.test(value)
    ? null
    : "a text of 1 to 200 characters";
const matching = (pattern: RegExp, what: string) => (value: JsonNode["value"]) =>
  typeof value === "string" && pattern.test(value) ? null : what;

const metaFields: Fields = {
  id: { required: true, wants: matching(/^[a-z0-9][a-z0-9.-]{0,63}$/, "small letters, digits, dots and dashes") },
  version: { required: true, wants: matching(/^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/, "a version such as 2026.11.1") },
  serial: { required: true, wants: (value) => (Number.isSafeInteger(value) && (value as number) >= 1 ? null : "a whole number from 1") },
  title: { required: true, wants: words },
  issuer: { required: true, wants: (value) => (value instanceof Map ? null : "an object with name and level") },
  issuedAt: { required: true, wants: day },
  effectiveFrom: { required: true, wants: day },
  effectiveTo: { required: false, wants: day },
  supersedes: { required: false, wants: words },
  licence: { required: true, wants: words },
  jurisdiction: {
    required: true,
    wants: (value) =>
      typeof value === "string" && isJurisdiction(value) ? null : "CN, TW, HK, MO, a GB/T 2260 code or an ISO 3166-1 code",
  },
};

const issuerFields: Fields = {
  name: { required: true, wants: words },
  level: { required: true, wants: (value) => (issuerLevels.some((level) => level === value) ? null : issuerLevels.join(", ")) },
  code: { required: false, wants: (value) => (typeof value === "string" && isPlaceCode(value) ? null : "a GB/T 2260 code of six digits") },
};

/**
 * Reads `dictionary.json`.
 * @param today `YYYY-MM-DD`, to say whether the dictionary is in force; null leaves that out
 * @returns the metadata, or null where an error was reported
 */
export function readMetaFile(bytes: Uint8Array | undefined, today: string | null, log: DiagnosticLog): DictionaryMeta | null {
  const start = { file: metaFile, line: 1, column: 1 };
  if (bytes === undefined) {
    log.add(
      "NOMLM_DICT_FILE_MISSING",
      start,
      `${metaFile} is missing`,
      "it holds id, version, serial, title, issuer, issuedAt, effectiveFrom, licence, jurisdiction",
    );
    return null;
  }
  const root = readJsonFile(bytes, metaFile, log);
  if (root === null) return null;
  if (!(root.value instanceof Map)) {
    log.add("NOMLM_DICT_META", root, "the file does not hold an object", "begin it with {");
    return null;
  }
  const issuer = root.value.get("issuer");
  const isRight = [
    checkFields(root, root.value, metaFields, log),
    issuer?.value instanceof Map ? checkFields(issuer, issuer.value, issuerFields, log) : true,
  ];
  if (isRight.includes(false)) return null;
  const meta = readMeta(plainValue(root));
  checkForce(meta, root, today, log);
  return meta;
}

function checkFields(owner: Place, members: ReadonlyMap<string, JsonNode>, fields: Fields, log: DiagnosticLog): boolean {
  let isRight = true;
  for (const [name, node] of members) {
    const wanted = Object.hasOwn(fields, name) ? fields[name].wants(node.value) : null;
    if (!Object.hasOwn(fields, name))
      log.add("NOMLM_DICT_META_UNKNOWN", node, `the field ${quoted(name)} is unknown`, `known are: ${Object.keys(fields).join(", ")}`);
    if (wanted === null) continue;
    log.add("NOMLM_DICT_META", node, `the field ${name} holds a wrong value`, `it must be ${wanted}`);
    isRight = false;
  }
  for (const [name, { required }] of Object.entries(fields)) {
    if (!required || members.has(name)) continue;
    log.add("NOMLM_DICT_META", { file: owner.file, line: owner.line, column: owner.column }, `the field ${name} is missing`, "add it");
    isRight = false;
  }
  return isRight;
}

function checkForce(meta: DictionaryMeta, root: JsonNode, today: string | null, log: DiagnosticLog): void {
  const { effectiveFrom, effectiveTo } = meta;
  const at = (name: string): Place => (root.value as ReadonlyMap<string, JsonNode>).get(name) ?? root;
  if (effectiveTo !== undefined && effectiveTo < effectiveFrom) {
    log.add("NOMLM_DICT_META", at("effectiveTo"), "effectiveTo is before effectiveFrom", "change one of them");
  }
  if (today === null) return;
  if (today < effectiveFrom) log.add("NOMLM_DICT_EARLY", at("effectiveFrom"), `the dictionary is in force from ${effectiveFrom}`);
  if (effectiveTo !== undefined && today > effectiveTo)
    log.add("NOMLM_DICT_EXPIRED", at("effectiveTo"), `the dictionary was in force until ${effectiveTo}`, "issue a new version");
}
