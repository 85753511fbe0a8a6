/** What the unit table cannot say: surrogate pairs, one-to-many forms, markup. */
import { markupLength } from "./markup.js";
import { type FoldOptions, profileCount, profileOf } from "./options.js";
import { FoldedPages } from "./pages.js";

/** Folds the special unit at `text[at]`; see {@link foldSpecial}. */
export type SpecialFold = (text: Uint16Array, at: number, end: number, out: Uint16Array) => number;

/**
 * @returns a function to call for each unit that `foldUnits` marks special. It reads `text` from `at` and below `end`, writes at most
 * 18 folded units to `out[0…]` and returns `(units consumed << 8) | units written`. Markup of up to 48 units is consumed whole with
 * nothing written; a lone surrogate is noise with `skipNoise` and itself without. `null` where `foldUnits` marks nothing.
 */
export function foldSpecial(options: FoldOptions): SpecialFold | null {
  if (options.folds === "none" && !options.skipNoise) return null;
  const pages = pagesOf(options);
  return (text, at, end, out) => {
    const unit = text[at];
    if (unit < 0x80) return (markupLength(text, at, end) || 1) << 8;
    const pair = isPair(text, at, end);
    const point = pair ? (unit << 10) + text[at + 1] - 0x35fdc00 : unit;
    return ((pair ? 2 : 1) << 8) | pages.write(point, out);
  };
}

const pagesByProfile: (FoldedPages | undefined)[] = new Array(profileCount).fill(undefined);

/** Pages are shared by all callers of one profile. */
function pagesOf(options: FoldOptions): FoldedPages {
  const profile = profileOf(options);
  const pages = pagesByProfile[profile] ?? new FoldedPages(options);
  pagesByProfile[profile] = pages;
  return pages;
}

function isPair(text: Uint16Array, at: number, end: number): boolean {
  return (text[at] & 0xfc00) === 0xd800 && at + 1 < end && (text[at + 1] & 0xfc00) === 0xdc00;
}
