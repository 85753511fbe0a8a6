/** Rows of the hand-written tables that would be no disguise at all, and their size. */
import { describe, expect, it } from "vitest";
import { load } from "./load.js";

type Table = Readonly<Record<string, readonly string[]>>;

const { letterLookalikes } = await load("tables/lookalikes.mjs");
const { variantGlyphs } = await load("tables/variants.mjs");
const { splitForms } = await load("tables/split.mjs");
const { shapeForms } = await load("tables/shapes.mjs");
const { meaningEmoji, soundEmoji } = await load("tables/emoji.mjs");
const { numberForms } = await load("tables/numbers.mjs");
const { symbolForms } = await load("tables/symbols.mjs");

const tables: readonly (readonly [string, Table, number])[] = [
  ["letter look-alikes", letterLookalikes, 50],
  ["variants", variantGlyphs, 90],
  ["split characters", splitForms, 300],
  ["look-alikes", shapeForms, 120],
  ["emoji by meaning", meaningEmoji, 100],
  ["emoji by sound", soundEmoji, 150],
  ["numbers", numberForms, 30],
  ["symbols", symbolForms, 25],
];

describe.each(tables)("%s", (_, table, least) => {
  it("has its rows, each with a form, none twice, none the word itself", () => {
    expect(Object.keys(table).length).toBeGreaterThanOrEqual(least);
    for (const [word, forms] of Object.entries(table)) {
      expect(forms.length, word).toBeGreaterThan(0);
      expect(new Set(forms).size, word).toBe(forms.length);
      expect(forms, word).not.toContain(word);
    }
  });
});

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

it.each([...Object.entries<readonly string[]>(meaningEmoji), ...Object.entries<readonly string[]>(soundEmoji)])(
  "%s as a picture: %s",
  (_, forms) => {
    for (const form of forms) expect(form).toMatch(emoji);
  },
);

it("splits a character into two parts or more", () => {
  for (const [word, forms] of Object.entries<readonly string[]>(splitForms))
    for (const form of forms) expect([...form].length, word).toBeGreaterThan([...word].length);
});
