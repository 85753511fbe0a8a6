/** A judged row; what a test does not name is filled in. */
export function row(fields: Record<string, unknown> = {}, outcome = "none", rules: string[] = []) {
  const nomlm = { outcome, score: 0, rules, spans: fields.found ?? [] };
  const keywords = { outcome: "none", score: 0, rules: [], spans: [] };
  return {
    id: "x",
    set: "1",
    part: "plain",
    label: "recruitment",
    text: "",
    evasions: [],
    elements: [],
    ...fields,
    verdicts: { nomlm, keywords },
  };
}
