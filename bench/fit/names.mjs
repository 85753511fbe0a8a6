/** How weights.csv writes features: the table from keys to names. */

/**
 * @param units folded texts, whose characters and neighbours are features
 * @param symbols `<class>` and `{slot}`
 */
export function featureNames({ featureKey }, units, symbols) {
  const names = new Map();
  const put = (name) => names.set(featureKey(name), name);
  for (const text of units) {
    const runs = text.replace(/\d+/g, "#");
    for (let i = 0; i < runs.length; i++) {
      put(runs[i]);
      if (i + 1 < runs.length) put(runs.slice(i, i + 2));
      if (i + 2 < runs.length) put(`${runs[i]}.${runs[i + 2]}`);
      if (i + 3 < runs.length) put(`${runs[i]}..${runs[i + 3]}`);
    }
  }
  for (const first of symbols) {
    put(first);
    for (const second of symbols) if (first !== second) put(`${first} ${second}`);
  }
  return names;
}
