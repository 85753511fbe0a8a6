import type { Place } from "./diagnostics.js";

/** Something of the dictionary and where its row stands. */
export interface Located<T> {
  readonly value: T;
  readonly at: Place;
}
