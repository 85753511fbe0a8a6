import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

interface Lock {
  readonly packages: Record<string, { optionalDependencies?: Record<string, string>; devDependencies?: Record<string, string> }>;
}

const folders = [".", "test/tools/segmenters", "test/tools/segmenters-lowest"];
const place = mkdtempSync(join(tmpdir(), "nomlm-lock-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("tools/check/lock.mjs", () => {
  it.each(folders)("finds no fault in the lock of %s", (folder) => {
    expect(check(folder)).toEqual({ status: 0, problems: [] });
  });

  it("misses every platform's part that is taken out", () => {
    const lock = read(".");
    const parts = Object.keys(lock.packages["node_modules/rollup"]?.optionalDependencies ?? {});
    expect(parts.length).toBeGreaterThan(20);
    for (const part of parts.filter((name) => /darwin|win32/.test(name))) {
      const { status, problems } = check(changed((copy) => delete copy.packages[`node_modules/${part}`]));
      expect(status).toBe(1);
      expect(problems.some((line) => line.includes(part))).toBe(true);
    }
  });

  it("sees a package.json and a lock that say different things", () => {
    const { status, problems } = check(
      changed((copy) => {
        (copy.packages[""]?.devDependencies as Record<string, string>).tsup = "^8.0.0";
      }),
    );
    expect(status).toBe(1);
    expect(problems).toHaveLength(1);
  });
});

/** A copy of the root's package.json and lock with one change. */
function changed(change: (lock: Lock) => void): string {
  const lock = read(".");
  change(lock);
  copyFileSync("package.json", join(place, "package.json"));
  writeFileSync(join(place, "package-lock.json"), JSON.stringify(lock));
  return place;
}

function read(folder: string): Lock {
  return JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
}

function check(folder: string): { status: number; problems: string[] } {
  try {
    execFileSync(process.execPath, ["tools/check/lock.mjs", folder], { encoding: "utf8", stdio: "pipe" });
    return { status: 0, problems: [] };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { status, problems: stderr.trim().split("\n") };
  }
}
