/**
 * The shape of the house as data, held against the real imports of src/. A new edge in the table is a decision: write its reason
 * beside it, and tell it in ARCHITECTURE.md.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Rooms that hold what a scan needs; a later room of the path may read all of them. */
const scanPath = ["errors", "text", "artifact", "matcher", "fold", "engine", "dictionary", "scan", "rules"];

/** Room → rooms that it may import. A room is a folder of src/, or a file directly in src/. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  builtin: [], // written by the build; among the sources there is only its declaration
  "builtin-file": [], // likewise
  text: ["errors"],
  artifact: ["errors"],
  // text: units of UTF-16 and surrogates, which a matcher over UTF-16 cannot do without. Still no Chinese.
  matcher: ["errors", "artifact", "text"],
  fold: ["errors", "artifact", "text"],
  dictionary: ["errors", "artifact"],
  engine: ["errors", "text", "artifact", "matcher", "fold"],
  scan: ["errors", "text", "artifact", "matcher", "fold", "engine", "dictionary"],
  rules: ["errors", "text", "artifact", "matcher", "fold", "engine", "dictionary", "scan"],
  conversation: scanPath,
  // fold: the names of the tricks that a hit lists in `undone`.
  report: ["errors", "text", "dictionary", "fold", "scan", "rules", "conversation"],
  // What createFilter returns: it joins dictionary, terms of run time, scan, rules and report; index only names it.
  filter: [...scanPath, "conversation", "report", "builtin", "builtin-file"],
  index: [...scanPath, "conversation", "report", "filter"],
  compile: scanPath,
  publish: ["errors", "artifact", "compile"],
  update: ["errors", "artifact", "scan"],
  ledger: ["errors", "report"],
  pipeline: ["errors", "index"],
  server: ["index", "report", "ledger", "update"],
  telemetry: ["index"],
  adapters: ["index"],
  segmenter: ["errors", "scan"],
  cli: ["errors", "index", "engine", "compile", "segmenter", "report", "publish", "update", "ledger", "pipeline", "server"],
};

/** Files that a room may reach in another one only by type or not at all: the port, but not the room behind it. */
const onlyFiles: Readonly<Record<string, readonly string[]>> = { segmenter: ["errors.ts", "scan/segmenter.ts"] };

/** Packages that are bundled into the doors, and where. The core has no dependency at run time. */
const packages: Readonly<Record<string, readonly string[]>> = { compile: ["papaparse"], artifact: ["@noble/hashes"] };

const mayUseNode = new Set(["cli", "segmenter", "pipeline", "server", "ledger", "publish", "update"]);
/** Names that only Node has, and code made from strings, which edge workers and content security policies forbid. */
const notEverywhere = new Set(["process", "Buffer", "require", "__dirname", "__filename", "setImmediate", "eval", "Function"]);
const bannedWords = new Set(["util", "utils", "helper", "helpers", "manager", "managers", "common"]);
const fileLinesMax = 300;
const functionLinesMax = 50;
/** Functions that may be longer, each with its reason. */
const longFunctions: Readonly<Record<string, string>> = {};

