import { readContainer } from "../artifact/container.js";
import type { Conversation, ConversationOptions } from "../conversation/conversation.js";
import { atLeast } from "../dictionary/outcome.js";
import { NomlmError } from "../errors.js";
import type { DictionaryRef, ScanResult } from "../report/result.js";
import type { Judge, Judgement } from "../rules/judge.js";
import { describe } from "../scan/describe.js";
import type { Hit } from "../scan/hit.js";
import { type Layer, openLayer } from "../scan/layer.js";
import { Scanner, type SightOptions } from "../scan/scanner.js";
import type { Judging } from "./judging.js";
import { matchesPerHit } from "./limits.js";
import { maskText } from "./mask.js";
import {
  checkKeys,
  checkOutcome,
  checkScenes,
  defaultLimits,
  type FilterLimits,
  type FilterOptions,
  type MaskOptions,
  type ScanOptions,
  type TextInput,
} from "./options.js";

/** A dictionary at work, with what it was opened from. */
interface Opened {
  readonly scanner: Scanner;
  readonly judge: Judge;
  readonly ref: DictionaryRef;
  /** What every call without options of its own asks of the scanner. */
  readonly sighting: SightOptions;
}

/**
 * Scans texts. Make one with {@link createFilter} and keep it: it holds no state between calls, so one serves a whole process.
 * No method throws on any string.
 */
export class Filter {
  readonly #minOutcome: NonNullable<FilterOptions["minOutcome"]>;
  readonly #segmenter: FilterOptions["segmenter"] | null;
  readonly #limits: FilterLimits;
  /** Terms and allow-phrases given at run time; they stay when the dictionary is replaced. */
  readonly #own: Layer | null;
  readonly #judging: Judging;
  #opened: Opened;

  /** @internal use {@link createFilter} */
  constructor(dictionary: Uint8Array, own: Layer | null, options: FilterOptions, judging: Judging, isBuiltin = false) {
    this.#minOutcome = options.minOutcome ?? "review";
    this.#segmenter = options.segmenter ?? null;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#own = own;
    this.#judging = judging;
    this.#opened = this.#open(dictionary, isBuiltin);
  }

  /** The dictionary in use. */
  get dictionary(): DictionaryRef {
    return this.#opened.ref;
  }

  /**
   * Scans one text.
   * @param input a string, or an object with `text` and what else is known of it
   * @param options scenes for this call
   * @returns outcome, findings and hits; `truncated` when a limit cut the text or the list of hits
   * @throws NOMLM_FILTER_TEXT when there is no string to scan, NOMLM_FILTER_OPTION for a wrong option; never for what a text holds
   */
  scan(input: string | TextInput, options: ScanOptions = noOptions): ScanResult {
    if (options !== noOptions) {
      checkKeys(options, ["scenes", "explain"], "scan");
      checkScenes(options.scenes);
    }
    return this.#scan(textOf(input), idOf(input), options);
  }

  /** Scans many texts; the results come in the order of the texts. */
  scanMany(inputs: Iterable<string | TextInput>, options: ScanOptions = {}): ScanResult[] {
    return Array.from(inputs, (input) => this.scan(input, options));
  }

  /** Is the outcome at or above the filter's `minOutcome`? */
  test(input: string | TextInput, options: ScanOptions = {}): boolean {
    return atLeast(this.scan(input, options).outcome, this.#minOutcome);
  }

  /**
   * The text with its hits and the quotes of its findings masked, if its outcome is at or above `minOutcome`; else the text unchanged,
   * so that a warning that names 传销 is left alone.
   */
  mask(input: string | TextInput, options: MaskOptions = {}): string {
    checkKeys(options, ["char", "replace", "minOutcome", "scenes"], "mask");
    checkOutcome(options.minOutcome);
    if (options.char !== undefined && typeof options.char !== "string") throw new NomlmError("NOMLM_FILTER_OPTION", "char is a string");
    if (options.replace !== undefined && typeof options.replace !== "function")
      throw new NomlmError("NOMLM_FILTER_OPTION", "replace is a function");
    const text = textOf(input);
    const result = this.scan(input, options.scenes === undefined ? {} : { scenes: options.scenes });
    return atLeast(result.outcome, options.minOutcome ?? this.#minOutcome) ? maskText(text, result, options) : text;
  }

  /**
   * Opens a conversation: evidence is weighed over the messages of one thread or sender.
   * @param options window and an earlier state; default: the last 40 messages of a week
   * @returns an object whose `add({ from, at, text })` gives the outcome over the thread; it judges by the dictionary in use when a message is added
   * @throws NOMLM_FILTER_OPTION, NOMLM_CONVERSATION_STATE
   */
  openConversation(options: ConversationOptions = {}): Conversation {
    checkKeys(options, ["messagesMax", "windowMs", "state"], "openConversation");
    for (const name of ["messagesMax", "windowMs"] as const) {
      const value = options[name];
      if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1))
        throw new NomlmError("NOMLM_FILTER_OPTION", `${name} is a whole number of at least 1`);
    }
    return new this.#judging.Conversation((text) => this.#scan(text, null, noOptions), options);
  }

