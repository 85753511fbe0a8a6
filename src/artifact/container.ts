import { sha256 } from "@noble/hashes/sha2.js";
import { NomlmError } from "../errors.js";
import { checksum64 } from "./checksum.js";
import { artifactBytesMax, sectionsMax } from "./limits.js";
import { packSparse, unpackSparse } from "./sparse.js";

/**
 * The container of every artifact: a header, a table of sections, the sections. Little-endian throughout.
 *
 *   0  magic "NOMLM\r\n\0" (a text-mode transfer breaks it)   8 u16 format version   10 u16 kind   12 u32 bytes in all
 *  16  u32 fingerprint of the fold tables   20 u32 number of sections   24 u64 checksum   32 SHA-256, or zeros
 *  64  per section: 4 ASCII letters, u32 offset, u32 length in bytes, u32 zero or, where it is packed (sparse.ts), its length unpacked;
 *      then the sections, each at a multiple of 8
 *
 * SHA-256 covers bytes 0–23 and everything from byte 64, the checksum also the hash. The checksum is tested on every load, the hash where one can wait for it.
 */
export const formatVersion = 1;
export const artifactKinds = { matcher: 1, dictionary: 2 } as const;
export type ArtifactKind = keyof typeof artifactKinds;

const magic = Uint8Array.of(0x4e, 0x4f, 0x4d, 0x4c, 0x4d, 0x0d, 0x0a, 0x00);
const headerBytes = 64;
const entryBytes = 16;
const checksumAt = 24;
const hashAt = 32;

export interface Section {
  /** Four ASCII characters. */
  readonly tag: string;
  readonly bytes: Uint8Array;
  /** Leave zeros out where that saves much? Then the section is unpacked when it is read, and not a view of the artifact. */
  readonly sparse?: boolean;
}

/** A section as it is written. */
interface Stored {
  readonly tag: string;
  readonly bytes: Uint8Array;
  /** Bytes when unpacked, or 0. */
  readonly unpacked: number;
}

export interface ContainerParts {
  readonly kind: ArtifactKind;
  readonly foldFingerprint: number;
  readonly sections: readonly Section[];
  /** Also write a SHA-256? */
  readonly hash: boolean;
}

/** An opened container. Sections are views of the caller's bytes, not copies, but for packed ones. */
export interface Container {
  readonly foldFingerprint: number;
  /** Hex, or 64 zeros where the artifact carries none. */
  readonly sha256: string;
  has(tag: string): boolean;
  bytes(tag: string): Uint8Array;
  u16(tag: string): Uint16Array;
  u32(tag: string): Uint32Array;
  i32(tag: string): Int32Array;
}

/**
 * Writes a container; the same parts give the same bytes.
 * @returns the artifact, in a buffer of its own
 */
export function writeContainer(parts: ContainerParts): Uint8Array {
  const sections = parts.sections.map(stored);
  const starts: number[] = [];
  let at = align(headerBytes + sections.length * entryBytes);
  for (const section of sections) {
    starts.push(at);
    at = align(at + section.bytes.length);
  }
  if (at > artifactBytesMax)
    throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `the artifact would have ${at} bytes, more than ${artifactBytesMax}`);
  const bytes = new Uint8Array(at);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint16(8, formatVersion, true);
  view.setUint16(10, artifactKinds[parts.kind], true);
  view.setUint32(12, at, true);
  view.setUint32(16, parts.foldFingerprint >>> 0, true);
  view.setUint32(20, sections.length, true);
  sections.forEach((section, i) => {
    writeEntry(view, headerBytes + i * entryBytes, section, starts[i]);
    bytes.set(section.bytes, starts[i]);
  });
  seal(bytes, parts.hash);
  return bytes;
}

function stored({ tag, bytes, sparse = false }: Section): Stored {
  const packed = sparse ? packSparse(bytes) : null;
  return packed === null ? { tag, bytes, unpacked: 0 } : { tag, bytes: packed, unpacked: bytes.length };
}

function writeEntry(view: DataView, at: number, section: Stored, start: number): void {
  for (let k = 0; k < 4; k++) view.setUint8(at + k, section.tag.charCodeAt(k));
  view.setUint32(at + 4, start, true);
  view.setUint32(at + 8, section.bytes.length, true);
  view.setUint32(at + 12, section.unpacked, true);
}

/**
 * Writes checksum and hash over what the bytes hold now.
 * @param hash also write a SHA-256, or zeros
 */
export function seal(bytes: Uint8Array, hash: boolean): void {
  bytes.fill(0, checksumAt, headerBytes);
  if (hash) bytes.set(sha256(hashedPart(bytes)), hashAt);
  const [low, high] = checksum64(bytes, checksumAt, hashAt);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(checksumAt, low, true);
  view.setUint32(checksumAt + 4, high, true);
}

/** What SHA-256 covers. */
function hashedPart(bytes: Uint8Array): Uint8Array {
  const part = new Uint8Array(bytes.length - (headerBytes - checksumAt));
  part.set(bytes.subarray(0, checksumAt));
  part.set(bytes.subarray(headerBytes), checksumAt);
  return part;
}

/**
 * Opens a container and checks everything that does not depend on what the sections mean.
 * @param source the artifact; adopted, not copied, where it is aligned to 8 bytes
 * @throws NOMLM_ARTIFACT_TRUNCATED, _MAGIC, _VERSION, _KIND, _LIMIT, _CHECKSUM, _SECTION
 */
