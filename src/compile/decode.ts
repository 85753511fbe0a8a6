/** How the bytes of a source file were understood. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
  /** Is the text what the bytes say? If not, U+FFFD stands where it was broken. */
  readonly whole: boolean;
}

/**
 * Turns the bytes of a source file into text: UTF-8 with or without mark, UTF-16 (Excel's "Unicode text"), or GB18030 with GBK in it
 * (what Chinese Excel saves as CSV). Line ends become `\n`, so that a file means the same whoever saved it.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  const decoded = decodeBytes(bytes);
  return { ...decoded, text: decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") };
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodeAs(utf16, bytes) ?? { text: lossy(utf16, bytes), encoding: utf16, whole: false };
  const gb = () => decodeAs("gb18030", bytes);
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== null) return looksLikeGbk(utf8.text, bytes) ? (gb() ?? utf8) : utf8;
  const broken: Decoded = { text: lossy("utf-8", bytes), encoding: "utf-8", whole: false };
  return isMostlyUtf8(broken.text) ? broken : (gb() ?? broken);
}

/** By the mark, or by where the zero bytes of the header's ASCII letters stand. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length >= 4 && bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return "utf-16le";
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) return "utf-16be";
  return null;
}

function decodeAs(encoding: Decoded["encoding"], bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, whole: true };
  } catch {
    return null; // broken, or a host without this encoding: the caller has another reading
  }
}

function lossy(encoding: Decoded["encoding"], bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A short GBK file can happen to be valid UTF-8 (联通 is): then it seems to hold Greek or Cyrillic letters and no Han at all. */
function looksLikeGbk(text: string, bytes: Uint8Array): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return false;
  return /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text);
}

/** One damaged character in a UTF-8 file leaves nearly all others readable; GBK read as UTF-8 leaves next to none. */
function isMostlyUtf8(text: string): boolean {
  const broken = text.match(/\ufffd+/g)?.length ?? 0;
  const read = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  return read > 4 * broken;
}
