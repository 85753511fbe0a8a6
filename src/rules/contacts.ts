/** Ways to be reached, as they are written in posts; in folded units, so 微 信 ：ＡＢＣ reads as 微信abc. */

/** Apps that are named by a word of their own, with an account behind: 微信abc123, vx：12345. */
const account = "(?:微信|薇信|威信|微号|v信|vx|wx|weixin|wechat|qq|扣扣|企鹅|电报|群号|微博|抖音号|邮箱)";
/** Latin names that are also the beginning of other words: the account has a digit. */
const latin = "(?:line|tg|telegram|whatsapp|ins|email)";
const telephone = "(?:电话|手机|tel|热线|座机)";
const between = "(?:账号|号码?|群|是|为|加|搜|找|我|的|也是){0,3}";
const contact = new RegExp(
  [
    `((?:[加扫]我?的?)?${account}${between})[a-z0-9]{3,24}`,
    `(${latin}${between})[a-z]{0,12}[0-9][a-z0-9]{2,20}`,
    `(${telephone}${between})[0-9]{5,15}`,
    "(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
    "[加扫]我?的?(?:[微薇威]信?|v信|扣扣|企鹅|(?:vx|v|wx|qq)(?![a-z]))",
  ].join("|"),
  "g",
);
/** None of them is without one of these: most passages are not searched. */
const hint = /[0-9vw微薇威企扣电号箱]|qq/;

/**
 * Finds the ways to be reached in a passage. Each alternative has a bounded length, so the time is linear.
 * @param units the folded units of a passage
 * @param isPaused does a mark that ends a word stand before this unit? An account ends there
 * @returns half-open, in folded units, by start
 */
export function contactsIn(units: string, isPaused: (at: number) => boolean): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (!hint.test(units)) return found;
  contact.lastIndex = 0;
  for (let match = contact.exec(units); match !== null; match = contact.exec(units)) {
    const { index: start, 0: whole } = match;
    const name = match[1] ?? match[2] ?? match[3] ?? whole;
    let end = start + name.length + 1;
    while (end < start + whole.length && !isPaused(end)) end++;
    end = Math.min(end, start + whole.length);
    found.push({ start, end });
    contact.lastIndex = end;
  }
  return found;
}
