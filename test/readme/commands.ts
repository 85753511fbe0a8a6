import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const commandLine = resolve(import.meta.dirname, "../../dist/cli.js");

/**
 * Runs the lines of an `sh` block, without a shell, so that they mean the same on every system: `nomlm …`, `npx nomlm …`, and
 * `echo 'TEXT' | nomlm …`. A line ends with `# exit N` where the command's status is not 0.
 * @param folder where the block runs
 * @returns what the lines wrote: for each the standard output, then the standard error
 */
export function runCommands(code: string, folder: string): string {
  const lines = code
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.map((line) => runLine(line, folder)).join("");
}

function runLine(line: string, folder: string): string {
  const [, command, status] = /^(.*?)(?:\s+#(?: exit (\d))?.*)?$/.exec(line) as unknown as [string, string, string | undefined];
  let input = "";
  let said = "";
  for (const words of splitPipes(wordsOf(command))) {
    if (words[0] === "echo") {
      input = `${words.slice(1).join(" ")}\n`;
      continue;
    }
    const argv = words[0] === "npx" ? words.slice(1) : words;
    if (argv[0] !== "nomlm") throw new Error(`cannot run "${line}": only nomlm and echo are known here`);
    const ran = spawnSync(process.execPath, [commandLine, ...argv.slice(1)], { cwd: folder, input, encoding: "utf8", env: environment() });
    if (ran.status !== Number(status ?? 0)) throw new Error(`"${line}" ended with ${ran.status}: ${ran.stderr}`);
    input = ran.stdout;
    said += ran.stderr;
  }
  return input + said;
}

function environment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _color, ...rest } = process.env;
  return { ...rest, NO_COLOR: "1" };
}

/** Words apart by spaces; quotes keep spaces and bars together. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(([, single, double, plain]) => single ?? double ?? (plain as string));
}

function splitPipes(words: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (word === "|") parts.push([]);
    else (parts.at(-1) as string[]).push(word);
  }
  return parts;
}
