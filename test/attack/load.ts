/** The generator is plain JavaScript, since the bench runs it without a build; its modules are read with these types. */

export const load = (name: string) => import(/* @vite-ignore */ new URL(name, import.meta.url).href);

export interface Random {
  below(n: number): number;
}

export interface Term {
  readonly text: string;
  readonly initials?: readonly string[];
  readonly cue?: boolean;
}

export interface Change {
  readonly from: string;
  readonly to: string;
}

export interface Disguise {
  readonly text: string;
  readonly changes: readonly Change[];
  readonly lead?: string;
  readonly tail?: string;
}

export interface Kind {
  readonly kind: string;
  readonly undone: string;
  readonly sound?: boolean;
  disguise(term: Term, random: Random): Disguise | null;
}

export interface Attack {
  readonly kind: string;
  readonly term: Term;
  readonly disguise: string;
  readonly changes: readonly Change[];
  readonly carrier: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
