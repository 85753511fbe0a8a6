import { compileDictionary } from "../../compile/index.js";
import { NomlmError } from "../../errors.js";
import { createFilter } from "../../index.js";
import { inertLine } from "../../report/inert.js";
import { toJsonLine } from "../../report/json.js";
import type { Arguments } from "../arguments.js";
import { readSourceFolder, writeWhole } from "../dictionary-files.js";
import { renderDiagnostics } from "../output/diagnostics.js";
import { note, type Session, wantsColor } from "../terminal.js";
import { folderDefault, today } from "./dict-lint.js";
import { atMost } from "./options.js";

/** `nomlm dict build [DIR] -o FILE`: compiles a dictionary. @returns 0, or 1 when it has errors: then nothing is written */
export async function buildDictionary(args: Arguments, session: Session): Promise<number> {
  const { messages, stdout, stderr } = session;
  atMost(args, 1, messages);
  const file = args.one("output");
  if (file === null) throw new NomlmError("NOMLM_CLI_ARGUMENT", messages.noArgument("-o FILE"));
  const folder = args.positionals[0] ?? folderDefault;
  const { artifact, diagnostics } = compileDictionary(await readSourceFolder(folder, messages), { today: today() });
  const isJson = args.one("format") === "json";
  if (!isJson) stderr.write(renderDiagnostics(diagnostics, folder, messages, wantsColor({ ...session, stdout: stderr }, args)));
  if (artifact === null) {
    if (isJson) stdout.write(toJsonLine({ artifact: null, diagnostics }));
    else note(stderr, messages.notBuilt);
    return 1;
  }
  // Loaded before it is written: what a filter would refuse must not lie there as if it were good.
  const { id, version, sha256 } = (await createFilter({ dictionary: artifact })).dictionary;
  await writeWhole(file, artifact, messages);
  const bytes = artifact.length;
  stdout.write(
    isJson
      ? toJsonLine({ artifact: { file, bytes, id, version, sha256 }, diagnostics })
      : `${id} ${version}  ${messages.built(inertLine(file), bytes, sha256)}\n`,
  );
  return 0;
}
