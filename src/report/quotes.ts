import { inertLine } from "./inert.js";
import { cutToWidth } from "./width.js";

/** Columns given to a piece of the text; a longer one is cut. */
export const quoteColumnsMax = 40;
/** Different quotes shown in one row. */
const quotesMax = 6;

/** `“入门费” “直推” …`: distinct pieces of a text, safe to print, or nothing where there are none. */
export function quotesRow(quotes: readonly { readonly text: string }[]): string {
  const texts = [...new Set(quotes.map(({ text }) => text))];
  const shown = texts.slice(0, quotesMax).map((text) => `“${cutToWidth(inertLine(text), quoteColumnsMax)}”`);
  return [...shown, ...(texts.length > quotesMax ? ["…"] : [])].join(" ");
}
