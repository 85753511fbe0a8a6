/** In a fresh process: from the import of the main door to a filter with the built-in dictionary. */
import { performance } from "node:perf_hooks";

const started = performance.now();
const { createFilter } = await import(new URL("index.js", process.env.NOMLM_BENCH_DIST));
const imported = performance.now();
const filter = await createFilter();
const ready = performance.now();
const { hits } = filter.scan(process.argv[2]);
const scanned = performance.now();
console.log(
  JSON.stringify({
    importMilliseconds: imported - started,
    readyMilliseconds: ready - started,
    firstScanMilliseconds: scanned - ready,
    hits: hits.length,
  }),
);
