/**
 * docs/errors.md is made from the two catalogues, so that neither can hold a code or sentence that the other lacks.
 * After a change of a catalogue: `npx vitest run test/errors-doc.test.ts -u`.
 */
import { describe, expect, it } from "vitest";
import { diagnosticCodes } from "../src/compile/diagnostic-codes.js";
import { errorCodes } from "../src/errors.js";

const page = `# Error codes

Every refusal of the library is a \`NomlmError\` with a \`code\`; its message is one line that begins with the code and says what to do. Codes are
stable: they are not renamed in a minor version. A message never holds text of users. Scanning a string throws none of them.

| code | meaning |
|---|---|
${Object.entries(errorCodes)
  .map(([code, meaning]) => `| \`${code}\` | ${meaning} |\n`)
  .join("")}
## Remarks of the compiler

\`compileDictionary\`, \`lintDictionary\` (door \`nomlm/compile\`) and \`nomlm dict lint\` collect these as a list with file, line and column.
An \`error\` means that no artifact is made; a \`warning\` is probably a mistake; an \`info\` is good to know.

| code | severity | meaning |
|---|---|---|
${Object.entries(diagnosticCodes)
  .map(([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |\n`)
  .join("")}`;

describe("docs/errors.md", () => {
  it("is what the catalogues say", async () => {
    await expect(page).toMatchFileSnapshot("../docs/errors.md");
  });

  it("has every sentence on one line", () => {
    const sentences: string[] = [...Object.values(errorCodes), ...Object.values(diagnosticCodes).map((one) => one.meaning)];
    expect(sentences.filter((sentence) => /[\r\n|]/.test(sentence) || sentence === "")).toEqual([]);
  });
});
