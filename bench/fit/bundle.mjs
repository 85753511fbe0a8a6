/** Bundles the parts of the library that fitting shares with scanning. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export async function bundledRuntime() {
  const folder = mkdtempSync(join(tmpdir(), "nomlm-fit-"));
  try {
    const outfile = join(folder, "runtime.mjs");
    await build({
      entryPoints: [fileURLToPath(new URL("runtime.ts", import.meta.url))],
      bundle: true,
      format: "esm",
      outfile,
      logLevel: "error",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
