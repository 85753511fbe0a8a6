import { type Element, elements, legalElements, supportElements } from "../dictionary/model.js";
import type { Citation } from "./ruleset.js";

/**
 * The clauses that these elements fall under, from the dictionary's dated citations: those in force. Supporting elements fall under none.
 * @param laws of the dictionary
 * @returns for example 禁止传销条例 第七条第(二)项, in the order of the elements
 */
export function lawOf(laws: readonly Citation[], found: readonly Element[]): string[] {
  return found.flatMap((element) =>
    laws.filter((law) => law.element === element && law.to === undefined).map(({ instrument, article }) => `${instrument} ${article}`),
  );
}

/** Distinct elements that evidence something, in the order of the law. */
export function evidenceIn(found: Iterable<Element>): Element[] {
  const present = new Set(found);
  return elements.filter(
    (element) => present.has(element) && (legalElements.has(element) || supportElements.has(element) || element === "custom"),
  );
}
