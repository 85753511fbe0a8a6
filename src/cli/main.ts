#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { NomlmError } from "../errors.js";
import { inertLine } from "../report/inert.js";
import { languageOf } from "./arguments.js";
import { type HelpPage, helpPage } from "./help.js";
import { messagesOf } from "./messages.js";
import { note, type Session } from "./terminal.js";
import { dictVerb } from "./verbs/dict.js";
import { maskVerb } from "./verbs/mask.js";
import { scanVerb } from "./verbs/scan.js";

/** Verbs of this version; each returns its exit status. Those of later versions are unknown until then. */
const verbs: Readonly<Record<string, (argv: readonly string[], session: Session) => Promise<number>>> = {
  scan: scanVerb,
  mask: maskVerb,
  dict: dictVerb,
};

const session = sessionOf(process.argv.slice(2));
process.on("uncaughtException", (error) => process.exit(failed(error)));
process.exitCode = await main(process.argv.slice(2)).catch(failed);

async function main(argv: readonly string[]): Promise<number> {
  const { verb, rest } = splitVerb(argv);
  if (verb === null) return withoutVerb(rest);
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined) throw new NomlmError("NOMLM_CLI_VERB", session.messages.unknownVerb(inertLine(verb).slice(0, 40)));
  if (asksForHelp(rest)) return shown(helpPage(verb as HelpPage, session.language));
  return run(rest, session);
}

function sessionOf(argv: readonly string[]): Session {
  const language = languageOf(argv);
  return { stdout: process.stdout, stderr: process.stderr, environment: process.env, language, messages: messagesOf[language] };
}

/** The first argument that is no option is the verb; `--lang zh` may stand before it. */
function splitVerb(argv: readonly string[]): { verb: string | null; rest: readonly string[] } {
  const at = argv.findIndex((argument, i) => !argument.startsWith("-") && argv[i - 1] !== "--lang");
  return at === -1 ? { verb: null, rest: argv } : { verb: argv[at] as string, rest: [...argv.slice(0, at), ...argv.slice(at + 1)] };
}

function withoutVerb(argv: readonly string[]): number {
  if (asksForHelp(argv)) return shown(helpPage("nomlm", session.language));
  if (argv.includes("--version")) return shown(`nomlm ${version()}\n`);
  const option = argv.find((argument, i) => argument !== "--lang" && !argument.startsWith("--lang=") && argv[i - 1] !== "--lang");
  if (option !== undefined) throw new NomlmError("NOMLM_CLI_OPTION", session.messages.unknownOption(inertLine(option)));
  throw new NomlmError("NOMLM_CLI_VERB", session.messages.noVerb);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? argv.length : end).some((argument) => argument === "--help" || argument === "-h");
}

function shown(text: string): number {
  process.stdout.on("error", () => {}); // a reader that has seen enough goes away
  process.stdout.write(text);
  return 0;
}

/** The package's own version, from the package.json that lies beside the folder of this file wherever it is installed. */
function version(): string {
  return (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;
}

/** One coded line, never a stack trace: of a failure that has no code only its kind is told, since its message could hold scanned text. */
function failed(error: unknown): number {
  const { code, message } =
    error instanceof NomlmError ? error : new NomlmError("NOMLM_CLI_UNEXPECTED", session.messages.unexpected(kindOf(error)));
  note(session.stderr, message.startsWith(code) ? message : `${code}: ${message}`);
  if (session.environment.NOMLM_DEBUG === "1") console.error(error);
  return 2;
}

function kindOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : typeof error;
}
