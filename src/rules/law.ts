import { type Element, elements, legalElements, supportElements } from "../dictionary/model.js";

/**
 * The clause of each legal element: 禁止传销条例 (国务院令第444号, in force since 2005-11-01), article 7. Supporting elements fall under none.
 */
const clauses: Partial<Record<Element, string>> = {
  recruit_reward: "禁止传销条例 第七条第(一)项",
  entry_fee: "禁止传销条例 第七条第(二)项",
  team_compensation: "禁止传销条例 第七条第(三)项",
};

/** The clauses of these elements, in the order of the elements. */
export function lawOf(found: readonly Element[]): string[] {
  return found.flatMap((element) => clauses[element] ?? []);
}

/** Distinct elements that evidence something, in the order of the law. */
export function evidenceIn(found: Iterable<Element>): Element[] {
  const present = new Set(found);
  return elements.filter(
    (element) => present.has(element) && (legalElements.has(element) || supportElements.has(element) || element === "custom"),
  );
}
