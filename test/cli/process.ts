import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
const commandLine = join(root, "dist/cli.js");

/** What a run of the command line left. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user does; `input` goes to its standard input. */
export function nomlm(argv: readonly string[], input: string | Uint8Array = "", environment: Record<string, string> = {}): Promise<Ran> {
  return new Promise((done, fail) => {
    const { NO_COLOR: _color, ...inherited } = process.env;
    const child = spawn(process.execPath, [commandLine, ...argv], { env: { ...inherited, ...environment } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", fail);
    child.on("close", (status) => done({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
    child.stdin.on("error", () => {}); // it may have ended before it read everything
    child.stdin.end(input);
  });
}

/** The lines of ndjson as objects. */
export function records(stdout: string): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A folder with files, removed by `remove`. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "nomlm-test-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
