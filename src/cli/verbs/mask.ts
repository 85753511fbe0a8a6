import type { Filter } from "../../index.js";
import { byteOrderMark } from "../../report/csv.js";
import { inertJson, inertText } from "../../report/inert.js";
import { toJsonLine } from "../../report/json.js";
import type { Outcome } from "../../report/result.js";
import { type Arguments, readArguments, refused } from "../arguments.js";
import { filterFor } from "../filter.js";
import type { BrokenRecord, TextRecord } from "../input/record.js";
import { errorObject } from "../output/sinks.js";
import type { Session } from "../terminal.js";
import { Inputs } from "./inputs.js";
import { maskOptions } from "./options.js";
import { noteTroubles, run } from "./run.js";

/**
 * `nomlm mask`: prints the texts in the form in which they came, hits masked.
 * @param argv the arguments after the verb
 * @returns 0; 2 when something could not be read
 */
export async function maskVerb(argv: readonly string[], session: Session): Promise<number> {
  const args = readArguments(argv, maskOptions, session.messages);
  const options = maskingOf(args, session);
  const inputs = new Inputs(args, session);
  const filter = await filterFor(args, session, "mask");
  const isRaw = args.flag("raw");
  const counts = await run(
    inputs,
    {
      header: (header) => byteOrderMark + header,
      text: (record) => {
        if (isBeyond(record.text, filter)) return incomplete(record, session);
        return printed(record, filter.mask(record.text, options), isRaw);
      },
      broken: (record, file) => printedError(record, inputs.areSeveral || record.line === null ? file : null),
    },
    session,
  );
  noteTroubles(counts, session);
  return counts.unreadable > 0 ? 2 : 0;
}

function maskingOf(args: Arguments, { messages }: Session): { char?: string; minOutcome?: Outcome } {
  const char = args.one("char");
  const minOutcome = args.one("min") as Outcome | null;
  if (char !== null && ([...char].length !== 1 || inertText(char) !== char || /\s/.test(char))) throw refused(messages.optionChar);
  return { ...(char === null ? {} : { char }), ...(minOutcome === null ? {} : { minOutcome }) };
}

/** A shorter text cannot hold as many hits as masking looks at. */
const surelyWholeUnits = 20_000;

function isBeyond(text: string, filter: Filter): boolean {
  return text.length > surelyWholeUnits && filter.scan(text).truncated === true;
}

/** A text masked in part would pass for a masked one. */
function incomplete({ form, line, id, replaced, withText }: TextRecord, { messages }: Session): BrokenRecord {
  return { kind: "broken", form, line, id, replaced, withText, code: "NOMLM_INPUT_LIMIT", message: messages.tooManyHits };
}

/** JSON keeps its values whatever is escaped, and CSV cells are made safe where rows are written; plain text shows acting characters as codes. */
function printed(record: TextRecord, masked: string, isRaw: boolean): string {
  if (record.form === "ndjson") return inertJson(record.withText(masked));
  return record.withText(isRaw || record.form === "csv" ? masked : inertText(masked));
}

/** The place of a record that cannot be read is kept, but nothing of it is printed: it could hold what masking is for. */
function printedError(record: BrokenRecord, file: string | null): string {
  return record.form === "ndjson" ? toJsonLine(errorObject(record, file)) : record.withText(`[${record.code}]`);
}
