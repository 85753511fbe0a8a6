import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../src/cli/messages.js";
import { Progress } from "../../src/cli/output/progress.js";
import { Writer } from "../../src/cli/output/writer.js";

describe("Writer", () => {
  it("writes in order, and holds no more than the reader lets it", async () => {
    const seen: string[] = [];
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1000,
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        seen.push(chunk);
        most = Math.max(most, slow.writableLength);
        setImmediate(done);
      },
    });
    const writer = new Writer(slow, messagesOf.en);
    const lines = Array.from({ length: 3000 }, (_, i) => `${String(i).padStart(99)}\n`);
    for (const line of lines) {
      writer.write(line);
      await writer.drained();
    }
    await writer.end();
    expect(seen.join("")).toBe(lines.join(""));
    expect(most).toBeLessThan(140_000); // twice what is joined before it is sent; all lines have 300,000
  });

  it("sends what waits when the program waits", async () => {
    const seen: string[] = [];
    const stream = new Writable({ decodeStrings: false, write: (chunk: string, _encoding, done) => done(void seen.push(chunk)) });
    new Writer(stream, messagesOf.en).write("a");
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(seen).toEqual(["a"]);
  });

  it.each([
    ["EPIPE", null],
    ["ENOSPC", "NOMLM_CLI_OUTPUT"],
  ])("on %s ends with %j", async (code, expected) => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(), { code })) });
    const writer = new Writer(stream, messagesOf.en);
    writer.write("a");
    const outcome = await writer.end().then(
      () => null,
      (error: { code: string }) => error.code,
    );
    expect([outcome, writer.closed]).toEqual([expected, true]);
  });
});

describe("Progress", () => {
  const bar = (totalBytes: number | null, terminal = true) => {
    const drawn: string[] = [];
    let ms = 0;
    const progress = new Progress(
      terminal ? { columns: 80, write: (text: string) => drawn.push(text) } : null,
      totalBytes,
      messagesOf.en,
      () => ms,
    );
    return { drawn, progress, at: (now: number) => (ms = now) };
  };
  const feed = async (progress: Progress, bytes: number) => {
    async function* one() {
      yield Buffer.alloc(bytes);
    }
    for await (const _ of progress.counting(one()));
  };

  it("stays away from short runs and is wiped in the end", async () => {
    const { drawn, progress, at } = bar(1000);
    progress.advance(1);
    at(600);
    progress.advance(1);
    expect(drawn).toEqual([]);
    await feed(progress, 500);
    at(800);
    progress.advance(2);
    expect(drawn[0]).toMatch(/^\r\u001b\[2K█{15}░{15} {2}50 % {2}4 texts$/);
    progress.advance(1); // too soon to draw again
    progress.clear();
    progress.clear();
    expect(drawn.slice(1)).toEqual(["\r\u001b[2K"]);
  });

  it("counts where the end is not known, and draws nothing without a terminal", async () => {
    const unknown = bar(null);
    await feed(unknown.progress, 2_500_000);
    unknown.at(1000);
    unknown.progress.advance(1234);
    expect(unknown.drawn[0]).toContain("2.5 MB  1,234 texts");
    const none = bar(1000, false);
    none.at(1000);
    none.progress.advance(1);
    none.progress.clear();
    expect(none.drawn).toEqual([]);
  });
});
