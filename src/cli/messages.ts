import type { Language } from "../report/words.js";

/** Every sentence that the command line says by itself, except the pages of `--help`. */
export interface Messages {
  readonly unknownVerb: (verb: string) => string;
  readonly noVerb: string;
  readonly unknownOption: (option: string) => string;
  readonly optionNeedsValue: (option: string) => string;
  readonly optionTakesNone: (option: string) => string;
  readonly optionOnce: (option: string) => string;
  readonly optionChoice: (option: string, choices: string) => string;
  readonly optionChar: string;
  readonly optionMeta: (names: string) => string;
  readonly tooManyArguments: string;
  readonly noArgument: (what: string) => string;
  readonly fileUnreadable: (name: string, cause: string) => string;
  readonly fileCauses: Readonly<Record<string, string>>;
  readonly outputFailed: (cause: string) => string;
  readonly unexpected: (what: string) => string;
  readonly notJson: (column: number | null) => string;
  readonly tooDeep: string;
  readonly noTextField: (field: string) => string;
  readonly csvColumn: (column: string, columns: number) => string;
  readonly csvWidth: (cells: number, columns: number) => string;
  readonly csvUnclosed: string;
  readonly lineTooLong: string;
  readonly textTooLong: string;
  readonly tooManyHits: string;
  readonly readingTerminal: string;
  readonly replaced: (sequences: number, records: number) => string;
  readonly unreadable: (records: number) => string;
  readonly progress: (texts: string, share: string) => string;
  readonly lintClean: (rows: number) => string;
  readonly lintFound: (errors: number, warnings: number) => string;
  readonly unverified: (unverified: number, rows: number) => string;
  readonly verified: (isVerified: boolean) => string;
  readonly otherRows: (schemes: number, places: number, allows: number, cues: number, sources: number, cases: number) => string;
  readonly ruleRows: (phrases: number, rules: number, words: number, classes: number, weights: number) => string;
  readonly verifiedSources: (verified: number, sources: number) => string;
  readonly fix: (fix: string) => string;
  readonly severities: Readonly<Record<"error" | "warning" | "info", string>>;
  readonly built: (file: string, bytes: number, sha256: string) => string;
  readonly notBuilt: string;
  readonly casesPassed: (passed: number, failed: number) => string;
  readonly caseFailed: (id: string, expected: string, text: string) => string;
  readonly expectations: Readonly<Record<"hit" | "no_hit", string>>;
  readonly noSuchTerm: (term: string) => string;
  readonly tryHelp: string;
}

