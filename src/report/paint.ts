import type { Outcome } from "./result.js";

/** Names of the styles a report uses; which colour each is stands in the table below. */
export type Style = "dim" | "bold" | "law" | "support" | "faint" | "error" | `outcome-${Outcome}`;

/** Puts a style on a text, or leaves the text as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

/** @param color whether ANSI colour sequences may be written */
export function painter(color: boolean): Paint {
  return color ? (style, text) => (text === "" ? "" : `\u001b[${sgr[style]}m${text}\u001b[0m`) : (_style, text) => text;
}

/** SGR parameters (ECMA-48 8.3.117). Only the sixteen colours that follow the reader's own theme. */
const sgr: Readonly<Record<Style, string>> = {
  dim: "2",
  bold: "1",
  law: "1;4;31",
  support: "4;33",
  faint: "2;4",
  error: "31",
  "outcome-none": "2",
  "outcome-mention": "36",
  "outcome-observe": "33",
  "outcome-review": "1;31",
  "outcome-priority": "1;97;41",
};
