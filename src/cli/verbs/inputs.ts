import { stat } from "node:fs/promises";
import type { Arguments } from "../arguments.js";
import { kindOfName, openSource } from "../input/open.js";
import type { InputKind, InputRecord } from "../input/record.js";
import { readRecords } from "../input/records.js";
import { Progress } from "../output/progress.js";
import { note, type Session } from "../terminal.js";
import { encodingAsked, fieldsOf } from "./options.js";

/** A record with where it comes from. */
export interface Batch {
  /** As the user wrote it; null for the standard input. */
  readonly file: string | null;
  readonly records: readonly InputRecord[];
}

/** What the verb says to its inputs while they are read. */
export interface InputEvents {
  /** A file that cannot be read; the others go on. */
  readonly onUnreadable: (file: string | null, form: InputKind, error: unknown) => void;
  readonly onHeader?: (header: string) => void;
}

/** The inputs that the user named, or the standard input. */
export class Inputs {
  private readonly names: readonly string[];
  private readonly session: Session;
  private readonly args: Arguments;

  constructor(args: Arguments, session: Session) {
    this.args = args;
    this.session = session;
    this.names = args.positionals.length === 0 ? ["-"] : args.positionals;
  }

  /** Is there more than one, so that results have to say where they come from? */
  get areSeveral(): boolean {
    return this.names.length > 1;
  }

  /** @returns a bar for all inputs together, shown only where the standard error is a terminal */
  async progress(): Promise<Progress> {
    const sizes = await Promise.all(this.names.map(sizeOf));
    const total = sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    return new Progress(this.session.stderr.isTTY === true ? this.session.stderr : null, total, this.session.messages);
  }

  /** Reads all inputs one after another. */
  async *batches(progress: Progress, { onUnreadable, onHeader }: InputEvents): AsyncGenerator<Batch> {
    const { messages, stderr } = this.session;
    const fields = fieldsOf(this.args, messages);
    if (this.names.includes("-") && process.stdin.isTTY === true) note(stderr, messages.readingTerminal);
    for (const name of this.names) {
      const file = name === "-" ? null : name;
      const kind = (this.args.one("input") as InputKind | null) ?? kindOfName(name);
      try {
        const source = await openSource(name, messages);
        const options = { kind, encoding: encodingAsked(this.args), fields, messages, ...(onHeader === undefined ? {} : { onHeader }) };
        for await (const records of readRecords(progress.counting(source.chunks), options)) yield { file, records };
      } catch (error) {
        onUnreadable(file, kind ?? "lines", error);
      }
    }
  }
}

async function sizeOf(name: string): Promise<number | null> {
  if (name === "-") return null;
  try {
    const info = await stat(name);
    return info.isFile() ? info.size : null;
  } catch {
    return 0; // it will be reported when its turn comes
  }
}
