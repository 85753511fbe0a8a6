/** Small dictionary sources for tests. */
import { expect } from "vitest";
import type { RuleBook } from "../../src/compile/index.js";

const encoder = new TextEncoder();

const meta = {
  id: "test-cn",
  version: "1.0.0",
  serial: 1,
  title: "测试词库",
  issuer: { name: "测试项目", level: "community" },
  issuedAt: "2026-01-01",
  effectiveFrom: "2026-01-01",
  licence: "CC0-1.0",
  jurisdiction: "CN",
};

/** A dictionary without any remark but the count of unverified rows (there is none: its source is verified). */
export const goodSource: Readonly<Record<string, string>> = {
  "dictionary.json": JSON.stringify(meta, null, 2),
  "sources.csv": "id,kind,verified,issuer,title,date,url\nsrc-01,statute,true,国务院,国务院令第444号,2005-08-23,\n",
  "terms/topic.csv":
    "id,term,use,tier,edges,forbid_left,forbid_right,require_right,scenes,sources,status,benign_uses,reason\nT0001,传销,mention,S,,宣|上,售,,,src-01,,普法文章,点名此事\n",
  "terms/recruit_reward.csv":
    "id,term,use,tier,edges,forbid_left,forbid_right,require_right,scenes,sources,status,benign_uses,reason\nT0002,发展下线,hit,S,,,,,recruitment-ads,src-01,,普法,拉人\nT0003,推荐,evidence,M,,,,,,src-01,,日常,普通词\n",
  "schemes.csv":
    "id,name,spellings,status,authority,date,sources,caution,forbid_left,forbid_right\nS01,1040工程,1040工程|1040阳光工程,convicted,某法院,2015-07-15,src-01,类型名,,\n",
  "places.csv": "id,name,code,list,year,source,note\nP01,北海,450500,key-city,2018,src-01,历史名单\n",
  "allow.csv": "id,phrase,covers,reason\nA01,传销法研究会,传销,学会名\n",
  "cues.csv": "id,cue,kind,require_right,reason\nC01,警惕,report,,通报用词\nC02,提示,report,：|:,\n",
  "cases.csv": "id,term,text,expect\nK01,T0001,这是传销,hit\nK02,T0001,上传销售合同,no_hit\nK03,S01,听说1040工程吗,hit\n",
};

/** The fitted part of a small dictionary. */
export const fitted = {
  classes: ["bring", "reward"],
  detectorBias: [-40, -41, -42, -43, -44, -45, -46],
  headBias: [-10, 5, 0, 3],
  strengths: { entry_fee: 1.5, "entry_fee+recruit_reward": 2, "entry_fee+recruit_reward+team_compensation": 0.5 },
  reportGain: 1,
  tradeGain: 0.5,
  topicGain: 0.25,
  base: 10,
  pointsPerLogit: 12,
  least: -60,
  most: 60,
  strengthMin: 0.5,
  gateDefault: -1,
  lengths: [[20, 0.5]] as [number, number][],
  gateMin: 4,
  glanceMin: -1000,
};

export const scoring = {
  evidence: { entry_fee: 12, recruit_reward: 12, slogan: 5 },
  context: [
    { kind: "report", class: "cues", points: -30, most: 1 },
    { kind: "promotion", class: "reward", points: -2, most: 2 },
  ],
  contextUnits: 40,
  observe: 20,
  review: 50,
  priority: 80,
  fitted,
};

/** The good source with phrases, rules and weights: nothing is remarked about it either. */
export const richSource: Readonly<Record<string, string>> = {
  ...goodSource,
  "words.csv": "class,words,note\nbring,拉|带来|推荐,带人\nreward,奖励|返现,好处\nbring,介绍,再加一个\nfee,会费|门槛费,入门\n",
  "phrases/recruit_reward.csv":
    "id,phrase,note,hit,miss\nrr1,<bring> ..3 ({count}|一位) ..6 <reward>,按人头给,介绍三个人就有奖励,介绍一下奖励办法\nrr2,(再|又) <bring> ..2-6 (返现|{money>=100} ..2 奖励)?,二级,他再推荐五人返现,再三推荐\n",
  "phrases/entry_fee.csv":
    "id,phrase,note,hit,miss\nef1,先交 ..3 {money} ..4 <fee>,先交钱,先交3800元的会费,先交作业\nef2,@ef1 ..9 @rr1,交钱再拉人,先交3800元的会费，介绍三个人就有奖励,先交3800元的会费\n",
  "rules.csv":
    "id,title,all,any,any_min,none,window,outcome,points,hit,miss,note\nR01,交费拉人,@ef1|recruit_reward,,,,80,review,30,先交3800元的会费，介绍三个人就有奖励,先交3800元的会费,\nR02,其中两样,,entry_fee|<bring>|T0002,2,report_context,,observe,-5,先交3800元的会费，推荐,推荐一本书,\n",
  "laws.csv":
    "id,element,instrument,article,version,from,to\nL1,entry_fee,禁止传销条例,第七条第(二)项,国务院令第444号,2005-11-01,\nL2,recruit_reward,禁止传销条例,第七条第(一)项,国务院令第444号,2005-11-01,2030-01-01\n",
  "weights.csv":
    "feature,entry_fee,recruit_reward,team_compensation,return_promise,secrecy_or_invitation,disguise_commerce,slogan,offer,report,trade,topic,gate\n拉,1,2,3,4,5,6,7,8,9,10,11,\n会费,30,,,,,,,20,-5,,,9\n#人,,25,,,,,,,,,-7,4\n奖励,,,,,,,,,,,,6\n<bring>,0,40,,,,,,12,,-3,2,\n{money},20,,,,,,,,,,,\n<bring> {count},,60,,,,,,15,-127,127,127,\n",
  "scoring.json": JSON.stringify(scoring, null, 2),
};

export function filesOf(source: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(source).map(([file, text]) => [file, encoder.encode(text)]));
}

/** The good source with some files changed; null removes one. */
export function sourceWith(changes: Readonly<Record<string, string | null>>): Record<string, string> {
  const all = Object.entries({ ...goodSource, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A book as it is read back: opening numbers the symbols that are features. */
export function opened(book: RuleBook): RuleBook {
  const { model } = book;
  return model === null ? book : { ...book, model: { ...model, symbols: expect.anything() } };
}
