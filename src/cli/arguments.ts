import { parseArgs } from "node:util";
import { NomlmError } from "../errors.js";
import { inertLine } from "../report/inert.js";
import { type Language, languages } from "../report/words.js";
import { type Messages, messagesOf } from "./messages.js";

/** What an option takes. `many` options may be repeated and take lists with commas. */
export interface OptionSpec {
  readonly takes: "nothing" | "one" | "many";
  readonly choices?: readonly string[];
  readonly short?: string;
}

/** The options of a verb by name, without the dashes. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command line, read and checked. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly one: (name: string) => string | null;
  readonly many: (name: string) => readonly string[];
}

/**
 * Reads the arguments of a verb.
 * @param argv without the program and the verb
 * @param specs the options that the verb knows
 * @throws NOMLM_CLI_OPTION for an unknown, doubled, misspelled or valueless option
 */
export function readArguments(argv: readonly string[], specs: OptionSpecs, messages: Messages): Arguments {
  const config = Object.entries(specs).map(([name, { takes, short }]) => [
    name,
    { type: takes === "nothing" ? ("boolean" as const) : ("string" as const), multiple: true, ...(short === undefined ? {} : { short }) },
  ]);
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(config),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) throw refused(messages.unknownOption(inertLine(token.rawName)));
    values.set(token.name, [...(values.get(token.name) ?? []), ...valuesOf(token, spec, messages)]);
    if (spec.takes === "one" && (values.get(token.name) as string[]).length > 1) throw refused(messages.optionOnce(token.rawName));
  }
  return {
    positionals,
    flag: (name) => values.has(name),
    one: (name) => values.get(name)?.[0] ?? null,
    many: (name) => values.get(name) ?? [],
  };
}

/** The language is needed to complain about the rest, so it is looked for first, wherever it stands. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const value = at === -1 ? undefined : argv[at]?.startsWith("--lang=") ? argv[at].slice("--lang=".length) : argv[at + 1];
  return languages.find((language) => language === value) ?? "en";
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function valuesOf({ rawName, value, inlineValue }: OptionToken, { takes, choices }: OptionSpec, messages: Messages): string[] {
  if (takes === "nothing") {
    if (value !== undefined) throw refused(messages.optionTakesNone(rawName));
    return [""];
  }
  // A value that looks like an option is a forgotten value, unless it was joined by "=".
  if (value === undefined || value === "" || (inlineValue !== true && value.startsWith("--")))
    throw refused(messages.optionNeedsValue(rawName));
  if (choices !== undefined && !choices.includes(value)) throw refused(messages.optionChoice(rawName, choices.join(", ")));
  return takes === "many" ? value.split(",").filter((part) => part !== "") : [value];
}

/** @param detail what is wrong with an option; @returns the refusal to throw */
export function refused(detail: string): NomlmError {
  return new NomlmError("NOMLM_CLI_OPTION", detail);
}

/** @param argv the whole command line; @returns the sentences in the language that it asks for */
export function messagesFor(argv: readonly string[]): Messages {
  return messagesOf[languageOf(argv)];
}
