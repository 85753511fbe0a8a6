import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContainer, seal, writeContainer } from "../../src/artifact/container.js";
import { packSparse, unpackSparse } from "../../src/artifact/sparse.js";

const sparse = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 0xffff_ffff })), { maxLength: 300 })
  .map((words) => new Uint8Array(Uint32Array.from(words).buffer));

function code(action: () => unknown): string {
  try {
    action();
    return "";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("packed sections", () => {
  it("come out as they went in, where packing saves anything", () => {
    fc.assert(
      fc.property(sparse, (bytes) => {
        const packed = packSparse(bytes);
        if (packed === null) return;
        expect(packed.length).toBeLessThanOrEqual(0.9 * bytes.length);
        expect(unpackSparse(packed, bytes.length)).toEqual(bytes);
      }),
    );
    expect(packSparse(new Uint8Array(4096))?.length).toBe(128);
    expect(packSparse(new Uint8Array(4096).fill(1))).toBe(null);
    expect(packSparse(new Uint8Array(4095))).toBe(null);
  });

  it("are read through the container like any other", () => {
    const bytes = new Uint8Array(8192);
    bytes[77] = 5;
    const parts = { kind: "dictionary", foldFingerprint: 1, hash: false } as const;
    const plain = writeContainer({ ...parts, sections: [{ tag: "ABCD", bytes }] });
    const packed = writeContainer({ ...parts, sections: [{ tag: "ABCD", bytes, sparse: true }] });
    expect(packed.length).toBeLessThan(500);
    expect(readContainer(packed, "dictionary").bytes("ABCD")).toEqual(readContainer(plain, "dictionary").bytes("ABCD"));
  });

  it("are refused where bitmap, words and length do not belong together", () => {
    const packed = packSparse(Uint8Array.of(...new Uint8Array(400), 1, 2, 3, 4)) as Uint8Array;
    expect(unpackSparse(packed, 404).length).toBe(404);
    expect(code(() => unpackSparse(packed, 400))).toBe("NOMLM_ARTIFACT_SECTION");
    expect(code(() => unpackSparse(packed, 402))).toBe("NOMLM_ARTIFACT_SECTION");
    expect(code(() => unpackSparse(packed, 40_000))).toBe("NOMLM_ARTIFACT_SECTION");
    expect(code(() => unpackSparse(packed.subarray(0, packed.length - 4), 404))).toBe("NOMLM_ARTIFACT_SECTION");
    expect(code(() => unpackSparse(packed.subarray(0, 2), 404))).toBe("NOMLM_ARTIFACT_SECTION");
  });

  it("take no more room than an artifact may have, whatever they promise", () => {
    const words = new Uint8Array(8192);
    const section = (tag: string) => ({ tag, bytes: words, sparse: true });
    const artifact = writeContainer({ kind: "dictionary", foldFingerprint: 1, hash: false, sections: [section("AAAA")] });
    new DataView(artifact.buffer).setUint32(64 + 12, 0xffff_fffc, true);
    seal(artifact, false);
    expect(code(() => readContainer(artifact, "dictionary"))).toBe("NOMLM_ARTIFACT_LIMIT");
  });
});
