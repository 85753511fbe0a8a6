import type { Diagnostic } from "../../compile/index.js";
import { inertLine } from "../../report/inert.js";
import { type Paint, painter } from "../../report/paint.js";
import type { Messages } from "../messages.js";

/**
 * Diagnostics as a compiler prints them, one after another: `file:line:column: severity CODE: message`, and below what to do.
 * @param diagnostics in their order
 * @param folder put before each file, so that an editor finds it
 * @returns lines ending in a line feed
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], folder: string, messages: Messages, color: boolean): string {
  const paint = painter(color);
  return diagnostics.map((diagnostic) => rendered(diagnostic, folder, messages, paint)).join("");
}

function rendered(
  { code, severity, file, line, column, message, fix }: Diagnostic,
  folder: string,
  messages: Messages,
  paint: Paint,
): string {
  const place = paint("bold", inertLine(`${folder === "" ? "" : `${folder.replace(/[/\\]+$/, "")}/`}${file}:${line}:${column}`));
  const advice = fix === null ? "" : `    ${paint("dim", messages.fix(inertLine(fix)))}\n`;
  return `${place}: ${paint(styles[severity], messages.severities[severity])} ${code}: ${inertLine(message)}\n${advice}`;
}

const styles = { error: "outcome-review", warning: "outcome-observe", info: "outcome-mention" } as const;
