import type { Messages } from "../messages.js";

/** What the bar draws on: the part of a terminal that it needs. */
export interface ProgressTerminal {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** A run shorter than this never shows a bar. */
const quietMs = 700;
const redrawMs = 100;
const barColumns = 30;

/** A bar on a terminal that comes after a moment, and is wiped before anything else is written there. */
export class Progress {
  private bytes = 0;
  private texts = 0;
  private readonly startedMs: number;
  private drawnMs = 0;
  private isShown = false;

  /**
   * @param terminal null where there is none: then nothing is ever drawn
   * @param totalBytes null where the end is not known
   * @param now the clock, in milliseconds
   */
  constructor(
    private readonly terminal: ProgressTerminal | null,
    private readonly totalBytes: number | null,
    private readonly messages: Messages,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.startedMs = now();
  }

  /** @param chunks of input; @returns the same chunks, counted */
  async *counting(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }

  /** @param texts scanned since the last call */
  advance(texts: number): void {
    this.texts += texts;
    if (this.terminal === null) return;
    const at = this.now();
    if (at - this.startedMs < quietMs || at - this.drawnMs < redrawMs) return;
    this.drawnMs = at;
    this.isShown = true;
    this.terminal.write(`\r\u001b[2K${this.drawn()}`);
  }

  /** Wipes the bar, so that the line is free. */
  clear(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.terminal?.write("\r\u001b[2K");
  }

  private drawn(): string {
    const texts = this.texts.toLocaleString("en-US");
    if (this.totalBytes === null || this.totalBytes === 0) {
      return this.messages.progress(texts, `${(this.bytes / 1e6).toFixed(1)} MB  `);
    }
    const share = Math.min(1, this.bytes / this.totalBytes);
    const room = Math.max(5, Math.min(barColumns, (this.terminal?.columns ?? 80) - 40));
    const filled = Math.floor(share * room);
    const bar = "█".repeat(filled) + "░".repeat(room - filled);
    return this.messages.progress(texts, `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  `);
  }
}
