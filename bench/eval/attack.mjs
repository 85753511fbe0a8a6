/**
 * How many disguises of the dictionary's terms are seen through. The disguises are made by test/attack/, which knows nothing of the
 * product; the product is seen from outside only, through its doors.
 */
import { cueCarriers, neutralCarriers, supportCarriers } from "../../test/attack/carriers.mjs";
import { allKinds, combine, generate } from "../../test/attack/generate.mjs";
import { table } from "../tables.mjs";

const seed = 14;
const uses = new Set(["hit", "mention", "cue"]);
/** The kinds that alter sound and form: goals are stated for them together. */
const soundAndForm = new Set(
  "width lookalike traditional variant split shape pinyin mixed_pinyin homophone near_homophone emoji_sound".split(" "),
);
const letters = { min: 2, max: 8 };
/** Abbreviations that people write; only these are made. */
const listedInitials = {
  传销: ["cx"],
  资金盘: ["zjp"],
  拉人头: ["lrt"],
  入门费: ["rmf"],
  直销: ["zx"],
  发展下线: ["fzxx"],
  直推: ["zt"],
  下线: ["xx"],
};

/**
 * @param {{ createFilter: Function, builtinDictionary: Function, dictionaryOf: Function }} build
 * @param {{ perKind: number, perPair: number }} [sizes] how many disguises at most of each kind, and of each two kinds combined
 * @returns {Promise<string>} tables to print
 */
export async function runAttack(build, { perKind, perPair } = { perKind: 200, perPair: 8 }) {
  const filter = await build.createFilter();
  const all = sourcesOf(await build.dictionaryOf(await build.builtinDictionary()));
  const terms = all.filter((term) => isFoundPlain(filter, term));
  const single = judge(filter, generate({ terms, kinds: allKinds, perKind, seed }));
  const pairs = judge(filter, generate({ terms, kinds: pairsOf(allKinds), perKind: perPair, seed }));
  const inPairs = allKinds.map(({ kind }) =>
    totalOf(
      kind,
      pairs.filter((row) => row.kind.split("+").includes(kind)),
    ),
  );
  const forms = totalOf(
    "sound and form",
    single.filter(({ kind }) => soundAndForm.has(kind)),
  );
  return [
    ...titleOf(all, terms),
    kindTable([...single, forms, totalOf("all kinds", single)]),
    thinLine(single, perKind),
    "## Two kinds combined",
    `Up to ${perPair} disguises of each of ${pairs.length} pairs, by the kinds that take part; ${pairs.filter(({ generated }) => generated === 0).length} pairs apply to no term.`,
    kindTable([...inPairs, totalOf("all pairs", pairs)]),
  ].join("\n\n");
}

/** Terms and cues that can be sources; one text may be both, so its use goes with it. */
function sourcesOf({ terms }) {
  const fits = ({ use, text }) => uses.has(use) && [...text].length >= letters.min && [...text].length <= letters.max;
  return terms.filter(fits).map(({ id, text, use }) => ({ id, text, cue: use === "cue", initials: listedInitials[text] ?? [] }));
}

/** What is not found undisguised in every carrier (a required neighbour, a border of words) says nothing about disguises. */
function isFoundPlain(filter, term) {
  return (term.cue ? cueCarriers : [...neutralCarriers, ...supportCarriers]).every((carrier) => {
    const start = carrier.indexOf("%");
    return isResolved(filter.scan(carrier.replace("%", term.text)), { term, start, end: start + term.text.length }) !== null;
  });
}

/**
 * A hit of the term, or a sighting of the cue, with exactly the disguise's span.
 * @returns {{ undone: boolean } | null} a sighting does not say what was undone
 */
function isResolved({ hits, context }, { term, start, end }) {
  const spans = term.cue ? (context?.spans ?? []) : hits.filter(({ termId }) => termId === term.id);
  const span = spans.find((other) => other.start === start && other.end === end);
  return span === undefined ? null : { undone: (span.undone ?? []).length > 0 };
}

/** Every pair once. */
function pairsOf(kinds) {
  const pairs = kinds.flatMap((first, i) => kinds.slice(i + 1).map((second) => combine(first, second)));
  return pairs.filter((pair) => pair !== null);
}

function judge(filter, generated) {
  return [...generated].map(([kind, attacks]) => countsOf(kind, attacks, (attack) => isResolved(filter.scan(attack.text), attack)));
}

function countsOf(kind, attacks, resolve) {
  const row = { kind, ...emptyCounts() };
  for (const attack of attacks) {
    const resolved = resolve(attack);
    const { cue } = attack.term;
    add(row, { generated: 1, cues: cue });
    if (resolved) add(row, { resolved: 1, named: !cue && resolved.undone, hits: !cue, cuesResolved: cue });
  }
  return row;
}

function emptyCounts() {
  return { generated: 0, resolved: 0, hits: 0, named: 0, cues: 0, cuesResolved: 0 };
}

function add(row, counts) {
  for (const [name, count] of Object.entries(counts)) row[name] += Number(count);
}

function totalOf(kind, rows) {
  const total = { kind, ...emptyCounts() };
  for (const { kind: _, ...counts } of rows) add(total, counts);
  return total;
}

function titleOf(all, terms) {
  const cues = terms.filter(({ cue }) => cue).length;
  const left = all.filter((term) => !terms.includes(term)).map(({ text }) => text);
  return [
    `# Disguises of ${terms.length - cues} terms and ${cues} cues, seed ${seed}`,
    "Resolved = a hit of the term (for a cue: a span of the result's context) with exactly the disguise's span. Named = of the resolved terms, those whose hit says what was undone; a span of the context cannot say it.",
    ...(left.length ? [`No sources, since they are not found undisguised in every carrier: ${left.join(", ")}.`] : []),
  ];
}

function kindTable(rows) {
  return table(["kind", "generated", "resolved", "share", "named", "cues", "cues resolved"], rows.map(cellsOf));
}

function cellsOf({ kind, generated, resolved, named, hits, cues, cuesResolved }) {
  const cells = [kind, generated, resolved, share(resolved, generated), share(named, hits), cues, share(cuesResolved, cues)];
  return cells.map(String);
}

function share(part, whole) {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

function thinLine(rows, perKind) {
  const thin = rows.filter(({ generated }) => generated < perKind);
  return thin.length === 0
    ? `Every kind has ${perKind}.`
    : `Fewer than ${perKind}: ${thin.map(({ kind, generated }) => `${kind} ${generated}`).join(", ")}.`;
}
