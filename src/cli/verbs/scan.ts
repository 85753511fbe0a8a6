import { basename } from "node:path";
import { atLeast, type Outcome } from "../../report/result.js";
import { Tally } from "../../report/tally.js";
import { type Arguments, readArguments } from "../arguments.js";
import { filterFor, textOf } from "../filter.js";
import type { BrokenRecord, TextRecord } from "../input/record.js";
import { type Format, sinkOf } from "../output/sinks.js";
import { columnsOf, type Session, wantsColor } from "../terminal.js";
import { Inputs } from "./inputs.js";
import { scanOptions } from "./options.js";
import { noteTroubles, run } from "./run.js";

/**
 * `nomlm scan`: reads texts, prints what was found in each.
 * @param argv the arguments after the verb
 * @returns 0; 1 when `--fail-on` was reached; 2 when something could not be read
 */
export async function scanVerb(argv: readonly string[], session: Session): Promise<number> {
  const args = readArguments(argv, scanOptions, session.messages);
  const format = (args.one("format") as Format | null) ?? (session.stdout.isTTY === true ? "pretty" : "ndjson");
  const inputs = new Inputs(args, session);
  const filter = await filterFor(args, session, "scan");
  const tally = new Tally();
  const sink = sinkOf(format, sinkOptions(args, session));
  const failOn = args.one("fail-on") as Outcome | null;
  const explain = args.flag("explain");
  let isReached = false;
  const shown = (record: TextRecord | BrokenRecord, file: string | null) => fileToShow(record, file, format, inputs.areSeveral);
  const counts = await run(
    inputs,
    {
      begin: sink.begin,
      text: (record, file) => {
        const result = filter.scan(textOf(record), { explain });
        tally.add(result);
        tally.addReplaced(record.replaced);
        isReached ||= failOn !== null && atLeast(result.outcome, failOn);
        return sink.result(record, result, shown(record, file));
      },
      broken: (record, file) => {
        tally.unreadable++;
        tally.addReplaced(record.replaced);
        return sink.broken(record, shown(record, file));
      },
      end: () => sink.end(tally),
    },
    session,
  );
  if (format !== "pretty") noteTroubles(counts, session);
  if (counts.unreadable > 0) return 2;
  return isReached ? 1 : 0;
}

function sinkOptions(args: Arguments, session: Session) {
  const { stdout, language } = session;
  return {
    pretty: { color: wantsColor(session, args), width: columnsOf(stdout), language },
    min: args.one("min") as Outcome | null,
    keep: args.many("keep"),
  };
}

/** A file is named where the reader needs it: for people always, in data only where the line alone does not say which text it was. */
function fileToShow(record: { line: number | null }, file: string | null, format: Format, areSeveral: boolean): string | null {
  if (file === null) return null;
  if (format === "pretty") return areSeveral ? file : basename(file);
  return areSeveral || record.line === null ? file : null;
}
