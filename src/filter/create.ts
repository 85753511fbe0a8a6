import { checkHash } from "../artifact/container.js";
import { runtimeLayer } from "../scan/runtime-terms.js";
import { Filter, onlyDictionary } from "./filter.js";
import { checkOptions, type FilterOptions } from "./options.js";

/**
 * Makes a filter.
 * @param options a dictionary of your own, words to add or to silence, thresholds; default: the built-in dictionary as it is
 * @returns a filter that is ready to scan
 * @throws NOMLM_FILTER_OPTION, NOMLM_FILTER_TERM for misuse; NOMLM_ARTIFACT_* for bytes that are damaged, hostile or forged
 */
export async function createFilter(options: FilterOptions = {}): Promise<Filter> {
  checkOptions(options);
  const own = options.terms?.length || options.allow?.length ? runtimeLayer(options.terms ?? [], options.allow ?? []) : null;
  const given = options.dictionary === undefined ? null : onlyDictionary(options.dictionary);
  const [judging, dictionary] = await Promise.all([import("./judging.js"), given ?? builtinDictionary()]);
  const filter = new Filter(dictionary, own, options, judging, given === null);
  if (given === null) return filter; // first: it says more exactly what is wrong with other bytes
  await checkHash(given);
  return filter;
}

/**
 * The built-in dictionary's artifact: what `createFilter()` reads. Its hash needs no check, since it is part of the package.
 * @returns the bytes, in a buffer of their own
 */
export async function builtinDictionary(): Promise<Uint8Array> {
  const { builtinFile } = await import("../builtin-file.js");
  return builtinFile() ?? fromBase64((await import("../builtin.js")).builtinArtifact);
}

interface Base64Buffer {
  from(text: string, encoding: "base64"): Uint8Array;
}

/** `Buffer` where the host has one (several times faster), else `atob`. */
function fromBase64(text: string): Uint8Array {
  const host = (globalThis as { Buffer?: Base64Buffer }).Buffer;
  if (host !== undefined) return new Uint8Array(host.from(text, "base64"));
  const binary = atob(text);
  return Uint8Array.from({ length: binary.length }, (_, i) => binary.charCodeAt(i));
}
