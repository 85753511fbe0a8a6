/** Traditional, Taiwan, Hong Kong and Japanese forms, the whole term or some of its characters: 發展下線. */
import { replaceLetters } from "../letters.mjs";
import { traditionalTexts } from "../tables/traditional.mjs";

/** Half the time the whole term is written so, which is the usual case. */
const wholeShare = 0.5;

/** @type {import("../letters.mjs").Kind} */
export const traditional = {
  kind: "traditional",
  undone: "traditional",
  layer: "letters",
  disguise: ({ text }, random) => {
    const whole = traditionalTexts(text)
      .map((form) => [...form])
      .filter((form) => form.length === [...text].length);
    const form = random.pick(whole);
    const choicesOf = random.chance(wholeShare) ? (_, i) => [form[i]] : (_, i) => [...new Set(whole.map((letters) => letters[i]))];
    return replaceLetters(text, choicesOf, random, random.chance(wholeShare) ? 1 : undefined);
  },
};
