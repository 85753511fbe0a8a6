import { NomlmError } from "../../errors.js";
import type { BrokenRecord, InputKind, TextRecord } from "../input/record.js";
import { Writer } from "../output/writer.js";
import { note, type Session } from "../terminal.js";
import type { Inputs } from "./inputs.js";

/** What a verb makes of the records of its inputs. Each answer goes to the standard output, in order. */
export interface Handler {
  readonly begin?: () => string;
  readonly header?: (header: string) => string;
  /** Answers with a broken record where the text is beyond what the verb can do. */
  readonly text: (record: TextRecord, file: string | null) => string | BrokenRecord;
  readonly broken: (record: BrokenRecord, file: string | null) => string;
  readonly end?: (counts: RunCounts) => string;
}

/** What went by. */
export interface RunCounts {
  unreadable: number;
  replaced: number;
  replacedIn: number;
}

/**
 * Reads all inputs, hands each record to the verb and writes what it answers, as fast as the reader of the output takes it.
 * @param inputs what to read
 * @param handler what to make of it
 * @param session where to write
 */
export async function run(inputs: Inputs, handler: Handler, session: Session): Promise<RunCounts> {
  const counts: RunCounts = { unreadable: 0, replaced: 0, replacedIn: 0 };
  const progress = await inputs.progress();
  const writer = new Writer(session.stdout, session.messages, () => session.stdout.isTTY === true && progress.clear());
  const answer = answerer(handler, counts);
  writer.write(handler.begin?.() ?? "");
  const events = {
    onHeader: (header: string) => writer.write(handler.header?.(header) ?? ""),
    onUnreadable: (file: string | null, form: InputKind, error: unknown) => {
      const record = unreadableFile(form, error);
      progress.clear();
      note(session.stderr, `${record.code}: ${record.message}`);
      writer.write(answer(record, file));
    },
  };
  for await (const { file, records } of inputs.batches(progress, events)) {
    for (const record of records) writer.write(answer(record, file));
    progress.advance(records.length);
    await writer.drained();
    if (writer.closed) break;
  }
  writer.write(handler.end?.(counts) ?? "");
  await writer.end();
  progress.clear();
  return counts;
}

function answerer({ text, broken }: Handler, counts: RunCounts) {
  return (record: TextRecord | BrokenRecord, file: string | null): string => {
    if (record.replaced > 0) {
      counts.replaced += record.replaced;
      counts.replacedIn++;
    }
    const answer = record.kind === "text" ? text(record, file) : record;
    if (typeof answer === "string") return answer;
    counts.unreadable++;
    return broken(answer, file);
  };
}

/** A file that cannot be read leaves a record in its place like a line that cannot; anything else is no matter of the input. */
function unreadableFile(form: InputKind, error: unknown): BrokenRecord {
  if (!(error instanceof NomlmError)) throw error;
  const message = error.message.slice(`${error.code}: `.length);
  return { kind: "broken", form, line: null, id: null, code: error.code, message, replaced: 0, withText: (text) => `${text}\n` };
}

/** Says on the standard error what the output itself does not sum up. */
export function noteTroubles({ unreadable, replaced, replacedIn }: RunCounts, { stderr, messages }: Session): void {
  if (replaced > 0) note(stderr, messages.replaced(replaced, replacedIn));
  if (unreadable > 0) note(stderr, messages.unreadable(unreadable));
}
