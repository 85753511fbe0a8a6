import { readFileSync } from "node:fs";

const { builtinArtifact } = await import(new URL("./node_modules/nomlm/dist/builtin.js", import.meta.url));
readFileSync(new URL("./node_modules/nomlm/dist/builtin.cjs", import.meta.url)); // both formats are in the package
console.log(Buffer.from(builtinArtifact, "base64").length);