export function readContainer(source: Uint8Array, kind: ArtifactKind): Container {
  if (!(source instanceof Uint8Array)) throw new NomlmError("NOMLM_ARTIFACT_MAGIC", "an artifact is a Uint8Array");
  const bytes = source.byteOffset % 8 === 0 ? source : source.slice();
  const view = checkedHeader(bytes, kind);
  checkSum(bytes, view);
  const sections = readEntries(bytes, view);
  return {
    foldFingerprint: view.getUint32(16, true),
    sha256: Array.from(bytes.subarray(hashAt, headerBytes), (byte) => byte.toString(16).padStart(2, "0")).join(""),
    has: (tag) => sections.has(tag),
    bytes: (tag) => section(sections, tag),
    u16: (tag) => {
      const s = whole(section(sections, tag), 2, tag);
      return new Uint16Array(s.buffer, s.byteOffset, s.length >> 1);
    },
    u32: (tag) => {
      const s = whole(section(sections, tag), 4, tag);
      return new Uint32Array(s.buffer, s.byteOffset, s.length >> 2);
    },
    i32: (tag) => {
      const s = whole(section(sections, tag), 4, tag);
      return new Int32Array(s.buffer, s.byteOffset, s.length >> 2);
    },
  };
}

/**
 * Compares the SHA-256 with the bytes.
 * @returns the hash in hex
 * @throws NOMLM_ARTIFACT_HASH
 */
export async function checkHash(bytes: Uint8Array): Promise<string> {
  if (bytes.length < headerBytes) throw new NomlmError("NOMLM_ARTIFACT_TRUNCATED");
  const found = await digest(hashedPart(bytes));
  if (found.some((byte, i) => byte !== bytes[hashAt + i])) throw new NomlmError("NOMLM_ARTIFACT_HASH");
  return Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** WebCrypto where the host offers it (it is absent on insecure pages), else the bundled implementation. */
async function digest(data: Uint8Array): Promise<Uint8Array> {
  const subtle = globalThis.crypto?.subtle;
  return subtle ? new Uint8Array(await subtle.digest("SHA-256", data as Uint8Array<ArrayBuffer>)) : sha256(data);
}

function checkedHeader(bytes: Uint8Array, kind: ArtifactKind): DataView {
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1)
    throw new NomlmError("NOMLM_ARTIFACT_VERSION", "artifacts are little-endian, this machine is not");
  for (let i = 0; i < Math.min(magic.length, bytes.length); i++) if (bytes[i] !== magic[i]) throw new NomlmError("NOMLM_ARTIFACT_MAGIC");
  if (bytes.length < headerBytes) throw new NomlmError("NOMLM_ARTIFACT_TRUNCATED");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint16(8, true);
  if (version !== formatVersion)
    throw new NomlmError(
      "NOMLM_ARTIFACT_VERSION",
      `format ${version}, this library reads ${formatVersion}; update the library or rebuild the artifact`,
    );
  if (bytes.length > artifactBytesMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${artifactBytesMax} bytes`);
  if (view.getUint32(12, true) !== bytes.length)
    throw new NomlmError("NOMLM_ARTIFACT_TRUNCATED", `the header says ${view.getUint32(12, true)} bytes, there are ${bytes.length}`);
  if (bytes.length % 8 !== 0) throw new NomlmError("NOMLM_ARTIFACT_SECTION", "the length is no multiple of 8");
  if (view.getUint16(10, true) !== artifactKinds[kind]) throw new NomlmError("NOMLM_ARTIFACT_KIND", `not an artifact of kind ${kind}`);
  return view;
}

function checkSum(bytes: Uint8Array, view: DataView): void {
  const [low, high] = checksum64(bytes, checksumAt, hashAt);
  if (view.getUint32(checksumAt, true) !== low || view.getUint32(checksumAt + 4, true) !== high)
    throw new NomlmError("NOMLM_ARTIFACT_CHECKSUM");
}

function readEntries(bytes: Uint8Array, view: DataView): Map<string, Uint8Array> {
  const count = view.getUint32(20, true);
  if (count > sectionsMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${sectionsMax} sections`);
  let free = headerBytes + count * entryBytes;
  if (free > bytes.length) throw new NomlmError("NOMLM_ARTIFACT_SECTION");
  const sections = new Map<string, Uint8Array>();
  let unpackedBytes = 0;
  for (let i = 0; i < count; i++) {
    const at = headerBytes + i * entryBytes;
    const tag = String.fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
    const start = view.getUint32(at + 4, true);
    const end = start + view.getUint32(at + 8, true);
    if (start !== align(free) || end > bytes.length || sections.has(tag)) throw new NomlmError("NOMLM_ARTIFACT_SECTION");
    const unpacked = view.getUint32(at + 12, true);
    unpackedBytes += unpacked;
    if (unpackedBytes > artifactBytesMax) throw new NomlmError("NOMLM_ARTIFACT_LIMIT", `more than ${artifactBytesMax} bytes unpacked`);
    sections.set(tag, unpacked === 0 ? bytes.subarray(start, end) : unpackSparse(bytes.subarray(start, end), unpacked));
    free = end;
  }
  return sections;
}

function section(sections: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const found = sections.get(tag);
  if (found === undefined) throw new NomlmError("NOMLM_ARTIFACT_SECTION", `the section ${tag} is missing`);
  return found;
}

function whole(bytes: Uint8Array, unitBytes: number, tag: string): Uint8Array {
  if (bytes.length % unitBytes !== 0) throw new NomlmError("NOMLM_ARTIFACT_SECTION", `the section ${tag} has a broken length`);
  return bytes;
}

function align(offset: number): number {
  return (offset + 7) & ~7;
}
