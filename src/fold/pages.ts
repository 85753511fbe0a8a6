/** What each code point becomes, remembered by pages of 256, so that a text full of emoji or ligatures costs a look each. */
import type { FoldOptions } from "./options.js";
import { foldedUnitsMax, writePoint, writeUnits } from "./points.js";

const pagePoints = 256;
/** Entry of a page: the code point is noise. */
const entryNoise = 0;
/** Entry of a page: the code point stays itself. Greater ones are places in `starts`. */
const entrySame = 1;

/**
 * The folded form of every code point of a profile. A page is made when it is first met: at most 4,352 pages of 512 bytes, and the
 * units of the few thousand code points that change.
 */
export class FoldedPages {
  private readonly options: FoldOptions;
  private readonly pages: (Uint16Array | undefined)[] = new Array(0x110000 / pagePoints).fill(undefined);
  private readonly units: number[] = [];
  /** Where the units of an entry begin; the two entries without units own none. */
  private readonly starts: number[] = [0, 0, 0];

  constructor(options: FoldOptions) {
    this.options = options;
  }

  /** Writes the folded units of a code point to `out[0…]`. @returns how many */
  write(point: number, out: Uint16Array): number {
    const entry = (this.pages[point >> 8] ?? this.makePage(point >> 8))[point & 0xff];
    if (entry === entryNoise) return 0;
    if (entry === entrySame) return writeUnits(point, out, 0);
    const from = this.starts[entry];
    const count = this.starts[entry + 1] - from;
    for (let place = 0; place < count; place++) out[place] = this.units[from + place];
    return count;
  }

  private makePage(number: number): Uint16Array {
    const page = new Uint16Array(pagePoints);
    const written = new Uint16Array(foldedUnitsMax);
    for (let place = 0; place < pagePoints; place++) page[place] = this.entryOf(number * pagePoints + place, written);
    this.pages[number] = page;
    return page;
  }

  private entryOf(point: number, written: Uint16Array): number {
    const count = writePoint(point, this.options, written, 0);
    if (count === 0) return entryNoise;
    if (isSame(point, written, count)) return entrySame;
    for (let place = 0; place < count; place++) this.units.push(written[place]);
    this.starts.push(this.units.length);
    return this.starts.length - 2;
  }
}

function isSame(point: number, written: Uint16Array, count: number): boolean {
  const own = new Uint16Array(2);
  return writeUnits(point, own, 0) === count && written[0] === own[0] && (count === 1 || written[1] === own[1]);
}
