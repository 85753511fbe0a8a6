import { elements } from "../dictionary/model.js";
import { painter } from "./paint.js";
import type { PrettyOptions } from "./pretty.js";
import { outcomes } from "./result.js";
import type { Tally } from "./tally.js";
import { displayWidth, padToWidth } from "./width.js";
import { reportWords } from "./words.js";

/** Length of the longest bar of the summary, in columns. */
const barColumnsMax = 32;

/**
 * What a run saw, for a person: texts per outcome, texts per element, the dictionary by version and hash, what could not be read.
 * @param tally the counts
 * @returns lines ending in a line feed
 */
export function renderSummary(tally: Tally, { color = false, width = 100, language = "en" }: PrettyOptions = {}): string {
  const words = reportWords[language];
  const paint = painter(color);
  const seen = elements.filter((element) => tally.byElement[element] > 0);
  const sections = [
    paint("dim", "─".repeat(Math.min(72, Math.max(40, width)))),
    `${paint("bold", words.outcomesTitle)}  ${paint("dim", words.texts(tally.texts))}`,
    ...bars(outcomes.toReversed(), tally.byOutcome, words.outcomes, (outcome, text) => paint(`outcome-${outcome}`, text)),
    ...(seen.length === 0 ? [] : [paint("bold", words.elementsTitle)]),
    ...bars(seen, tally.byElement, words.elements, (_element, text) => text),
    ...troubles(tally, words).map((line) => paint("error", line)),
  ];
  if (tally.dictionary !== null) {
    const { id, version, sha256 } = tally.dictionary;
    sections.push(`${paint("bold", words.dictionaryTitle)}  ${id} ${version}  ${paint("dim", `sha256 ${sha256}`)}`);
  }
  return `${sections.join("\n")}\n${paint("dim", words.disclaimer)}\n`;
}

function bars<Key extends string>(
  keys: readonly Key[],
  counts: Readonly<Record<Key, number>>,
  names: Readonly<Record<Key, string>>,
  draw: (key: Key, text: string) => string,
): string[] {
  const most = Math.max(1, ...keys.map((key) => counts[key]));
  const nameColumns = Math.max(0, ...keys.map((key) => displayWidth(names[key])));
  const countColumns = String(most).length;
  return keys.map((key) => {
    const bar = "█".repeat(Math.ceil((counts[key] / most) * barColumnsMax));
    return `  ${padToWidth(names[key], nameColumns)}  ${String(counts[key]).padStart(countColumns)}  ${draw(key, bar)}`.trimEnd();
  });
}

/** What went wrong with the input, if anything did. */
function troubles(tally: Tally, words: (typeof reportWords)["en"]): string[] {
  const lines: string[] = [];
  if (tally.unreadable > 0) lines.push(words.unreadable(tally.unreadable));
  if (tally.replaced > 0) lines.push(words.replaced(tally.replaced, tally.replacedIn));
  if (tally.truncated > 0) lines.push(words.cut(tally.truncated));
  return lines;
}
