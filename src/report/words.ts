import type { Element } from "../dictionary/model.js";
import type { Trick } from "../fold/tricks.js";
import type { Context, Outcome } from "./result.js";

/** Languages in which reports are written. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** The words of reports, for people. Ids stay in JSON; only what a person reads is here. */
export interface ReportWords {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly elements: Readonly<Record<Element, string>>;
  readonly tricks: Readonly<Record<Trick, string>>;
  readonly contexts: Readonly<Record<Context["kind"], string>>;
  /** Names of rules; a rule that is not here is shown by its id. */
  readonly rules: Readonly<Record<string, string>>;
  /** Between the names of a list. */
  readonly comma: string;
  readonly elementsTogether: string;
  readonly undone: (tricks: string) => string;
  readonly written: (text: string) => string;
  readonly context: (kind: string, words: string) => string;
  readonly moreHits: (count: number) => string;
  readonly morePlaces: (count: number) => string;
  readonly truncated: string;
  readonly score: (score: number) => string;
  /** Heads the reasons of a score. */
  readonly why: string;
  readonly nothingWeighed: string;
  readonly heldBack: (context: string) => string;
  readonly reason: (name: string, quotes: string) => string;
  readonly ruleReason: (rule: string) => string;
  readonly fittedPart: string;
  /** A feature of the fitted part that belongs to no element. */
  readonly wording: string;
  readonly fittedRest: string;
  readonly fittedLimit: string;
  readonly cap: (end: string) => string;
  readonly scoreName: string;
  readonly texts: (count: number) => string;
  readonly outcomesTitle: string;
  readonly elementsTitle: string;
  readonly dictionaryTitle: string;
  readonly unreadable: (count: number) => string;
  readonly replaced: (sequences: number, records: number) => string;
  readonly cut: (count: number) => string;
  readonly disclaimer: string;
}

const en: ReportWords = {
  outcomes: { none: "none", mention: "mention", observe: "observe", review: "review", priority: "priority" },
  elements: {
    entry_fee: "fee to join",
    recruit_reward: "pay for recruiting",
    team_compensation: "pay by downline",
    return_promise: "promised return",
    secrecy_or_invitation: "secretive invitation",
    offsite_gathering: "gathering elsewhere",
    disguise_coin: "posing as a coin",
    disguise_rebate: "posing as a rebate",
    disguise_charity: "posing as charity",
    disguise_state_project: "posing as a state project",
    disguise_commerce: "posing as commerce",
    slogan: "slogan",
    contact_lure: "lure to a contact",
    report_context: "words of reports",
    lawful_direct_selling: "lawful direct selling",
    topic: "subject word",
    scheme: "named scheme",
    place: "place",
    custom: "your own term",
  },
  tricks: {
    width: "full or half width",
    case: "letter case",
    traditional: "traditional characters",
    variant: "variant characters",
    noise: "characters put between",
    zero_width: "invisible characters",
    markup: "markup",
    pinyin: "pinyin",
    initials: "initials",
    homophone: "same sound",
    near_sound: "similar sound",
    shape: "similar shape",
    split: "split characters",
    emoji: "emoji",
    number: "numbers",
    reversed: "reversed order",
    vertical: "vertical writing",
    bidi: "direction controls",
    confusable: "look-alike letters",
    repeat: "repetition",
    symbol: "symbols",
    encoding: "encoding",
  },
  contexts: {
    report: "reads like a report or a warning",
    help_seeking: "reads like a victim or someone who asks for help",
    question: "reads like a question or a doubt",
    academic: "reads like teaching or research",
    joke: "reads like a joke",
    fiction: "reads like fiction",
    lawful_direct_selling: "reads like lawful direct selling",
    employment: "reads like employment",
    referral_fee: "reads like a fee for one referral",
    task_fee: "reads like pay for a task",
    insurance_property: "reads like insurance, property or finance",
    software_manual: "reads like a manual of software",
    game: "reads like a game",
    promotion: "reads like ordinary promotion",
    civic: "reads like community or association business",
  },
  rules: { fitted: "wording like that of known offers" },
  comma: ", ",
  elementsTogether: " + ",
  undone: (tricks) => `undone: ${tricks}`,
  written: (text) => `written “${text}”`,
  context: (kind, words) => `${kind}: ${words}`,
  moreHits: (count) => `and ${count} more ${count === 1 ? "term" : "terms"}`,
  morePlaces: (count) => `${count} more ${count === 1 ? "place" : "places"} not shown`,
  truncated: "a limit cut this text or its hits",
  score: (score) => `score ${score}`,
  why: "why",
  nothingWeighed: "nothing to weigh",
  heldBack: (context) => `(held back: ${context})`,
  reason: (name, quotes) => `${name}: ${quotes}`,
  ruleReason: (rule) => `rule ${rule}`,
  fittedPart: "fitted part",
  wording: "wording",
  fittedRest: "starting value and smaller features",
  fittedLimit: "limit of the fitted part",
  cap: (end) => `the score ends at ${end}`,
  scoreName: "score",
  texts: (count) => `${count} ${count === 1 ? "text" : "texts"}`,
  outcomesTitle: "Outcomes",
  elementsTitle: "Elements (texts)",
  dictionaryTitle: "Dictionary",
  unreadable: (count) => `${count} ${count === 1 ? "record" : "records"} could not be read`,
  replaced: (sequences, records) =>
    `${sequences} broken byte ${sequences === 1 ? "sequence" : "sequences"} in ${records} ${records === 1 ? "record" : "records"} replaced by U+FFFD`,
  cut: (count) => `${count} ${count === 1 ? "text was" : "texts were"} cut by a limit`,
  disclaimer: "A hit is a reason to look, not a finding of fact.",
};

