/** What a dictionary is at run time: plain data, read from an artifact, never edited. */

/** Elements of the law (禁止传销条例 art. 7) first, then supporting ones, then those that only give context. Order is the order of reports. */
export const elements = [
  "entry_fee",
  "recruit_reward",
  "team_compensation",
  "return_promise",
  "secrecy_or_invitation",
  "offsite_gathering",
  "disguise_coin",
  "disguise_rebate",
  "disguise_charity",
  "disguise_state_project",
  "disguise_commerce",
  "slogan",
  "contact_lure",
  "report_context",
  "lawful_direct_selling",
  "topic",
  "scheme",
  "place",
  "custom",
] as const;
export type Element = (typeof elements)[number];

/** The three elements of 禁止传销条例 (国务院令第444号) article 7. */
export const legalElements: ReadonlySet<Element> = new Set<Element>(["entry_fee", "recruit_reward", "team_compensation"]);
/** Elements that support a finding but carry no clause of article 7. */
export const supportElements: ReadonlySet<Element> = new Set<Element>([
  "return_promise",
  "secrecy_or_invitation",
  "offsite_gathering",
  "disguise_coin",
  "disguise_rebate",
  "disguise_charity",
  "disguise_state_project",
  "disguise_commerce",
  "slogan",
  "contact_lure",
]);

/**
 * What an entry of the dictionary does.
 * `hit`: shown and counted. `mention`: shown, at most `mention`. `evidence`: an ordinary word for phrases and rules, never a hit by itself.
 * `allow`: a longer harmless phrase; terms inside it are not hits. `cue`: a context word (report, warning).
 */
export const uses = ["hit", "mention", "evidence", "allow", "cue"] as const;
export type Use = (typeof uses)[number];

/** S strong, C counts in combination only, M weak. */
export const tiers = ["S", "C", "M"] as const;
export type Tier = (typeof tiers)[number];

export const statuses = ["active", "draft", "suspended", "revoked"] as const;
export type Status = (typeof statuses)[number];

/**
 * What may not, or must, stand beside a term. Each list holds short strings compared after folding with the characters right before or after the span.
 * `edges`: `auto` asks that a Latin letter or digit at the edge of the term is not continued by another of its kind; `none` asks nothing.
 */
export interface Boundary {
  readonly edges: "auto" | "none";
  readonly forbidLeft: readonly string[];
  readonly forbidRight: readonly string[];
  readonly requireRight: readonly string[];
}

/** One entry: a term, an allow-phrase or a cue. */
export interface Term {
  /** Stable id, for example `T0123`. */
  readonly id: string;
  readonly text: string;
  readonly use: Use;
  readonly element: Element;
  readonly tier: Tier;
  readonly boundary: Boundary;
  /** Tags; a term without tags belongs to every scene. */
  readonly scenes: readonly string[];
  /** Ids into {@link Dictionary.sources}. */
  readonly sources: readonly string[];
}

/** Where a term was read. `verified` is true only where issuer and number or date are known. */
export interface Source {
  readonly id: string;
  readonly kind: string;
  readonly verified: boolean;
  readonly issuer?: string;
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
}

export interface Scheme {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly authority: string;
  readonly date?: string;
  readonly caution?: string;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  /** GB/T 2260 code. */
  readonly code: string;
  readonly list: string;
  readonly year: number;
  readonly source: string;
}

/** A sentence the dictionary promises something about; travels in the artifact and is replayed by `dict test`. */
export interface Case {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  /** Must the term be a hit in the text? */
  readonly expect: "hit" | "no_hit";
}

export interface Issuer {
  readonly name: string;
  readonly level: "national" | "province" | "city" | "platform" | "community";
  /** GB/T 2260 code, where the issuer has one. */
  readonly code?: string;
}

/** Package metadata (domain.md §8). */
export interface DictionaryMeta {
  readonly id: string;
  readonly version: string;
  readonly serial: number;
  readonly title: string;
  readonly issuer: Issuer;
  readonly issuedAt: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly supersedes?: string;
  readonly licence: string;
  readonly jurisdiction: string;
}

export interface Dictionary {
  readonly meta: DictionaryMeta;
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
  readonly schemes: readonly Scheme[];
  readonly places: readonly Place[];
  readonly cases: readonly Case[];
}
