/** A fenced code block of a page, with what stands around it. */
export interface Block {
  readonly page: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** First word behind the fence: `ts`, `js`, `sh`, `text`, `json`, `csv` … */
  readonly language: string;
  /** Second word: the file that a data block stands for, relative to the page's folder of examples. */
  readonly file: string | null;
  readonly code: string;
  /** The block that follows with nothing between but one line of prose, if it is `text` or `json` and names no file: the output. */
  readonly output: Block | null;
}

/** The blocks of a Markdown page, in order. */
export function blocksOf(page: string, markdown: string): Block[] {
  const lines = markdown.split("\n");
  const found: (Omit<Block, "output"> & { readonly endLine: number })[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^ {0,3}(`{3,})(\S*)(?: +(\S+))?/.exec(lines[at] as string);
    if (fence === null) continue;
    const end = lines.findIndex((line, k) => k > at && line.trim() === fence[1]);
    if (end === -1) throw new Error(`${page}:${at + 1} a block is not closed`);
    const code = lines.slice(at + 1, end).join("\n");
    found.push({ page, line: at + 1, language: fence[2] as string, file: fence[3] ?? null, code, endLine: end + 1 });
    at = end;
  }
  return found.map(({ endLine, ...block }, k) => {
    const next = found[k + 1];
    const isOutput = next !== undefined && next.file === null && ["text", "json"].includes(next.language);
    const between = isOutput ? lines.slice(endLine, next.line - 1).filter((line) => line.trim() !== "") : [];
    return { ...block, output: isOutput && between.length <= 1 ? { ...next, output: null } : null };
  });
}

/** Languages whose blocks are run. */
export const executed = ["ts", "js", "sh"];
