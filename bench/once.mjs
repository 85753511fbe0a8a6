/** What happens once per process: compile, load, start; and what is shipped: bytes. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { medianOf } from "./numbers.mjs";

/**
 * Compile, write and load times of the matcher, each process fresh, medians over processes.
 * @returns {object[]} one row per dictionary; throws when the loaded matcher counts otherwise than the compiled one
 */
export function measureBuilds(definition, written, { scale, say }) {
  return definition.dictionaries[scale].map((dictionary) => {
    const args = [written.files[dictionary], JSON.stringify(definition.options), written.files.messages];
    const samples = freshProcesses("build-child.mjs", args, definition.processes[scale]);
    for (const { hits } of samples) if (hits[0] !== hits[1]) throw new Error(`${dictionary}: ${hits[0]} hits, after load ${hits[1]}`);
    say(`${dictionary}: compiled in ${samples.length} processes`);
    return { dictionary, processes: samples.length, ...mediansOf(samples) };
  });
}

/** From import to a ready built-in filter, medians over fresh processes, with the extremes of the ready time. */
export function measureStart(definition, { scale, say }) {
  const { text, hitsMin, processes } = definition.start;
  const samples = freshProcesses("start-child.mjs", [text], processes[scale]);
  if (samples.some(({ hits }) => hits < hitsMin)) throw new Error("the built-in filter finds nothing in a text that it must hit");
  say(`started ${samples.length} processes`);
  const ready = samples.map((sample) => sample.readyMilliseconds);
  return {
    processes: samples.length,
    ...mediansOf(samples),
    readyMillisecondsMin: Math.min(...ready),
    readyMillisecondsMax: Math.max(...ready),
  };
}

/** Bytes of the doors, bundled, minified and gzipped without the dictionary, and of the built-in artifact. */
export async function measureSizes() {
  const { builtinArtifact } = await import(new URL("builtin.js", process.env.NOMLM_BENCH_DIST));
  const artifact = Buffer.from(builtinArtifact, "base64");
  return {
    mainDoor: await doorSize("index.js"),
    matcherDoor: await doorSize("matcher.js"),
    builtinArtifactBytes: artifact.length,
    builtinGzipBytes: gzipSync(artifact, { level: 9 }).length,
  };
}

async function doorSize(file) {
  const entry = fileURLToPath(new URL(file, process.env.NOMLM_BENCH_DIST));
  const options = { entryPoints: [entry], bundle: true, minify: true, format: "esm", platform: "neutral", write: false };
  const { outputFiles } = await bundle({ ...options, external: ["./builtin.js"], logLevel: "error" });
  const bytes = outputFiles[0].contents;
  return { minifiedBytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length };
}

function freshProcesses(script, args, count) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return Array.from({ length: count }, () => JSON.parse(execFileSync(process.execPath, [file, ...args], { encoding: "utf8" })));
}

/** The median of every figure that the samples share. */
function mediansOf(samples) {
  const keys = Object.keys(samples[0]).filter((key) => typeof samples[0][key] === "number");
  return Object.fromEntries(keys.map((key) => [key, medianOf(samples.map((sample) => sample[key]))]));
}
