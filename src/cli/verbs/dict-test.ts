import { testCases, testProofs } from "../../compile/index.js";
import { inertLine } from "../../report/inert.js";
import { toJsonLine } from "../../report/json.js";
import { painter } from "../../report/paint.js";
import type { Arguments } from "../arguments.js";
import { type Dictionary, openDictionary } from "../dictionary-source.js";
import { renderDiagnostics } from "../output/diagnostics.js";
import { type Session, wantsColor } from "../terminal.js";

type Case = Dictionary["cases"][number];

/**
 * `nomlm dict test [DIR|FILE]`: replays the sentences about which a dictionary promises something: cases of terms, and the two of each
 * phrase and rule. A source is compiled first, and the compiler replays them too; here they run on the artifact as a platform would load it.
 * @returns 0, or 1 when one failed or the source has errors
 */
export async function testDictionary(args: Arguments, session: Session): Promise<number> {
  const { messages, stdout } = session;
  const { dictionary, artifact, diagnostics, folder } = await openDictionary(args, messages);
  const color = wantsColor(session, args);
  const isJson = args.one("format") === "json";
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (dictionary === null || artifact === null) {
    stdout.write(isJson ? toJsonLine({ passed: 0, failed: [], diagnostics: errors }) : renderDiagnostics(errors, folder, messages, color));
    return 1;
  }
  const cases = testCases(artifact).map((result) => ({ ...result.case, passed: result.passed }));
  const proofs = testProofs(artifact).map(({ id, kind, text, expect, passed }) => ({
    id,
    term: `${kind} ${id}`,
    text,
    expect,
    passed,
  }));
  const all = [...cases, ...proofs];
  const failed: Case[] = all.filter((one) => !one.passed).map(({ id, term, text, expect }) => ({ id, term, text, expect }));
  const passed = all.length - failed.length;
  if (isJson) stdout.write(toJsonLine({ passed, failed, diagnostics: errors }));
  else {
    const paint = painter(color);
    for (const { id, expect, text } of failed)
      stdout.write(`${messages.caseFailed(paint("bold", id), messages.expectations[expect], inertLine(text))}\n`);
    stdout.write(`${paint(failed.length > 0 ? "error" : "bold", messages.casesPassed(passed, failed.length))}\n`);
  }
  return failed.length > 0 ? 1 : 0;
}
