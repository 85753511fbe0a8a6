/**
 * Copying UTF-16 units out of strings. A typed array is read several times faster than a string, and where the host
 * has `Buffer` (Node, Bun, Deno) the copy itself is close to a memory copy.
 */

/** Below this length a loop beats the call into the host (measured: a call costs as much as about 40 units of the loop). */
const loopUnitsMax = 40;

interface HostBuffer {
  write(text: string, offset: number, length: number, encoding: "utf16le"): number;
}
interface HostBufferConstructor {
  from(buffer: ArrayBufferLike, byteOffset: number, byteLength: number): HostBuffer;
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * A writer into one fixed buffer.
 * @param target where the units go, from index 0
 * @returns a function that writes `text.slice(from, to)` (at most `target.length` units) into the buffer
 */
export function unitWriter(target: Uint16Array): (text: string, from: number, to: number) => void {
  const host = (globalThis as { Buffer?: HostBufferConstructor }).Buffer;
  if (host === undefined || !littleEndian) return (text, from, to) => copyByLoop(text, from, to, target);
  const bytes = host.from(target.buffer, target.byteOffset, target.byteLength);
  return (text, from, to) => {
    if (to - from <= loopUnitsMax) copyByLoop(text, from, to, target);
    else bytes.write(to - from === text.length ? text : text.substring(from, to), 0, (to - from) * 2, "utf16le");
  };
}

function copyByLoop(text: string, from: number, to: number, target: Uint16Array): void {
  for (let i = from, k = 0; i < to; i++, k++) target[k] = text.charCodeAt(i);
}

/** Is the unit the first half of a surrogate pair? */
export function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

/** Is the unit the second half of a surrogate pair? */
export function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

/** Does the text hold a surrogate that is no half of a pair? */
export function hasLoneSurrogate(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isLowSurrogate(unit)) return true;
    if (!isHighSurrogate(unit)) continue;
    if (i + 1 === text.length || !isLowSurrogate(text.charCodeAt(i + 1))) return true;
    i++;
  }
  return false;
}