/** A number with its noun: English needs two forms. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const en: Messages = {
  unknownVerb: (verb) => `there is no verb "${verb}"; nomlm --help lists them`,
  noVerb: "a verb is missing; nomlm --help lists them",
  unknownOption: (option) => `unknown option ${option}`,
  optionNeedsValue: (option) => `${option} needs a value`,
  optionTakesNone: (option) => `${option} takes no value`,
  optionOnce: (option) => `${option} can be given once only`,
  optionChoice: (option, choices) => `${option} is one of ${choices}`,
  optionChar: "--char is one visible character",
  optionMeta: (names) => `--meta takes names out of ${names}, each alone or as name=field`,
  tooManyArguments: "too many arguments",
  noArgument: (what) => `${what} is missing`,
  fileUnreadable: (name, cause) => `${name} cannot be read: ${cause}`,
  fileCauses: {
    ENOENT: "there is no such file",
    ENOTDIR: "there is no such file",
    EISDIR: "it is a folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOTFOLDER: "it is not a folder",
    ETOOBIG: "it is larger than a dictionary may be",
  },
  outputFailed: (cause) => `the output cannot be written: ${cause}`,
  unexpected: (what) => `something in nomlm failed (${what}); please report it`,
  notJson: (column) => `the line is not a JSON object${column === null ? "" : ` (see column ${column})`}`,
  tooDeep: "the line nests more than 1000 levels of brackets",
  noTextField: (field) => `the object has no string in "${field}"; --field names another field`,
  csvColumn: (column, columns) =>
    `none of the ${counted(columns, "column")} of the first row is named "${column}"; --field, --id, --meta and --keep name columns`,
  csvWidth: (cells, columns) => `the row has ${counted(cells, "cell")}, the header ${columns}`,
  csvUnclosed: "a quote is opened in this row and not closed; a quote inside a quoted cell is written twice",
  lineTooLong: "the line is longer than 64 MiB",
  textTooLong: "the file is larger than 64 MiB; read it with --input lines",
  tooManyHits: "the text has more hits than can be masked (200,000)",
  readingTerminal: "reading from the terminal; end with Ctrl-D (Ctrl-Z and Enter on Windows)",
  replaced: (sequences, records) =>
    `${counted(sequences, "broken byte sequence")} in ${counted(records, "record")} replaced by U+FFFD; --encoding names the encoding if the guess was wrong`,
  unreadable: (records) => `${counted(records, "record")} could not be read; an error record stands in the place of each`,
  progress: (texts, share) => `${share}${texts} texts`,
  lintClean: (rows) => `${counted(rows, "row")}, nothing to complain about`,
  lintFound: (errors, warnings) => `${counted(errors, "error")}, ${counted(warnings, "warning")}`,
  unverified: (unverified, rows) => `${unverified} of ${counted(rows, "row")} without a verified source`,
  verified: (isVerified) => (isVerified ? "verified" : "unverified"),
  otherRows: (schemes, places, allows, cues, sources, cases) =>
    `${schemes} named schemes, ${places} places, ${allows} allow-phrases, ${cues} context words, ${sources} sources, ${cases} cases`,
  ruleRows: (phrases, rules, words, classes, weights) =>
    `${counted(phrases, "phrase")}, ${counted(rules, "rule")}, ${counted(words, "word")} in ${classes} classes, ${counted(weights, "weight")}`,
  verifiedSources: (verified, sources) => `${verified} of ${sources} sources verified; dict lint counts the rows without one`,
  fix: (fix) => `fix: ${fix}`,
  severities: { error: "error", warning: "warning", info: "info" },
  built: (file, bytes, sha256) => `${file}: ${bytes} bytes, sha256 ${sha256}`,
  notBuilt: "the dictionary has errors; nothing was written",
  casesPassed: (passed, failed) => `${counted(passed, "case")} passed, ${failed} failed`,
  caseFailed: (id, expected, text) => `${id}: ${expected}: ${text}`,
  expectations: { hit: "no hit where one must be", no_hit: "a hit where none may be" },
  noSuchTerm: (term) => `the dictionary has no entry ${term}`,
  tryHelp: "try nomlm --help",
};

const zh: Messages = {
  unknownVerb: (verb) => `没有“${verb}”这个命令；nomlm --help --lang zh 列出全部命令`,
  noVerb: "缺少命令；nomlm --help --lang zh 列出全部命令",
  unknownOption: (option) => `未知选项 ${option}`,
  optionNeedsValue: (option) => `${option} 需要一个值`,
  optionTakesNone: (option) => `${option} 不带值`,
  optionOnce: (option) => `${option} 只能给一次`,
  optionChoice: (option, choices) => `${option} 只能取：${choices}`,
  optionChar: "--char 须为一个可见字符",
  optionMeta: (names) => `--meta 可取 ${names}，可写作 名称=字段`,
  tooManyArguments: "参数过多",
  noArgument: (what) => `缺少参数：${what}`,
  fileUnreadable: (name, cause) => `无法读取 ${name}：${cause}`,
  fileCauses: {
    ENOENT: "文件不存在",
    ENOTDIR: "文件不存在",
    EISDIR: "它是一个文件夹",
    EACCES: "没有权限",
    EPERM: "没有权限",
    ENOTFOLDER: "它不是文件夹",
    ETOOBIG: "超过词典允许的大小",
  },
  outputFailed: (cause) => `无法写出结果：${cause}`,
  unexpected: (what) => `nomlm 内部出错（${what}），请反馈`,
  notJson: (column) => `该行不是 JSON 对象${column === null ? "" : `（见第 ${column} 列）`}`,
  tooDeep: "该行的括号嵌套超过 1000 层",
  noTextField: (field) => `对象的“${field}”字段不是字符串；用 --field 指定其他字段`,
  csvColumn: (column, columns) => `首行 ${columns} 列中没有名为“${column}”的列；用 --field、--id、--meta、--keep 指定列名`,
  csvWidth: (cells, columns) => `该行有 ${cells} 个单元格，表头有 ${columns} 个`,
  csvUnclosed: "该行有未闭合的引号；引号单元格内的引号须写两次",
  lineTooLong: "该行超过 64 MiB",
  textTooLong: "文件超过 64 MiB；请用 --input lines 逐行读取",
  tooManyHits: "该文本的命中超过可遮盖的上限（20 万）",
  readingTerminal: "正在从终端读取；按 Ctrl-D 结束（Windows 为 Ctrl-Z 加回车）",
  replaced: (sequences, records) => `${records} 条记录中有 ${sequences} 处字节损坏，已替换为 U+FFFD；若编码猜错，请用 --encoding 指定`,
  unreadable: (records) => `${records} 条记录无法读取，原位置已留下错误记录`,
  progress: (texts, share) => `${share}${texts} 条文本`,
  lintClean: (rows) => `共 ${rows} 行，没有问题`,
  lintFound: (errors, warnings) => `${errors} 个错误，${warnings} 个警告`,
  unverified: (unverified, rows) => `${rows} 行中有 ${unverified} 行的来源未经核实`,
  verified: (isVerified) => (isVerified ? "已核实" : "未核实"),
  otherRows: (schemes, places, allows, cues, sources, cases) =>
    `${schemes} 个项目名，${places} 个地名，${allows} 条放行短语，${cues} 个语境词，${sources} 个来源，${cases} 条例句`,
  ruleRows: (phrases, rules, words, classes, weights) =>
    `${phrases} 条短语，${rules} 条规则，${classes} 类共 ${words} 个词，${weights} 项权重`,
  verifiedSources: (verified, sources) => `${sources} 个来源中 ${verified} 个已核实；dict lint 统计未核实的行数`,
  fix: (fix) => `修改建议：${fix}`,
  severities: { error: "错误", warning: "警告", info: "提示" },
  built: (file, bytes, sha256) => `${file}：${bytes} 字节，sha256 ${sha256}`,
  notBuilt: "词典有错误，未写出任何文件",
  casesPassed: (passed, failed) => `${passed} 条例句通过，${failed} 条未通过`,
  caseFailed: (id, expected, text) => `${id}：${expected}：${text}`,
  expectations: { hit: "应命中而未命中", no_hit: "不应命中而命中" },
  noSuchTerm: (term) => `词典中没有 ${term}`,
  tryHelp: "可运行 nomlm --help --lang zh",
};

/** The sentences by language. */
export const messagesOf: Readonly<Record<Language, Messages>> = { en, zh };
