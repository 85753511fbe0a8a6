/** A message as the caller gives it. */
export interface Message {
  readonly text: string;
  /** Who wrote it; messages of one sender are also read by themselves. Default: all have one sender. */
  readonly from?: string;
  /** When, as ISO 8601 or milliseconds since 1970; without it only the number of messages bounds the window. */
  readonly at?: string | number;
  /** Comes back where the result names the message. */
  readonly id?: string;
}

/** A message as a conversation keeps it. */
export interface KeptMessage {
  /** Its number in the conversation, from 0. */
  readonly index: number;
  readonly id: string | null;
  readonly from: string;
  /** Milliseconds since 1970, or null. */
  readonly at: number | null;
  readonly text: string;
}

/** How a result names a message. */
export type MessageRef = Pick<KeptMessage, "index" | "id" | "from">;

export function refOf({ index, id, from }: KeptMessage): MessageRef {
  return { index, id, from };
}
