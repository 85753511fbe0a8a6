import { readFileSync } from "node:fs";

const dist = (name) => new URL(`./node_modules/nomlm/dist/${name}`, import.meta.url);
const { builtinArtifact } = await import(dist("builtin.js"));
const text = Buffer.from(builtinArtifact, "base64");
readFileSync(dist("builtin.cjs")); // both formats are in the package, and the file that hosts with files read instead
if (!text.equals(readFileSync(dist("builtin.bin")))) throw new Error("builtin.bin is not what builtin.js holds");
for (const { builtinFile } of [await import(dist("builtin-file.js")), (await import(dist("builtin-file.cjs"))).default])
  if (!text.equals(builtinFile())) throw new Error("the file of the dictionary is not read");
console.log(text.length);
