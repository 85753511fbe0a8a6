/** What the built-in dictionary says of plain lines without a relation of people's people: written by hand, in no set that is learnt from or scored. */
import { describe, expect, it } from "vitest";
import { atLeast } from "../../src/dictionary/outcome.js";
import { builtinDictionary, createFilter } from "../../src/index.js";

const filter = await createFilter();

describe("plain lines: rewards of one step, prices, cards, jobs", () => {
  it.each([
    "介绍一位，返你800",
    "先办一张3980的卡",
    "介绍一个客户给你返200元，上不封顶",
    "我们店办卡充3000送500，介绍朋友来你俩各得50元券",
    "抖音发文5米一条，推荐人有米",
    "诚招代理，一件代发，无需囤货，加V",
    "保险公司招人，增员奖励2000元/人，育成津贴",
    "招聘：推荐同事入职满三个月奖励1000元",
    "拼多多砍一刀，邀请5人免费拿",
    "推荐有奖：推荐好友购车，您得500元油卡",
    "加盟费3万，总部负责培训，区域保护",
    "一级代理拿货价80，二级代理90",
  ])("%s is not flagged", (text) => {
    expect(atLeast(filter.scan(text).outcome, "review")).toBe(false);
  });

  it.each([
    "交2900买一份，推两个人就出局，出局拿八千",
    "我拉了三个，她们又各拉三个，现在我每月躺着拿两万",
    "开通合伙人399，直推返200，间推返80，提现秒到",
    "每天看广告7分钟，零投资，邀请好友还能拿好友收益的20%",
  ])("%s is", (text) => {
    expect(atLeast(filter.scan(text).outcome, "review")).toBe(true);
  });
});

it("the built-in dictionary, whose rules are opened late, judges as the same bytes do when they are opened and checked at once", async () => {
  const checked = await createFilter({ dictionary: await builtinDictionary() });
  for (const text of ["周末一起打球", "警方通报：交入门费、直推有奖的都是传销", "交3800元成为会员，每推荐一人奖励800，他再推荐你还有200"])
    expect((await createFilter()).scan(text, { explain: true })).toEqual(checked.scan(text, { explain: true }));
});
