import type { Writable } from "node:stream";
import type { Language } from "../report/words.js";
import type { Arguments } from "./arguments.js";
import type { Messages } from "./messages.js";

/** Where a verb reads and writes, and in which language it speaks. */
export interface Session {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly messages: Messages;
}

/** What `--color` takes. */
export const colorChoices = ["auto", "always", "never"] as const;

/** Columns assumed where there is no terminal, and the widest that is still read with ease. */
const columnsDefault = 100;
const columnsMax = 120;

/**
 * Are colours to be written? `--color` decides; without it a terminal has them, unless NO_COLOR is set (no-color.org) or the
 * terminal says it can do nothing.
 */
export function wantsColor({ stdout, environment }: Session, args: Arguments): boolean {
  const choice = args.one("color") ?? "auto";
  if (choice !== "auto") return choice === "always";
  return stdout.isTTY === true && (environment.NO_COLOR ?? "") === "" && environment.TERM !== "dumb";
}

/** @returns columns to write in */
export function columnsOf(stream: { readonly columns?: number }): number {
  return Math.min(columnsMax, stream.columns ?? columnsDefault);
}

/** One line on the standard error, with the program's name before it. */
export function note(stderr: Writable, text: string): void {
  stderr.write(`nomlm: ${text}\n`);
}
