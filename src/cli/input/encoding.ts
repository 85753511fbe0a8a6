import { isUtf8 } from "node:buffer";

/** Encodings that input may have. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes as text, and how many broken sequences were replaced by U+FFFD in it. */
export interface Decoded {
  readonly text: string;
  readonly replaced: number;
}

/** Bytes that are looked at to tell an encoding. */
export const sampleBytesMax = 64 * 1024;

/**
 * Tells the encoding of the beginning of a file.
 * Mark first; then UTF-8 if the sample is valid; then whichever of UTF-8 (with damage), GB18030 and UTF-16 reads best.
 * @param sample the first bytes; may end inside a character
 */
export function encodingOf(sample: Buffer): Encoding {
  const marked = markOf(sample);
  if (marked !== null) return marked;
  const hasZero = sample.includes(0);
  if (!hasZero && (isValid(sample, "utf-8") || isMostlyUtf8(sample))) return "utf-8";
  const candidates: Encoding[] = hasZero ? ["utf-8", "utf-16le", "utf-16be"] : ["utf-8", "gb18030", "utf-16le", "utf-16be"];
  let best: Encoding = "utf-8";
  for (const candidate of candidates) if (readability(sample, candidate) > readability(sample, best)) best = candidate;
  return best;
}

/**
 * Decodes a whole line or file. Nothing is lost: what is not valid becomes U+FFFD and is counted. Lone surrogates of UTF-16 stay.
 * @param bytes not cut inside a character, unless the input is
 */
export function decode(bytes: Buffer, encoding: Encoding): Decoded {
  if (encoding === "utf-16le") return decodeUtf16(bytes);
  if (encoding === "utf-16be") return decodeUtf16(swapped(bytes));
  if (encoding === "utf-8" ? isUtf8(bytes) : isValid(bytes, encoding)) return { text: validText(bytes, encoding), replaced: 0 };
  const text = lenient(bytes, encoding);
  return { text, replaced: Math.max(0, occurrences(text, "\ufffd") - genuine(bytes, encoding)) };
}

function markOf(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return "gb18030";
  return null;
}

/** Valid as far as the sample goes: a character cut off at its end is no fault. */
function isValid(bytes: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Damage leaves most bytes of a UTF-8 file inside valid sequences; other encodings form such sequences only by accident. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let high = 0;
  for (const byte of bytes) if (byte > 0x7f) high++;
  const readable = lenient(bytes, "utf-8").replace(/[\0-\x7f\ufffd]/g, "");
  return Buffer.byteLength(readable) >= high * 0.7;
}

/** Share of characters that Chinese text is made of: Han, kana, Chinese and Latin punctuation, letters, digits, line ends. */
function readability(bytes: Buffer, encoding: Encoding): number {
  const text = decode(bytes.subarray(0, bytes.length & ~1), encoding).text;
  const ordinary = text.match(/[\t\n\r -~·—‘’“”…\u3000-\u30ff\u4e00-\u9fff\uff00-\uffee]/g)?.length ?? 0;
  return text === "" ? 0 : ordinary / text.length;
}

function decodeUtf16(bytes: Buffer): Decoded {
  const text = bytes.toString("utf16le");
  return bytes.length % 2 === 0 ? { text, replaced: 0 } : { text: `${text}\ufffd`, replaced: 1 };
}

function swapped(bytes: Buffer): Buffer {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
  return bytes.length % 2 === 0 ? even : Buffer.concat([even, bytes.subarray(-1)]);
}

function validText(bytes: Buffer, encoding: Encoding): string {
  return encoding === "utf-8" ? bytes.toString("utf8") : lenient(bytes, encoding);
}

const decoders = new Map<Encoding, TextDecoder>();

function lenient(bytes: Buffer, encoding: Encoding): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { ignoreBOM: true });
  decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}

/** U+FFFD that the input itself holds. */
function genuine(bytes: Buffer, encoding: Encoding): number {
  const spelled = encoding === "utf-8" ? [0xef, 0xbf, 0xbd] : [0x84, 0x31, 0xa4, 0x37];
  return occurrences(bytes.toString("latin1"), String.fromCharCode(...spelled));
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
