/** Our matcher, through the door that users import; from the snapshot of dist/ that the run has taken. */
const { Matcher } = await import(new URL("matcher.js", process.env.NOMLM_BENCH_DIST));

export { Matcher };

/** Spans that one call may write; the texts of the main table hold a tenth of that. */
const spansMax = 1_000_000;

/**
 * @param {string[]} terms
 * @param {{ folds: "none" | "default", skipNoise: boolean, call: "count" | "findInto" }} options
 */
export function build(terms, { call, ...profile }) {
  const matcher = Matcher.compile(terms, profile);
  if (call === "count") return { count: (text) => matcher.count(text) };
  const out = new Uint32Array(3 * spansMax);
  return { count: (text) => matcher.findInto(text, out) };
}
