import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { folderWith, root } from "./process.js";

/** A file of this size is read; were it held, or its results, the run would take several times the ceiling. */
const inputBytes = 60e6;
/** Node alone takes about 50 MB, its heap for short-lived strings up to 100 MB more. */
const residentBytesMax = 300e6;

const files = folderWith({});
afterAll(files.remove);

it("scans a large file, to a slow reader, in bounded memory", async () => {
  // The child tells its own peak when it ends; a preload keeps that out of the product.
  const preload = files.path("peak.mjs");
  writeFileSync(preload, 'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS * 1024));');
  const child = spawn(process.execPath, ["--import", pathToFileURL(preload).href, join(root, "dist/cli.js"), "scan", "--input", "ndjson"]);
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const status = new Promise<number | null>((resolve) => child.on("close", resolve));
  const fed = feed(child.stdin);
  const ids = createHash("sha256");
  let rest = "";
  let lines = 0;
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() as string;
    for (const line of parts) ids.update(`${/"id":"([^"]*)"/.exec(line)?.[1]}\n`);
    lines += parts.length;
    await new Promise((resolve) => setImmediate(resolve)); // slower than the scan: what it cannot send must wait, not pile up
  }
  const expected = await fed;
  expect(await status).toBe(0);
  expect([lines, ids.digest("hex")]).toEqual([expected.lines, expected.ids]);
  expect(Number(/peak (\d+)/.exec(stderr)?.[1])).toBeLessThan(residentBytesMax);
});

async function feed(stdin: NodeJS.WritableStream): Promise<{ lines: number; ids: string }> {
  const ids = createHash("sha256");
  let lines = 0;
  for (let bytes = 0; bytes < inputBytes; ) {
    let batch = "";
    for (let k = 0; k < 500; k++) {
      ids.update(`m${lines}\n`);
      const text =
        lines % 50 === 0 ? "交3800元入门费，直推一人奖励800" : "周末的羽毛球场地订好了，六点在东门集合，记得带水。".repeat(1 + (lines % 7));
      batch += `${JSON.stringify({ id: `m${lines++}`, text })}\n`;
    }
    bytes += Buffer.byteLength(batch);
    if (!stdin.write(batch)) await new Promise((resolve) => stdin.once("drain", resolve));
  }
  stdin.end();
  return { lines, ids: ids.digest("hex") };
}
