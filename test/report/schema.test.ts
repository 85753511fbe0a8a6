import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { elements } from "../../src/dictionary/model.js";
import { atLeast } from "../../src/dictionary/outcome.js";
import { tricks } from "../../src/fold/tricks.js";
import { createFilter, type Filter, outcomes } from "../../src/index.js";
import { contextKinds } from "../../src/rules/finding.js";
import { nomlm, records } from "../cli/process.js";

type Schema = {
  properties: Record<string, Schema>;
  items: Schema;
  oneOf: Schema[];
  $ref: string;
  enum: unknown[];
  $defs: Record<string, Schema>;
};

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const schema = JSON.parse(read("../../docs/schema/scan.json")) as Schema;
const sample = read("../../examples/messages.ndjson")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { id: string; text: string });
const fixtures = read("../fixtures/devset/recruitment.jsonl")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { text: string }).text);

let filter: Filter;
let validate: ValidateFunction;
let validateError: ValidateFunction;
beforeAll(async () => {
  filter = await createFilter();
  const ajv = new Ajv2020({ allErrors: true });
  validate = ajv.compile(schema);
  validateError = ajv.getSchema(`${(schema as unknown as { $id: string }).$id}#/$defs/errorRecord`) as ValidateFunction;
});

/** Properties of a value that the schema does not name: it lets readers pass over new ones, but ours are all written down. */
function unnamed(value: unknown, at: Schema, path = ""): string[] {
  const shape = resolved(at, value);
  if (Array.isArray(value)) return value.flatMap((item) => unnamed(item, shape.items, `${path}[]`));
  if (typeof value !== "object" || value === null || shape.properties === undefined) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const property = shape.properties[key];
    return property === undefined ? [`${path}.${key}`] : unnamed(inner, property, `${path}.${key}`);
  });
}

function resolved(at: Schema, value: unknown): Schema {
  if (at.oneOf !== undefined) return value === null ? at : resolved(at.oneOf.at(-1) as Schema, value);
  return at.$ref === undefined ? at : (schema.$defs[at.$ref.replace("#/$defs/", "")] as Schema);
}

describe("docs/schema/scan.json", () => {
  it("fits what the library returns, and names all of it", () => {
    const results = [...sample, ...fixtures, "", "\ud83d传销", "好".repeat(5)].map((text) => filter.scan(text));
    expect(new Set(results.map((result) => result.outcome)).size).toBeGreaterThan(2);
    const explained = [...sample, ...fixtures].map((text) => filter.scan(text, { explain: true }));
    expect(new Set(explained.flatMap(({ reasons = [] }) => reasons.map(({ kind }) => kind))).size).toBeGreaterThan(3);
    for (const result of [...results, ...filter.scanMany(sample), ...explained]) {
      expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
      expect(unnamed(result, schema)).toEqual([]);
    }
  });

  it("fits what the command line prints, error records included", async () => {
    const input = Buffer.concat([
      Buffer.from('{"text":"这是传销'),
      Buffer.from([0xff]),
      Buffer.from('","a":{"b":1}}\nx\n{"id":1,"a":2}\n'),
    ]);
    const printed = records((await nomlm(["scan", "--input", "ndjson", "--keep", "a", "-", "nothing"], input)).stdout);
    expect(printed).toHaveLength(4);
    for (const record of printed) {
      const [check, shape] = "error" in record ? [validateError, schema.$defs.errorRecord as Schema] : [validate, schema];
      expect(check(record), JSON.stringify(check.errors)).toBe(true);
      expect(unnamed(record, shape)).toEqual([]);
    }
  });

  it("refuses what is no result", () => {
    const good = filter.scan(sample[1]?.text ?? "");
    const { dictionary: _left, ...without } = good;
    const bad = [
      without,
      { ...good, outcome: "high" },
      { ...good, hits: [{ ...good.hits[0], start: -1 }] },
      { ...good, score: 101 },
      { ...good, context: "report" },
      { ...good, context: { kind: "weather", spans: [] } },
      { ...good, findings: [{ ...good.findings[0], guard: "weather" }] },
      { ...good, reasons: [{ kind: "evidence", name: "entry_fee", points: 0.5, law: [], quotes: [] }] },
    ];
    for (const value of bad) expect(validate(value)).toBe(false);
  });

  it("has the names of the code", () => {
    expect(schema.$defs.element?.enum).toEqual([...elements]);
    expect(schema.$defs.trick?.enum).toEqual([...tricks]);
    expect(schema.$defs.contextKind?.enum).toEqual([...contextKinds]);
    expect(schema.$defs.outcome?.enum).toEqual([...outcomes]);
  });
});

describe("examples/messages.ndjson", () => {
  it("holds texts for review and warnings that stay mentions", () => {
    const outcomeOf = Object.fromEntries(sample.map((message) => [message.id, filter.scan(message).outcome]));
    expect(outcomeOf).toMatchObject({ m01: "none", m07: "mention", m08: "mention", m09: "none", m10: "none" });
    for (const id of ["m02", "m03", "m04", "m05", "m06"]) expect(atLeast(outcomeOf[id] ?? "none", "review"), id).toBe(true);
  });
});
