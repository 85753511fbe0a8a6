/** Hostile rows: one dictionary with a crowded prefix, and texts made to keep a matcher busy. Each is read at full and at half length. */
import { makeDictionary } from "./dictionaries.mjs";
import { driveCandidates } from "./driver.mjs";
import { normalise } from "./engines/twopass.mjs";
import { write } from "./scan.mjs";

/**
 * @param {object} attack definitions/attack.json
 * @param {object} written what `writeInputs` returned
 * @param {{ scale: "full" | "quick", say: (line: string) => void }} options
 * @returns {Promise<object[]>} rows of the driver; `workload` is the text's name, half-length rows end in ` / 2`
 */
export async function runAttack(attack, written, { scale, say }) {
  const units = attack.units[scale];
  const crowd = crowdOf(attack);
  const repeats = attack.repeated.lengths.map((length) => attack.repeated.character.repeat(length));
  const terms = [...new Set([...written.dictionaries[attack.dictionary], ...crowd, ...repeats])];
  const dictionary = write(written.folder, "attack", terms);
  const texts = attack.texts.flatMap(({ name, kind }, i) => {
    const file = write(written.folder, `attack-${i}`, [makers[kind]({ attack, crowd, terms, units, ordinary: written.long })]);
    return [
      { name, file, units },
      { name: `${name} / 2`, file, units: units / 2 },
    ];
  });
  const sizes = Object.fromEntries(texts.map((text) => [text.name, text.units]));
  const rows = await driveCandidates({
    entries: attack.candidates.map((candidate) => ({
      candidate,
      sizes,
      question: { dictionary, texts, warmUpMilliseconds: attack.warmUpMilliseconds },
    })),
    workloads: texts.map(({ name }) => name),
    rounds: attack.rounds[scale],
    answerSecondsMax: attack.answerSecondsMax,
    say: (line) => say(`attack: ${line}`),
  });
  const answers = new Map(attack.candidates.map(({ id, answer }) => [id, answer]));
  return rows.map((row) => ({ dictionary: "attack", answer: answers.get(row.candidate), ...row }));
}

/** Terms that share the prefix and differ after it. */
function crowdOf({ prefix, crowd, seed }) {
  return makeDictionary(crowd, seed, normalise).map((tail) => prefix + tail);
}

const makers = {
  ordinary: ({ ordinary, units }) => ordinary.slice(0, units),
  crowdedPrefix: ({ attack, units }) => fill(attack.prefix + attack.wrongTail, units),
  crowdedTerms: ({ crowd, units }) => fill(crowd.join(""), units),
  allTerms: ({ terms, units }) => fill(terms.join(""), units),
  repeated: ({ attack, units }) => fill(attack.repeated.character, units),
  alternating: ({ attack, ordinary, units }) =>
    [...ordinary.slice(0, units / 2)].join(attack.noise).padEnd(units, attack.noise).slice(0, units),
  noiseRuns: ({ attack, units }) => fill([...attack.prefix].map((c) => c + attack.noise.repeat(attack.noiseRun)).join(""), units),
  noise: ({ attack, units }) => fill(attack.noise, units),
};

function fill(pattern, units) {
  return pattern.repeat(Math.ceil(units / pattern.length)).slice(0, units);
}
