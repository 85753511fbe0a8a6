import { createFilter, type Filter } from "../index.js";
import type { Arguments } from "./arguments.js";
import { readArtifact } from "./dictionary-files.js";
import { lineBytesMax } from "./input/limits.js";
import type { TextRecord } from "./input/record.js";
import type { Session } from "./terminal.js";

/** The readers bound what a text can be, so no text of theirs is cut short by the filter. */
const textUnitsMax = lineBytesMax;
/** Hits that masking looks at: it must reach them all, where a report may stop at some. */
const hitsMaskedMax = 200_000;

/**
 * The filter that the options ask for: `--dictionary`, or the built-in dictionary.
 * @throws NOMLM_CLI_FILE, and the codes of a bad artifact
 */
export async function filterFor(args: Arguments, { messages }: Session, purpose: "scan" | "mask"): Promise<Filter> {
  const file = args.one("dictionary");
  const limits = purpose === "mask" ? { textUnitsMax, hitsMax: hitsMaskedMax } : { textUnitsMax };
  return createFilter({ limits, ...(file === null ? {} : { dictionary: await readArtifact(file, messages) }) });
}

/** A record as the library takes it. */
export function textOf({ text, id, about }: TextRecord) {
  return { ...about, text, ...(id === null ? {} : { id }) };
}
