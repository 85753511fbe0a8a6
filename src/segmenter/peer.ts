import { NomlmError } from "../errors.js";

/**
 * Loads an optional package that the user installs beside this one.
 * @param specifier what to import, for example `@node-rs/jieba/dict.js`
 * @param install name of the package that `npm i` takes
 * @returns its exports; for a CommonJS package those of `module.exports`
 * @throws NomlmError `NOMLM_SEGMENTER_MISSING` when it is not there, `NOMLM_SEGMENTER_BROKEN` when it is there and does not load
 */
export async function importPeer(specifier: string, install: string): Promise<unknown> {
  try {
    // The comments keep bundlers from following an import that only a user with the package can resolve.
    const module = (await import(/* webpackIgnore: true */ /* @vite-ignore */ specifier)) as { readonly default?: unknown };
    return module.default ?? module;
  } catch (error) {
    if (isAbsent(error, specifier)) throw new NomlmError("NOMLM_SEGMENTER_MISSING", `${install} is not installed; run: npm i ${install}`);
    throw new NomlmError("NOMLM_SEGMENTER_BROKEN", brokenDetail(install));
  }
}

/** What to say when a package is there but its native part is not: most often its install script did not run. */
export function brokenDetail(install: string): string {
  return `${install} is installed but does not load; run: npm rebuild ${install} (with install scripts allowed)`;
}

/** The package itself is absent, and not something that it needs in turn. */
function isAbsent(error: unknown, specifier: string): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && String(message).includes(`'${packageOf(specifier)}`);
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