  /**
   * Takes another dictionary at once; a scan that is running finishes on the old one. `terms` and `allow` stay.
   * @param dictionary artifact bytes, or a list of one; checked completely before anything changes. Its checksum is tested, its SHA-256 is not (that takes waiting: `nomlm/update` and `createFilter` do)
   * @throws NOMLM_ARTIFACT_*; the old dictionary then stays in use
   */
  replaceDictionary(dictionary: Uint8Array | readonly Uint8Array[]): DictionaryRef {
    this.#opened = this.#open(onlyDictionary(dictionary));
    return this.#opened.ref;
  }

  #open(bytes: Uint8Array, isBuiltin = false): Opened {
    const container = readContainer(bytes, "dictionary");
    const layer = openLayer(container);
    const { id, version } = layer.dictionary.meta;
    const { Judge, lazyRules, openRules } = this.#judging;
    const judge = new Judge(isBuiltin ? lazyRules(container) : openRules(container));
    return {
      scanner: new Scanner(this.#own === null ? [layer] : [layer, this.#own]),
      judge,
      ref: { id, version, sha256: container.sha256 },
      sighting: { matchesMax: this.#limits.hitsMax * matchesPerHit, segmenter: this.#segmenter ?? null, scenes: null, gate: judge.gate },
    };
  }

  #scan(whole: string, id: string | null, { scenes, explain = false }: ScanOptions): ScanResult {
    const { scanner, judge, ref, sighting } = this.#opened;
    const { textUnitsMax, hitsMax } = this.#limits;
    const text = whole.length > textUnitsMax ? whole.slice(0, textUnitsMax) : whole;
    const seen = scanner.sight(text, scenes === undefined ? sighting : { ...sighting, scenes });
    if (!explain && text === whole && judge.isQuiet(seen)) return quietResult(id, ref);
    const judgement = judge.judge(text, seen, explain);
    const truncated = judgement.truncated || text !== whole || seen.truncated || seen.hits.length > hitsMax;
    const hits = seen.hits.length === 0 ? empty : seen.hits.slice(0, hitsMax).map((sighting) => describe(text, sighting));
    return resultOf(id, ref, hits, judgement, truncated);
  }
}

const noOptions: ScanOptions = {};
/** One for all results that have none. */
const empty: readonly never[] = Object.freeze([]);

/** Most texts: nothing was found, and nothing was cut. */
function quietResult(id: string | null, dictionary: DictionaryRef): ScanResult {
  return {
    schema: "nomlm.scan/1",
    id,
    outcome: "none",
    score: 0,
    elements: empty,
    findings: empty,
    hits: empty,
    context: null,
    dictionary,
  };
}

/** One literal for the many texts where nothing is found: spreading optional fields takes longer than matching a message. */
function resultOf(
  id: string | null,
  dictionary: DictionaryRef,
  hits: readonly Hit[],
  { outcome, score, elements, findings, context, reasons }: Judgement,
  truncated: boolean,
): ScanResult {
  const result: ScanResult = { schema: "nomlm.scan/1", id, outcome, score, elements, findings, hits, context, dictionary };
  if (reasons === null && !truncated) return result;
  return { ...result, ...(reasons === null ? {} : { reasons }), ...(truncated ? { truncated } : {}) };
}

/** @throws NOMLM_FILTER_OPTION */
export function onlyDictionary(dictionary: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const list = dictionary instanceof Uint8Array ? [dictionary] : dictionary;
  if (!Array.isArray(list) || list.length !== 1 || !(list[0] instanceof Uint8Array)) {
    throw new NomlmError("NOMLM_FILTER_OPTION", "dictionary is a Uint8Array, or a list of one");
  }
  return list[0];
}

function textOf(input: string | TextInput): string {
  const text = typeof input === "string" ? input : input?.text;
  if (typeof text !== "string") throw new NomlmError("NOMLM_FILTER_TEXT");
  return text;
}

function idOf(input: string | TextInput): string | null {
  const id = typeof input === "string" ? null : (input.id ?? null);
  return id === null ? null : String(id);
}
