import { elements } from "../dictionary/model.js";
import type { Condition } from "./ruleset.js";

const forms = [
  ["class", /^<([a-z][a-z0-9_]*)>$/],
  ["phrase", /^@([A-Za-z][A-Za-z0-9_-]*)$/],
  ["term", /^([A-Za-z][\w.-]*)$/],
] as const;

/**
 * Reads a condition as rules.csv writes it: an element's name, `@phrase`, `<class>`, or the id of a term.
 * @returns null where it is none of them
 */
export function readCondition(text: string): Condition | null {
  const element = elements.find((name) => name === text);
  if (element !== undefined) return { kind: "element", element };
  for (const [kind, form] of forms) {
    const found = form.exec(text);
    if (found !== null) return { kind, name: found[1] };
  }
  return null;
}

/** The condition as rules.csv writes it. */
export function conditionText(condition: Condition): string {
  if (condition.kind === "element") return condition.element;
  if (condition.kind === "class") return `<${condition.name}>`;
  return condition.kind === "phrase" ? `@${condition.name}` : condition.name;
}