const files = sourceFiles("src");
const trees = new Map(files.map((file) => [file, ts.createSourceFile(file, readSource(file), ts.ScriptTarget.ES2022, true)]));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe("imports", () => {
  it("reads the sources", () => {
    expect(files).toContain("errors.ts");
    expect([...imports.values()].flat().length).toBeGreaterThan(0);
  });

  it("lie in known rooms", () => {
    expect(files.filter((file) => mayImport[roomOf(file)] === undefined)).toEqual([]);
  });

  it("follow the table", () => {
    const edges = files.flatMap((file) => own(file).map((target) => ({ file, target, from: roomOf(file), to: roomOf(target) })));
    const wrong = edges.filter(({ from, to }) => from !== to && !mayImport[from]?.includes(to));
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("reach a room behind a port by the port only", () => {
    const wrong = files.flatMap((file) => {
      const allowed = onlyFiles[roomOf(file)];
      return own(file).filter((target) => allowed !== undefined && roomOf(target) !== roomOf(file) && !allowed.includes(target));
    });
    expect(wrong).toEqual([]);
  });

  it("have no cycle", () => {
    expect(cycleAmong(files)).toBeNull();
  });

  it("name no package but those that are bundled", () => {
    const wrong = files.flatMap((file) =>
      foreign(file)
        .filter(
          (name) => !isBuiltin(name) && !packages[roomOf(file)]?.some((allowed) => name === allowed || name.startsWith(`${allowed}/`)),
        )
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("name no Node built-in in rooms that run everywhere", () => {
    const everywhere = files.filter((file) => !mayUseNode.has(roomOf(file)));
    expect(everywhere.flatMap((file) => foreign(file).filter(isBuiltin))).toEqual([]);
    expect(everywhere.flatMap((file) => identifiersOf(file).filter((name) => notEverywhere.has(name))).sort()).toEqual([]);
  });

  it("write built-ins with node:", () => {
    expect(files.flatMap((file) => foreign(file).filter((name) => isBuiltin(name) && !name.startsWith("node:")))).toEqual([]);
  });
});

describe("names and sizes", () => {
  it("no file, folder or declaration is a util, helper, manager or common", () => {
    const names = files.flatMap((file) => [...file.replace(/\.ts$/, "").split("/"), ...declaredNames(file)]);
    expect(names.filter((name) => wordsOf(name).some((word) => bannedWords.has(word)))).toEqual([]);
  });

  it("no door or file has a default export", () => {
    expect(files.filter((file) => hasDefaultExport(file))).toEqual([]);
  });

  it(`files have fewer than ${fileLinesMax} lines, generated ones apart`, () => {
    const long = files.filter((file) => !file.endsWith(".generated.ts") && readSource(file).split("\n").length > fileLinesMax);
    expect(long).toEqual([]);
  });

  it(`functions have at most ${functionLinesMax} lines, unless a reason is given`, () => {
    const long = files.flatMap((file) => longFunctionsOf(file));
    expect(long.filter((name) => longFunctions[name] === undefined)).toEqual([]);
    expect(Object.keys(longFunctions).filter((name) => !long.includes(name))).toEqual([]);
  });

  it("the scan path asks the engine for no Unicode data: results must not differ between runtimes", () => {
    const core = files.filter((file) => [...scanPath, "filter", "index"].includes(roomOf(file)));
    expect(core.filter((file) => /\.normalize\(|\\p\{/.test(withoutComments(file)))).toEqual([]);
  });
});

describe("error codes", () => {
  const inSources = new Set(files.flatMap((file) => codesIn(withoutComments(file))));
  const used = new Set(files.filter((file) => file !== "errors.ts").flatMap((file) => codesIn(withoutComments(file))));
  const documented = new Set(existsSync("docs/errors.md") ? codesIn(readFileSync("docs/errors.md", "utf8")) : []);
  const catalogue = codesIn(withoutComments("errors.ts"));

  it("docs/errors.md lists the codes of the sources, all and no others", () => {
    expect([...documented].sort()).toEqual([...inSources].sort());
  });

  it("the catalogue has no code twice and none that nobody throws", () => {
    expect(catalogue.length).toBe(new Set(catalogue).size);
    expect(catalogue.filter((code) => !used.has(code))).toEqual([]);
  });
});

function sourceFiles(root: string, under = ""): string[] {
  return readdirSync(join(root, under), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(under, entry.name);
      if (entry.isDirectory()) return sourceFiles(root, path);
      return path.endsWith(".ts") ? [path] : [];
    });
}

function readSource(file: string): string {
  return readFileSync(join("src", file), "utf8");
}

function treeOf(file: string): ts.SourceFile {
  return trees.get(file) as ts.SourceFile;
}

function roomOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] as string) : file.replace(/(\.d)?\.ts$/, "");
}

/** Everything that a file imports, types and dynamic imports included: own files as paths below src/, the rest as written. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readSource(file), true, true);
  return importedFiles.map(({ fileName }) => (fileName.startsWith(".") ? resolveOwn(file, fileName) : fileName));
}

function resolveOwn(file: string, specifier: string): string {
  const path = posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts");
  return files.includes(path) ? path : path.replace(/\.ts$/, ".d.ts");
}

function own(file: string): string[] {
  return (imports.get(file) ?? []).filter((target) => target.endsWith(".ts"));
}

function foreign(file: string): string[] {
  return (imports.get(file) ?? []).filter((target) => !target.endsWith(".ts"));
}

/** The first cycle that a walk in depth meets, as a readable path. */
function cycleAmong(all: readonly string[]): string | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(" → ");
    if (done.has(file)) return null;
    path.push(file);
    const cycle = own(file).reduce<string | null>((found, target) => found ?? visit(target), null);
    path.pop();
    done.add(file);
    return cycle;
  };
  return all.reduce<string | null>((found, file) => found ?? visit(file), null);
}

function nodesOf(file: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(file));
  return nodes;
}

/** Free-standing names: not the property of something, not a key, not a type. */
function identifiersOf(file: string): string[] {
  return nodesOf(file)
    .filter(ts.isIdentifier)
    .filter(({ parent }) => !ts.isTypeReferenceNode(parent))
    .filter((node) => !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node))
    .filter((node) => !(isNamed(node.parent) && node.parent.name === node))
    .map((node) => node.text);
}

function isNamed(node: ts.Node): node is ts.NamedDeclaration {
  return "name" in node;
}

function declaredNames(file: string): string[] {
  return nodesOf(file)
    .filter(isNamed)
    .flatMap(({ name }) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function hasDefaultExport(file: string): boolean {
  return nodesOf(file).some(
    (node) =>
      ts.isExportAssignment(node) ||
      node.kind === ts.SyntaxKind.DefaultKeyword ||
      (ts.isExportSpecifier(node) && node.name.text === "default"),
  );
}

/** A function that holds others is as long as what it does itself: the lines of those inside it are theirs. */
function longFunctionsOf(file: string): string[] {
  const tree = treeOf(file);
  const linesOf = (node: ts.Node): number => lineAt(tree, node.end) - lineAt(tree, node.getStart(tree)) + 1;
  const ownLinesOf = (node: ts.Node): number => linesOf(node) - innerFunctions(node).reduce((sum, inner) => sum + linesOf(inner), 0);
  return nodesOf(file)
    .filter(ts.isFunctionLike)
    .filter((node) => ownLinesOf(node) > functionLinesMax)
    .map((node) => `${file}#${node.name?.getText(tree) ?? "?"}`);
}

function lineAt(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line;
}

/** The outermost functions within a node. */
function innerFunctions(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isFunctionLike(child) && lineAt(child.getSourceFile(), child.end) > lineAt(child.getSourceFile(), child.getStart()))
      found.push(child);
    else ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function withoutComments(file: string): string {
  return ts.createPrinter({ removeComments: true }).printFile(treeOf(file));
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/\bNOMLM_[A-Z0-9]+_[A-Z0-9_]+\b/g)].map(([code]) => code);
}
