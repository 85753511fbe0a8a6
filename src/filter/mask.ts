import type { ScanResult } from "../report/result.js";
import { covers, type Span } from "../scan/hit.js";
import type { MaskOptions } from "./options.js";

interface Masked extends Span {
  readonly element: string;
}

/** The text with its hits and the quotes of its findings masked. Line breaks inside them stay: a reader counts by lines. */
export function maskText(text: string, result: ScanResult, { char = "*", replace }: MaskOptions): string {
  let out = "";
  let from = 0;
  for (const span of joined([...result.hits, ...result.findings.flatMap((finding) => finding.quotes)])) {
    const surface = text.slice(span.start, span.end);
    out += text.slice(from, span.start);
    out += replace === undefined ? surface.replace(/[^\r\n]/gu, () => char) : String(replace({ ...span, text: surface }));
    from = span.end;
  }
  return out + text.slice(from);
}

/** Overlapping spans become one, which is called after its longest part; spans that only touch stay apart. */
function joined(spans: readonly Masked[]): Masked[] {
  const out: Masked[] = [];
  let longest = 0;
  for (const { start, end, element } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out[out.length - 1];
    if (last === undefined || start >= last.end) {
      out.push({ start, end, element });
      longest = end - start;
    } else if (!covers(last, { start, end })) {
      out[out.length - 1] = { start: last.start, end, element: end - start > longest ? element : last.element };
      longest = Math.max(longest, end - start);
    }
  }
  return out;
}
