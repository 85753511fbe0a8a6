import { NomlmError } from "../../errors.js";
import { outcomes } from "../../report/result.js";
import { languages } from "../../report/words.js";
import { type Arguments, type OptionSpecs, refused } from "../arguments.js";
import { type Encoding, encodings } from "../input/encoding.js";
import { type Fields, inputKinds } from "../input/record.js";
import type { Messages } from "../messages.js";
import { formats } from "../output/sinks.js";
import { colorChoices } from "../terminal.js";

/** Options of every verb. */
export const everywhereOptions: OptionSpecs = {
  help: { takes: "nothing", short: "h" },
  lang: { takes: "one", choices: languages },
};

/** Options of the verbs that read texts. */
const inputOptions: OptionSpecs = {
  input: { takes: "one", choices: inputKinds },
  encoding: { takes: "one", choices: [...encodings, "utf8", "gbk", "gb2312"] },
  field: { takes: "one" },
  id: { takes: "one" },
  meta: { takes: "many" },
  dictionary: { takes: "one" },
  min: { takes: "one", choices: outcomes },
};

export const scanOptions: OptionSpecs = {
  ...everywhereOptions,
  ...inputOptions,
  keep: { takes: "many" },
  format: { takes: "one", choices: formats },
  explain: { takes: "nothing" },
  "fail-on": { takes: "one", choices: outcomes },
  color: { takes: "one", choices: colorChoices },
};

export const maskOptions: OptionSpecs = {
  ...everywhereOptions,
  ...inputOptions,
  char: { takes: "one" },
  raw: { takes: "nothing" },
};

/** Names of what `--meta` may give to the library. */
const aboutNames = ["at", "channel", "source"];

/** @returns which fields mean what; @throws NOMLM_CLI_OPTION */
export function fieldsOf(args: Arguments, messages: Messages): Fields {
  const about = args.many("meta").map((entry) => {
    const [name, field = name] = entry.split("=", 2) as [string, string?];
    if (!aboutNames.includes(name) || field === "") throw refused(messages.optionMeta(aboutNames.join(", ")));
    return [name, field] as const;
  });
  return {
    text: args.one("field") ?? "text",
    id: args.one("id") ?? "id",
    idNamed: args.one("id") !== null,
    about: new Map(about),
    keep: args.many("keep"),
  };
}

/** @returns the encoding asked for, or null to detect it */
export function encodingAsked(args: Arguments): Encoding | null {
  const name = args.one("encoding");
  if (name === "utf8") return "utf-8";
  if (name === "gbk" || name === "gb2312") return "gb18030"; // both are subsets of it
  return name as Encoding | null;
}

/** @throws NOMLM_CLI_ARGUMENT when a verb got more arguments than it takes */
export function atMost(args: Arguments, count: number, messages: Messages): void {
  if (args.positionals.length > count) throw new NomlmError("NOMLM_CLI_ARGUMENT", messages.tooManyArguments);
}
