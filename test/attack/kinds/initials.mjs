/** First letters, only those that the caller lists for a term: cx, zjp. */

const casings = [(word) => word, (word) => word.toUpperCase(), (word) => word[0].toUpperCase() + word.slice(1)];

/** @type {import("../letters.mjs").Kind} */
export const initials = {
  kind: "initials",
  undone: "initials",
  layer: "words",
  disguise: ({ text, initials: listed = [] }, random) => {
    if (listed.length === 0) return null;
    const to = random.pick(casings)(random.pick(listed));
    return { text: to, changes: [{ from: text, to }] };
  },
};
