/** Bytes as a stream cut at the given places, for tests of readers. */
export async function* cutAt(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, bytes.length]) {
    if (place > from) yield Buffer.from(bytes.subarray(from, place));
    from = place;
  }
}

/** Everything a stream of batches gives. */
export async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
