import { isAscii } from "node:buffer";
import { decode, type Encoding, encodingOf, sampleBytesMax } from "./encoding.js";
import { lineBytesMax } from "./limits.js";

/** One line of a file. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Without the line end; empty when the line is too long. */
  readonly text: string;
  readonly ending: "\n" | "\r\n" | "";
  /** Broken byte sequences replaced in it. */
  readonly replaced: number;
  /** The line exceeds the limit of bytes and was passed over. */
  readonly tooLong: boolean;
}

/**
 * Cuts a stream of bytes into lines, in bounded memory: a batch per chunk, and of a line that runs over chunks at most the
 * limit is kept. Bytes are decoded line by line, so that a character cut by a chunk is whole again.
 * @param chunks bytes in any cut
 * @param encoding null to detect it
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, encoding: Encoding | null): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(encoding);
  for await (const chunk of chunks) {
    const lines = splitter.push(chunk);
    if (lines.length > 0) yield lines;
  }
  const rest = splitter.end();
  if (rest.length > 0) yield rest;
}

/** Fewer bytes than this are not judged before a line end or the end of the input is seen. */
const sampleBytesMin = 512;

class LineSplitter {
  private number = 0;
  private encoding: Encoding | null;
  /** Bytes held back: until the encoding is clear, and to keep UTF-16 on whole units. */
  private held: Buffer = Buffer.alloc(0);
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private tooLong = false;

  constructor(encoding: Encoding | null) {
    this.encoding = encoding;
  }

  push(chunk: Buffer): Line[] {
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    this.held = Buffer.alloc(0);
    if (this.encoding === null && this.mustWait(bytes)) {
      this.held = bytes;
      return [];
    }
    const whole = this.isUtf16() ? bytes.length & ~1 : bytes.length;
    this.held = bytes.subarray(whole);
    return this.split(bytes.subarray(0, whole));
  }

  end(): Line[] {
    if (this.encoding === null && this.held.length > 0) this.encoding = encodingOf(this.held.subarray(0, sampleBytesMax));
    const lines = this.split(this.held.subarray(0, this.isUtf16() ? this.held.length & ~1 : this.held.length));
    if (this.isUtf16() && this.held.length % 2 === 1) this.keep(this.held.subarray(-1));
    if (this.pendingBytes > 0 || this.tooLong) lines.push(this.finish(""));
    return lines;
  }

  /** ASCII is the same in UTF-8 and GB18030, so it decides nothing; other bytes decide as soon as there are enough of them. */
  private mustWait(bytes: Buffer): boolean {
    if (isAscii(bytes) && !bytes.includes(0)) return this.number === 0 && this.pendingBytes === 0 && bytes.length < 4;
    if (bytes.length < sampleBytesMin && !bytes.includes(0x0a)) return true;
    const first = bytes.findIndex((byte) => byte > 0x7f || byte === 0);
    const from = first < sampleBytesMax / 2 ? 0 : (first & ~1) - sampleBytesMin;
    this.encoding = encodingOf(bytes.subarray(from, from + sampleBytesMax));
    return false;
  }

  private isUtf16(): boolean {
    return this.encoding === "utf-16le" || this.encoding === "utf-16be";
  }

  private split(bytes: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = this.lineFeed(bytes, 0); at !== -1; at = this.lineFeed(bytes, from)) {
      this.keep(bytes.subarray(from, at));
      lines.push(this.finish("\n"));
      from = at + (this.isUtf16() ? 2 : 1);
    }
    this.keep(bytes.subarray(from));
    return lines;
  }

  /** In UTF-16 the bytes of a line feed can also be halves of two other units: only whole units count. */
  private lineFeed(bytes: Buffer, from: number): number {
    if (!this.isUtf16()) return bytes.indexOf(0x0a, from);
    const feed = this.encoding === "utf-16le" ? "\n\0" : "\0\n";
    let at = bytes.indexOf(feed, from, "latin1");
    while (at !== -1 && at % 2 === 1) at = bytes.indexOf(feed, at + 1, "latin1");
    return at;
  }

  private keep(bytes: Buffer): void {
    if (bytes.length === 0 || this.tooLong) return;
    this.pendingBytes += bytes.length;
    if (this.pendingBytes <= lineBytesMax) this.pending.push(bytes);
    else {
      this.tooLong = true;
      this.pending = [];
    }
  }

  private finish(feed: "\n" | ""): Line {
    const bytes = this.pending.length === 1 ? (this.pending[0] as Buffer) : Buffer.concat(this.pending);
    const { text, replaced } = decode(bytes, this.encoding ?? "utf-8");
    const line = lineOf(++this.number, text, feed, replaced, this.tooLong);
    this.pending = [];
    this.pendingBytes = 0;
    this.tooLong = false;
    return line;
  }
}

function lineOf(number: number, decoded: string, feed: "\n" | "", replaced: number, tooLong: boolean): Line {
  const text = number === 1 && decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded;
  if (feed === "\n" && text.endsWith("\r")) return { number, text: text.slice(0, -1), ending: "\r\n", replaced, tooLong };
  return { number, text, ending: feed, replaced, tooLong };
}
