import type { Span } from "../scan/hit.js";
import { joinedUnitsMax } from "./limits.js";
import type { KeptMessage } from "./message.js";

/** Messages read as one text, one a line, with where each stands in it. */
export interface Joined {
  readonly text: string;
  readonly parts: readonly (Span & { readonly message: KeptMessage })[];
}

/** Joins the newest messages that fit, in their order; of a message longer than all room, its beginning. */
export function joinNewest(messages: readonly KeptMessage[]): Joined {
  let first = messages.length;
  for (let units = 0; first > 0; first--) {
    units += messages[first - 1].text.length + 1;
    if (units > joinedUnitsMax && first < messages.length) break;
  }
  const parts: (Span & { readonly message: KeptMessage })[] = [];
  let text = "";
  for (const message of messages.slice(first)) {
    if (text !== "") text += "\n";
    parts.push({ start: text.length, end: text.length + message.text.length, message });
    text += message.text;
  }
  return { text, parts };
}
