/**
 * The pages tell the truth: their `ts`, `js` and `sh` blocks run against the built package, and what the pages show as values
 * (`// → …`) or output (the `text` or `json` block that follows) is compared with the real ones. `…` stands for something left out.
 * Tables below a comment `<!-- rows: … -->` are scanned row by row (readme/tables.ts).
 * A block with a file name, as in `csv terms/slogan.csv`, is that file for the commands and programs of its page.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { type Block, blocksOf, executed } from "./readme/blocks.js";
import { runCommands } from "./readme/commands.js";
import { filledIn, textPattern } from "./readme/expected.js";
import { checkingProgram, type Program, programsOf, sourceOf } from "./readme/programs.js";
import { checkedRows, shownAndReal } from "./readme/tables.js";

const root = resolve(import.meta.dirname, "..");
const readmes = ["README.md", "README.zh-CN.md"];
const pages = [
  ...readmes,
  "ARCHITECTURE.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const markdownOf = (page: string) => readFileSync(join(root, page), "utf8");

// Below the package's own folder: there, and only there, the name "nomlm" means what has been built.
mkdirSync(join(root, ".tmp"), { recursive: true });
const temporary = mkdtempSync(join(root, ".tmp", "readme-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe.each(pages)("%s", (page) => {
  const blocks = blocksOf(page, markdownOf(page));
  const folder = join(temporary, page.replaceAll("/", "-"));
  mkdirSync(folder);
  for (const data of ["dict", "examples"]) cpSync(join(root, data), join(folder, data), { recursive: true });
  for (const { file, code } of blocks) {
    if (file === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }

  const commands = blocks.filter(({ language }) => language === "sh");
  if (commands.length > 0) {
    it("its commands do what it says", () => {
      for (const block of commands) expectOutput(block, runCommands(block.code, folder));
    });
  }

  // After the commands, whose files a program may read.
  const programs = programsOf(blocks.filter(({ language }) => language === "ts" || language === "js"));
  if (programs.length > 0) {
    it("its programs do what it says", () => {
      programs.forEach((program, k) => {
        const printed = runProgram(program, folder, k);
        program.blocks.forEach((block, i) => {
          expectOutput(block, printed[i] as string);
        });
      });
    });
  }

  const rows = checkedRows(markdownOf(page));
  if (rows.length > 0) {
    it("its tables hold", async () => {
      for (const row of rows) {
        const [shown, real] = await shownAndReal(row);
        expect(real, `${page}:${row.line}`).toEqual(shown);
      }
    });
  }

  it("its links lead somewhere", () => {
    const targets = [...withoutCode(markdownOf(page)).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
      (found) => found[1] ?? (found[2] as string),
    );
    const broken = targets.filter((target) => !/^https?:/.test(target) && !leads(page, target));
    expect(broken).toEqual([]);
  });
});

describe("the READMEs", () => {
  it("show the same examples", () => {
    const examplesOf = (page: string) =>
      blocksOf(page, markdownOf(page))
        .filter(({ language }) => executed.includes(language))
        .map(({ code }) => code.replace(/\s*(\/\/(?! →)|# (?!exit)).*$/gm, "").replace(/(# exit \d).*$/gm, "$1"));
    expect(examplesOf(readmes[1] as string)).toEqual(examplesOf(readmes[0] as string));
  });

  it("have pictures of what npm start prints now", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "tools/shot.mjs"), "--check"], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});

it("ARCHITECTURE.md has every room on its map", () => {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter(({ name }) => !name.endsWith(".d.ts"));
  const map = markdownOf("ARCHITECTURE.md");
  expect(rooms.map((room) => `| \`src/${room.name}${room.isDirectory() ? "/" : ""}\` |`).filter((row) => !map.includes(row))).toEqual([]);
});

it("every example type-checks", () => {
  const files = pages.flatMap((page) =>
    programsOf(blocksOf(page, markdownOf(page)).filter(({ language }) => language === "ts")).map((program, k) => {
      const file = join(temporary, `${page.replaceAll("/", "-")}-${k}.mts`);
      writeFileSync(file, sourceOf(program));
      return file;
    }),
  );
  expect(files.length).toBeGreaterThan(0);
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  });
  const problems = ts.getPreEmitDiagnostics(program).map((problem) => {
    const text = ts.flattenDiagnosticMessageText(problem.messageText, "\n");
    const line = problem.file === undefined ? "" : problem.file.text.slice(problem.start).split("\n")[0];
    return `${problem.file?.fileName}: ${text}: ${line}`;
  });
  expect(problems).toEqual([]);
}, 120_000);

function runProgram(program: Program, folder: string, number: number): string[] {
  const file = join(folder, `program-${number}.${program.isCommonJs ? "cjs" : "mjs"}`);
  writeFileSync(file, checkingProgram(program));
  const prelude = join(root, "test/readme/prelude.cjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", prelude, file], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${(program.blocks[0] as Block).page}: ${stderr}`);
  return JSON.parse(stdout) as string[];
}

function expectOutput({ page, line, output }: Block, real: string): void {
  if (output === null) return;
  if (output.language === "text") expect(real, `${page}:${line}`).toMatch(textPattern(output.code));
  else expect(JSON.parse(real), `${page}:${line}`).toEqual(filledIn(JSON.parse(output.code), JSON.parse(real)));
}

function leads(page: string, target: string): boolean {
  const [path, anchor] = target.split("#") as [string, string?];
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || (file.endsWith(".md") && anchorsOf(markdownOf(file)).includes(decodeURIComponent(anchor)));
}

/** As GitHub makes them: small letters, punctuation dropped, dashes for spaces. */
function anchorsOf(markdown: string): string[] {
  const headings = [...withoutCode(markdown).matchAll(/^#+ +(.*)$/gm)].map((found) => found[1] as string);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}
