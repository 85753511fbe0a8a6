import { createFilter, type Filter } from "../index.js";
import type { Arguments } from "./arguments.js";
import { readArtifact } from "./dictionary-files.js";
import type { TextRecord } from "./input/record.js";
import type { Session } from "./terminal.js";

/**
 * The filter that the options ask for: `--dictionary`, or the built-in dictionary.
 * @throws NOMLM_CLI_FILE, and the codes of a bad artifact
 */
export async function filterFor(args: Arguments, { messages }: Session): Promise<Filter> {
  const file = args.one("dictionary");
  return file === null ? createFilter() : createFilter({ dictionary: await readArtifact(file, messages) });
}

/** A record as the library takes it. */
export function textOf({ text, id, about }: TextRecord) {
  return { ...about, text, ...(id === null ? {} : { id }) };
}
