import ts from "typescript";
import type { Block } from "./blocks.js";

/** Blocks of one page that run as one program: a block without import or require goes on where the last one ended. */
export interface Program {
  readonly blocks: readonly Block[];
  readonly isCommonJs: boolean;
}

export function programsOf(blocks: readonly Block[]): Program[] {
  const programs: { blocks: Block[]; isCommonJs: boolean }[] = [];
  for (const block of blocks) {
    const isCommonJs = /\brequire\(/.test(block.code);
    if (isCommonJs || /^import /m.test(block.code)) programs.push({ blocks: [block], isCommonJs });
    else if (programs.length > 0) (programs.at(-1) as { blocks: Block[] }).blocks.push(block);
    else throw new Error(`${block.page}:${block.line} the first block imports nothing`);
  }
  return programs;
}

/** The program as its page shows it. */
export function sourceOf({ blocks }: Program): string {
  return blocks.map((block) => block.code).join("\n");
}

/**
 * JavaScript that runs the program and compares, behind every statement that ends with `// → …`, its value with what is written there
 * (a JavaScript expression, or `throws CODE`); further lines of the value begin with `//   `. It leaves what each block printed in
 * `globalThis.printed`.
 */
export function checkingProgram({ blocks, isCommonJs }: Program): string {
  const parts = blocks.map((block, k) => `begin(${k});\n${withChecks(block, isCommonJs)}`);
  const program = parts.join("\n");
  const module = isCommonJs ? ts.ModuleKind.None : ts.ModuleKind.ESNext;
  return ts.transpileModule(program, { compilerOptions: { target: ts.ScriptTarget.ES2022, module } }).outputText;
}

function withChecks({ page, line, code }: Block, isCommonJs: boolean): string {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  const edits: { from: number; to: number; text: string }[] = [];
  for (const statement of file.statements) {
    const shown = shownAfter(code, statement.end);
    if (shown === null) continue;
    const place = JSON.stringify(`${page}:${line + file.getLineAndCharacterOfPosition(statement.end).line + 1}`);
    edits.push(checkOf(statement, shown, place, isCommonJs));
  }
  const unshown = code.split("\n").filter((text) => text.includes("// →")).length - edits.length;
  if (unshown !== 0) throw new Error(`${page}:${line} a "// →" of this block stands behind no statement`);
  return edits.reduceRight((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), code);
}

/** What is written behind a statement, or null. */
function shownAfter(code: string, end: number): string | null {
  const [first, ...more] = code.slice(end).split("\n");
  const found = /^\s*\/\/ → (.*)$/.exec(first as string);
  if (found === null) return null;
  const rest = more.slice(0, more.findIndex((line) => !/^\s*\/\/ {3}/.test(line)) >>> 0).map((line) => line.replace(/^\s*\/\//, ""));
  return [found[1], ...rest].join("\n");
}

function checkOf(statement: ts.Statement, shown: string, place: string, isCommonJs: boolean) {
  const refusal = /^throws (\w+)$/.exec(shown);
  const expected = refusal === null ? `() => (${shown})` : JSON.stringify(refusal[1]);
  const value = ts.isExpressionStatement(statement) ? statement.expression.getText() : nameIn(statement);
  const check = isCommonJs
    ? `shown(${place}, () => (${value}), ${expected});`
    : `await shown(${place}, async () => (${value}), ${expected});`;
  return ts.isExpressionStatement(statement)
    ? { from: statement.getStart(), to: statement.end, text: check }
    : { from: statement.end, to: statement.end, text: ` ${check}` };
}

/** The name that a `const name = …` gives. */
function nameIn(statement: ts.Statement): string {
  const declaration = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
  if (declaration === undefined || !ts.isIdentifier(declaration.name)) throw new Error(`no value to show: ${statement.getText()}`);
  return declaration.name.text;
}
