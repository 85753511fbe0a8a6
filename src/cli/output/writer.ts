import type { Writable } from "node:stream";
import { NomlmError } from "../../errors.js";
import type { Messages } from "../messages.js";

/** Pieces are joined up to this size: a system call per line would cost more than the scan. */
const joinedUnitsMax = 64 * 1024;

/**
 * Writes to a stream that may be slower than the scan, or go away. Small pieces are joined; what waits is sent as soon as the
 * program itself waits, so that a reader of a live pipe is never kept waiting for more input.
 */
export class Writer {
  /** The reader went away (`| head`): there is nobody left to write for. */
  closed = false;
  private failure: NomlmError | null = null;
  private waiting = "";
  private isScheduled = false;

  /**
   * @param stream where to write
   * @param messages in the user's language
   * @param beforeWrite called before each write, for example to clear a progress bar
   */
  constructor(
    private readonly stream: Writable,
    messages: Messages,
    private readonly beforeWrite: () => void = () => {},
  ) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.closed = true;
      if (error.code !== "EPIPE" && error.code !== "EOF")
        this.failure ??= new NomlmError("NOMLM_CLI_OUTPUT", messages.outputFailed(error.code ?? ""));
    });
  }

  /** @param text goes out in order; call {@link drained} now and then */
  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length > joinedUnitsMax) this.flush();
    else if (!this.isScheduled) {
      this.isScheduled = true;
      setImmediate(() => this.flush());
    }
  }

  /** Waits until the stream takes more; this is what bounds the memory. @throws NOMLM_CLI_OUTPUT */
  async drained(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    if (!this.closed && this.stream.writableNeedDrain) {
      await new Promise<void>((resolve) => {
        const done = () => {
          this.stream.off("drain", done).off("close", done).off("error", done);
          resolve();
        };
        this.stream.on("drain", done).on("close", done).on("error", done);
      });
    }
    if (this.failure !== null) throw this.failure;
  }

  /** Sends what waits, and waits until it is out. @throws NOMLM_CLI_OUTPUT */
  async end(): Promise<void> {
    this.flush();
    await new Promise<void>((resolve) => (this.closed ? resolve() : this.stream.write("", () => resolve())));
    if (this.failure !== null) throw this.failure;
  }

  private flush(): void {
    this.isScheduled = false;
    if (this.waiting === "" || this.closed) return;
    this.beforeWrite();
    this.stream.write(this.waiting);
    this.waiting = "";
  }
}
