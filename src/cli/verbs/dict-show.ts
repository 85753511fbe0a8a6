import { NomlmError } from "../../errors.js";
import { createFilter } from "../../index.js";
import { inertLine } from "../../report/inert.js";
import { toJsonLine } from "../../report/json.js";
import { type Paint, painter } from "../../report/paint.js";
import { reportWords } from "../../report/words.js";
import type { Arguments } from "../arguments.js";
import { type Dictionary, openDictionary } from "../dictionary-source.js";
import { renderDiagnostics } from "../output/diagnostics.js";
import { note, type Session, wantsColor } from "../terminal.js";

type Term = Dictionary["terms"][number];
type Source = Dictionary["sources"][number];

/**
 * `nomlm dict show [DIR|FILE] [ENTRY…]`: entries by id or by their words, with their sources; without ENTRY what the dictionary is.
 * @returns 0; 1 when an entry is not there or the source has errors
 */
export async function showDictionary(args: Arguments, session: Session): Promise<number> {
  const { messages, stdout, stderr } = session;
  const { dictionary, artifact, diagnostics, folder, rest } = await openDictionary(args, messages);
  const color = wantsColor(session, args);
  if (dictionary === null || artifact === null) {
    stderr.write(renderDiagnostics(diagnostics, folder, messages, color));
    return 1;
  }
  const isJson = args.one("format") === "json";
  if (rest.length === 0) {
    const { sha256 } = (await createFilter({ dictionary: artifact })).dictionary;
    stdout.write(
      isJson ? toJsonLine(overviewOf(dictionary, artifact, sha256)) : overview(dictionary, artifact, sha256, painter(color), session),
    );
    return 0;
  }
  let status = 0;
  for (const wanted of rest) {
    const entries = entriesFor(dictionary, wanted);
    for (const entry of entries) stdout.write(isJson ? toJsonLine(entry) : entryText(entry, painter(color), session));
    if (entries.length > 0) continue;
    note(stderr, new NomlmError("NOMLM_CLI_ARGUMENT", messages.noSuchTerm(inertLine(wanted))).message);
    status = 1;
  }
  return status;
}

interface Entry {
  readonly term: Term;
  readonly sources: readonly Source[];
  /** The named scheme that the term is a spelling of. */
  readonly scheme: Dictionary["schemes"][number] | null;
  readonly cases: Dictionary["cases"];
}

function entriesFor(dictionary: Dictionary, wanted: string): Entry[] {
  const belongsTo = (id: string) => id === wanted || id.startsWith(`${wanted}.`);
  return dictionary.terms
    .filter((term) => term.text === wanted || belongsTo(term.id))
    .map((term) => ({
      term,
      sources: term.sources.map((id) => dictionary.sources.find((source) => source.id === id)).filter((source) => source !== undefined),
      scheme:
        term.element === "scheme" ? (dictionary.schemes.find(({ id }) => term.id === id || term.id.startsWith(`${id}.`)) ?? null) : null,
      cases: dictionary.cases.filter((entry) => entry.term === term.id),
    }));
}

function entryText({ term, sources, scheme, cases }: Entry, paint: Paint, { language, messages }: Session): string {
  const words = reportWords[language];
  const { forbidLeft, forbidRight, requireRight } = term.boundary;
  const around = [
    ["forbid_left", forbidLeft],
    ["forbid_right", forbidRight],
    ["require_right", requireRight],
  ] as const;
  const lines = [
    `${paint("bold", term.id)}  ${inertLine(term.text)}  ${words.elements[term.element]} (${term.element})  use=${term.use} tier=${term.tier}`,
    ...around.filter(([, list]) => list.length > 0).map(([name, list]) => `  ${name}: ${inertLine(list.join(" "))}`),
    ...(term.scenes.length === 0 ? [] : [`  scenes: ${inertLine(term.scenes.join(" "))}`]),
    ...(scheme === null
      ? []
      : [
          `  ${[scheme.name, scheme.status, scheme.authority, scheme.date ?? "", scheme.caution ?? ""]
            .filter((part) => part !== "")
            .map(inertLine)
            .join("; ")}`,
        ]),
    ...sources.map((source) => `  ${sourceText(source, paint, messages.verified)}`),
    ...cases.map((entry) => `  ${paint("dim", `${entry.id} ${entry.expect}: ${inertLine(entry.text)}`)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function sourceText(source: Source, paint: Paint, verified: (isVerified: boolean) => string): string {
  const parts = [source.kind, source.issuer, source.title, source.date, source.url].filter((part) => part !== undefined && part !== "");
  return `${source.id}  ${paint(source.verified ? "bold" : "dim", verified(source.verified))}  ${inertLine(parts.join("; "))}`;
}

function overviewOf(dictionary: Dictionary, artifact: Uint8Array, sha256: string) {
  const uses: Record<string, number> = {};
  for (const { use } of dictionary.terms) uses[use] = (uses[use] ?? 0) + 1;
  const { meta, schemes, places, sources, cases } = dictionary;
  const verifiedSources = sources.filter((source) => source.verified).length;
  const counts = { schemes: schemes.length, places: places.length, sources: sources.length, verifiedSources, cases: cases.length };
  return { meta, sha256, bytes: artifact.length, uses, counts };
}

function overview(dictionary: Dictionary, artifact: Uint8Array, sha256: string, paint: Paint, { messages }: Session): string {
  const { meta, bytes, uses, counts } = overviewOf(dictionary, artifact, sha256);
  const lines = [
    `${paint("bold", `${meta.id} ${meta.version}`)}  ${inertLine(meta.title)}`,
    `  ${inertLine(meta.issuer.name)} (${meta.issuer.level})  ${meta.issuedAt}  ${meta.effectiveFrom} – ${meta.effectiveTo ?? ""}  ${inertLine(meta.licence)}  ${meta.jurisdiction}`,
    `  ${bytes} bytes  sha256 ${sha256}`,
    `  ${Object.entries(uses)
      .map(([use, count]) => `${use} ${count}`)
      .join("  ")}`,
    `  ${messages.otherRows(counts.schemes, counts.places, uses.allow ?? 0, uses.cue ?? 0, counts.sources, counts.cases)}`,
    `  ${messages.verifiedSources(counts.verifiedSources, counts.sources)}`,
  ];
  return `${lines.join("\n")}\n`;
}
