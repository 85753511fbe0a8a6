/** Small dictionary sources for tests. */

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

export function filesOf(source: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(source).map(([file, text]) => [file, encoder.encode(text)]));
}

/** The good source with some files changed; null removes one. */
export function sourceWith(changes: Readonly<Record<string, string | null>>): Record<string, string> {
  const all = Object.entries({ ...goodSource, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}
