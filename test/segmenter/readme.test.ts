/** The READMEs' table of judges: how each of them cuts, and what it decides alone. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createFilter, type Segmenter } from "../../src/index.js";
import { judgesUnderTest } from "./judges.js";

const pages = ["README.md", "README.zh-CN.md"];
const judgesFound = await judgesUnderTest();

/** Rows below the mark: text, term, then a cell for each judge in the order of the table's head. */
function tableOf(page: string): { judges: string[]; rows: string[][] } {
  const [, table] = readFileSync(page, "utf8").split("<!-- judges -->\n") as [string, string];
  const lines = table.slice(0, table.indexOf("\n\n")).split("\n");
  const [head, , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
  return { judges: (head as string[]).slice(2), rows };
}

/** `✗ 宣传/销售`: refused or kept, and the cut. The term is given at run time, so that no boundary data of the dictionary decides. */
async function cellOf(text: string, term: string, judge: Segmenter): Promise<string> {
  const filter = await createFilter({ terms: [{ term, boundary: "none" }], segmenter: judge });
  const isKept = filter.scan(text).hits.some((hit) => hit.termId === "custom-1");
  const borders = [...judge.boundaries(text)];
  const words = borders.slice(1).map((border, k) => text.slice(borders[k], border));
  return `${isKept ? "✓" : "✗"} ${words.join("/")}`;
}

describe.each(pages)("%s", (page) => {
  const { judges, rows } = tableOf(page);

  it("has a row for each boundary row and its positive", () => {
    expect(rows.length).toBeGreaterThanOrEqual(11);
  });

  for (const { name, segmenter, absence } of judgesFound) {
    it.skipIf(segmenter === null)(`${name} decides as shown${absence === "" ? "" : ` (skipped: ${absence})`}`, async () => {
      const column = 2 + judges.indexOf(name);
      expect(column).toBeGreaterThan(1);
      const real = await Promise.all(rows.map(([text, term]) => cellOf(text as string, term as string, segmenter as Segmenter)));
      expect(real).toEqual(rows.map((cells) => cells[column]));
    });
  }
});
