/** Sentences that carry a disguise at `%`. None holds a term of the dictionary or speaks of a scheme itself. */

export const neutralCarriers = [
  "你看，%，是这样。",
  "昨天群里有人发了一句：%。",
  "大家说说看，%，我不太懂。",
  "就这几个字，“%”，写在墙上。",
  "楼下贴着一张纸（%），我拍下来了。",
  "%，这是他的原话。",
  "他讲了半天，就是%",
  "今天天气好。%！明天再说。",
];

/** Two characters by sound alone are weak: an amount and an invitation stand near. */
export const supportCarriers = [
  "交2980元就能做，%，想了解的私聊我。",
  "一份3800元，%，名额有限，加我微信。",
  "想一起做的扫码进群：%，投入6980元就行。",
  "朋友们，%，每人先交5800元，报名找我。",
];

/** Cues are context of something: a scheme is named behind them. */
const scheme = "有人叫他发展下线。";
export const cueCarriers = neutralCarriers.map((carrier) => `${carrier}\n${scheme}`);

/**
 * The carriers that hold none of the texts.
 * @param {readonly string[]} carriers
 * @param {readonly string[]} texts
 */
export function carriersWithout(carriers, texts) {
  return carriers.filter((carrier) => !texts.some((text) => carrier.includes(text)));
}
