import { NomlmError } from "../../errors.js";
import { inertLine } from "../../report/inert.js";
import { type Arguments, type OptionSpecs, readArguments } from "../arguments.js";
import { colorChoices, type Session } from "../terminal.js";
import { buildDictionary } from "./dict-build.js";
import { lintSource } from "./dict-lint.js";
import { showDictionary } from "./dict-show.js";
import { testDictionary } from "./dict-test.js";
import { everywhereOptions } from "./options.js";

interface DictVerb {
  readonly options: OptionSpecs;
  readonly run: (args: Arguments, session: Session) => Promise<number>;
}

const reportOptions: OptionSpecs = {
  ...everywhereOptions,
  format: { takes: "one", choices: ["pretty", "json"] },
  color: { takes: "one", choices: colorChoices },
};

const dictVerbs: Readonly<Record<string, DictVerb>> = {
  lint: { options: reportOptions, run: lintSource },
  build: { options: { ...reportOptions, output: { takes: "one", short: "o" } }, run: buildDictionary },
  test: { options: { ...reportOptions, dictionary: { takes: "one" } }, run: testDictionary },
  show: { options: { ...reportOptions, dictionary: { takes: "one" } }, run: showDictionary },
};

/**
 * `nomlm dict lint|build|test|show`: the life of a dictionary.
 * @param argv the arguments after `dict`
 * @returns 0; 1 when the dictionary has errors or a case failed; 2 when something could not be read
 */
export async function dictVerb(argv: readonly string[], session: Session): Promise<number> {
  const at = argv.findIndex((argument, i) => !argument.startsWith("-") && argv[i - 1] !== "--lang");
  if (at === -1) throw new NomlmError("NOMLM_CLI_VERB", session.messages.noArgument("dict lint|build|test|show"));
  const name = argv[at] as string;
  const verb = Object.hasOwn(dictVerbs, name) ? dictVerbs[name] : undefined;
  if (verb === undefined) throw new NomlmError("NOMLM_CLI_VERB", session.messages.unknownVerb(`dict ${inertLine(name).slice(0, 40)}`));
  return verb.run(readArguments([...argv.slice(0, at), ...argv.slice(at + 1)], verb.options, session.messages), session);
}