const zh: ReportWords = {
  outcomes: { none: "无", mention: "提及", observe: "观察", review: "复核", priority: "优先" },
  elements: {
    entry_fee: "入门费",
    recruit_reward: "拉人头",
    team_compensation: "团队计酬",
    return_promise: "许诺回报",
    secrecy_or_invitation: "隐瞒邀约",
    offsite_gathering: "异地聚集",
    disguise_coin: "以虚拟币为名",
    disguise_rebate: "以消费返利为名",
    disguise_charity: "以慈善互助为名",
    disguise_state_project: "以国家项目为名",
    disguise_commerce: "以经营兼职为名",
    slogan: "话术口号",
    contact_lure: "引流加联系",
    report_context: "通报警示用语",
    lawful_direct_selling: "合法直销",
    topic: "话题词",
    scheme: "已公开项目名",
    place: "地名",
    custom: "自定义词",
  },
  tricks: {
    width: "全角半角",
    case: "大小写",
    traditional: "繁体字",
    variant: "异体字",
    noise: "夹杂符号",
    zero_width: "隐形字符",
    markup: "标记",
    pinyin: "拼音",
    initials: "首字母",
    homophone: "同音字",
    near_sound: "近音字",
    shape: "形近字",
    split: "拆字",
    emoji: "表情",
    number: "数字",
    reversed: "倒写",
    vertical: "竖排",
    bidi: "方向控制符",
    confusable: "形似字母",
    repeat: "叠字",
    symbol: "符号",
    encoding: "编码",
  },
  contexts: {
    report: "似为通报或警示",
    help_seeking: "似为受害或求助",
    question: "似为提问或质疑",
    academic: "似为教学或研究",
    joke: "似为玩笑",
    fiction: "似为虚构作品",
    lawful_direct_selling: "似为合法直销",
    employment: "似为招聘用工",
    referral_fee: "似为一次性介绍费",
    task_fee: "似为计件报酬",
    insurance_property: "似为保险、房产或金融业务",
    software_manual: "似为软件说明",
    game: "似为游戏",
    promotion: "似为普通促销",
    civic: "似为社区或社团事务",
  },
  rules: { fitted: "措辞近似已知招揽文本" },
  comma: "、",
  elementsTogether: "＋",
  undone: (tricks) => `已还原：${tricks}`,
  written: (text) => `原文“${text}”`,
  context: (kind, words) => `${kind}：${words}`,
  moreHits: (count) => `另有 ${count} 个词`,
  morePlaces: (count) => `另有 ${count} 处未显示`,
  truncated: "文本或命中已达上限，结果不完整",
  score: (score) => `分值 ${score}`,
  why: "理由",
  nothingWeighed: "没有可计分的内容",
  heldBack: (context) => `（未计：${context}）`,
  reason: (name, quotes) => `${name}：${quotes}`,
  ruleReason: (rule) => `规则 ${rule}`,
  fittedPart: "拟合部分",
  wording: "措辞",
  fittedRest: "起始值与其余较小的特征",
  fittedLimit: "拟合部分的限度",
  cap: (end) => `分值止于 ${end}`,
  scoreName: "分值",
  texts: (count) => `共 ${count} 条文本`,
  outcomesTitle: "结果",
  elementsTitle: "要素（文本数）",
  dictionaryTitle: "词典",
  unreadable: (count) => `${count} 条记录无法读取`,
  replaced: (sequences, records) => `${records} 条记录中有 ${sequences} 处字节损坏，已替换为 U+FFFD`,
  cut: (count) => `${count} 条文本达到上限，结果不完整`,
  disclaimer: "命中仅提示需要查看，不是事实认定。",
};

/** The words by language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en, zh };
