import { type Compiled, compileDictionary, type Diagnostic, dictionaryOf } from "../compile/index.js";
import { builtinDictionary } from "../index.js";
import type { Arguments } from "./arguments.js";
import { kindOfPath, readArtifact, readSourceFolder } from "./dictionary-files.js";
import type { Messages } from "./messages.js";

/** What a dictionary holds, as objects. */
export type Dictionary = NonNullable<Compiled["dictionary"]>;

/** A dictionary that was opened from a folder, an artifact, or the package itself. */
export interface OpenDictionary {
  /** Null where a source has errors. */
  readonly dictionary: Dictionary | null;
  readonly artifact: Uint8Array | null;
  /** Of a source; an artifact has none. */
  readonly diagnostics: readonly Diagnostic[];
  /** The folder of a source, to be put before its files. */
  readonly folder: string;
  /** The arguments that did not name the dictionary. */
  readonly rest: readonly string[];
}

/**
 * Opens the dictionary that the command line names: `--dictionary PATH`, or a first argument that is a folder or a file; without
 * either the built-in one.
 * @throws NOMLM_CLI_FILE, and the codes of a bad artifact
 */
export async function openDictionary(args: Arguments, messages: Messages): Promise<OpenDictionary> {
  const [first, ...others] = args.positionals;
  const named = args.one("dictionary");
  if (named !== null) return opened(named, args.positionals, messages);
  if (first !== undefined && (await kindOfPath(first)) !== null) return opened(first, others, messages);
  return fromArtifact(await builtinDictionary(), args.positionals);
}

async function opened(path: string, rest: readonly string[], messages: Messages): Promise<OpenDictionary> {
  if ((await kindOfPath(path)) !== "folder") return fromArtifact(await readArtifact(path, messages), rest);
  return { ...compileDictionary(await readSourceFolder(path, messages)), folder: path, rest };
}

function fromArtifact(artifact: Uint8Array, rest: readonly string[]): OpenDictionary {
  return { artifact, dictionary: dictionaryOf(artifact), diagnostics: [], folder: "", rest };
}
