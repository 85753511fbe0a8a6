/** The tables of docs/phrases.md are what the library does. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildLexicon } from "../../src/compile/lexicon-build.js";
import { phrasesIn } from "../../src/rules/features.js";
import { gapUnitsMax, readingsMax, sentenceUnitsMax, sequenceSymbolsMax, sequencesMax } from "../../src/rules/limits.js";
import { passageUnitsMax, readPassage } from "../../src/rules/passage.js";
import { occurrencesMax } from "../../src/rules/sequence.js";
import { slotKinds } from "../../src/rules/slots.js";

const page = readFileSync("docs/phrases.md", "utf8");
const classes = [.../<!-- phrases: (.*) -->/.exec(page)![1].matchAll(/(\w+)=(\S+)/g)].map(([, name, words]) => ({
  name,
  words: words.split(","),
}));

function rowsAfter(mark: RegExp): string[][] {
  const table = page.slice((mark.exec(page) as RegExpExecArray).index).split("\n\n")[0];
  const rows = table.split("\n").slice(3);
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  );
}

describe("docs/phrases.md", () => {
  it.each(rowsAfter(/<!-- phrases: /))("%s in %s", (cell, text, found) => {
    const lexicon = buildLexicon(classes, [{ id: "p", element: "topic", text: cell.slice(1, -1) }]);
    const passage = readPassage(lexicon, text, 0, text.length);
    const first = phrasesIn(lexicon, passage).sort((a, b) => a.start - b.start || b.end - a.end)[0];
    const shown = first === undefined ? "–" : text.slice(passage.offsets[first.start], passage.offsets[first.end]);
    expect(shown).toBe(found);
  });

  it.each(rowsAfter(/<!-- slots -->/))("%s is %s", (cell, text, value) => {
    const kind = /\{(\w+)\}/.exec(cell)?.[1];
    const lexicon = buildLexicon([], []);
    const { slots } = readPassage(lexicon, text, 0, text.length);
    expect(slots.map((slot) => [slot.kind, Number.isNaN(slot.value) ? "–" : String(slot.value)])).toEqual([[kind, value]]);
  });

  it("names every slot, and the limits as they are", () => {
    for (const kind of slotKinds) expect(page).toContain(`\`{${kind}}\``);
    const limits: [string, number][] = [
      ["width of a gap", gapUnitsMax],
      ["parts of one reading", sequenceSymbolsMax],
      ["readings of one phrase", readingsMax],
      ["length of `hit` and `miss`", sentenceUnitsMax],
      ["readings of all phrases", sequencesMax],
    ];
    for (const [name, limit] of limits) expect(page).toContain(`| ${name} | ${limit.toLocaleString("en-US")} |`);
    expect(page).toContain(`*parts × ${occurrencesMax} × ${occurrencesMax}*`);
    expect(page).toContain(`at most ${passageUnitsMax} characters`);
  });
});
