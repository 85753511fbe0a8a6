/** What a page shows as output may be shortened: `…` on a line of its own stands for any lines, within a line for anything. */
export function textPattern(shown: string): RegExp {
  const lines = shown.trimEnd().split("\n");
  const source = lines.map((line) => (line.trim() === "…" ? "(?:.*\\n)*?" : `${inLine(line.trimEnd())}[ \\t]*\\n`)).join("");
  return new RegExp(`^${source}$`);
}

function inLine(line: string): string {
  return line
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join(".*?");
}

/** A JSON value with every `"…"` filled in from the real one, so that the two can be compared by equality. */
export function filledIn(shown: unknown, real: unknown): unknown {
  if (shown === "…") return real;
  if (Array.isArray(shown) && Array.isArray(real)) return shown.map((item, k) => filledIn(item, real[k]));
  if (!isObject(shown) || !isObject(real)) return shown;
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, filledIn(value, real[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
