import type { Language } from "../report/words.js";

/** The pages of `--help`. */
export type HelpPage = "nomlm" | "scan" | "mask" | "dict";

/** @returns the page, ending in a line feed */
export function helpPage(page: HelpPage, language: Language): string {
  return pages[language][page].trimStart();
}

const en: Readonly<Record<HelpPage, string>> = {
  nomlm: `
nomlm finds pyramid-scheme (传销) recruitment in Chinese text.

  nomlm scan [FILE…]            what was found in each text
  nomlm mask [FILE…]            the texts with hits masked
  nomlm dict lint|build|test|show
                                the dictionary: check, compile, replay its cases, look things up

  nomlm VERB --help             the options of a verb
  nomlm --version
  --lang en|zh                  language of messages and reports (en)

Exit status: 0 done; 1 the answer is no (--fail-on reached, errors in a dictionary, a case failed);
2 wrong usage, or something could not be read.
An outcome is a text signal: a hit is a reason to look, not a finding of fact.
`,
  scan: `
nomlm scan [FILE…]   what was found in each text; no FILE or - reads the standard input

Input
  --input KIND        text (the whole file is one document), lines, ndjson, csv. Guessed from the
                      name: .ndjson .jsonl, .csv .tsv, .log .lines, else text; the standard input is
                      ndjson if its first line is an object with the text field, else lines
  --encoding NAME     utf-8, utf-16le, utf-16be, gb18030 (gbk). Detected
  --field NAME        field or column of the text (text)
  --id NAME           field or column of the id (id)
  --meta NAMES        what to tell the library about a text: at, channel, source, each alone or as
                      name=field
  --keep FIELD        field that passes through to the output; may be repeated
  --dictionary FILE   an artifact instead of the built-in dictionary (nomlm dict build)

Output, in the order of the input
  --format NAME       pretty (on a terminal), ndjson (in a pipe), json, csv
  --min OUTCOME       print only results at or above none, mention, observe, review, priority
                      (pretty: mention, others: none); error records are always printed
  --explain           why, in points that add up to the score (csv: no difference)
  --color WHEN        auto, always, never; NO_COLOR is respected
  --fail-on OUTCOME   exit 1 when a text reaches it
  --lang en|zh

A record that cannot be read leaves {"id":null,"line":7,"error":{"code":…,"message":…}} in its
place, and the exit status is 2. Results carry "line" where the input has no id, "file" where the
line alone does not tell the text, "replaced" where bytes were broken (how many sequences).
`,
  mask: `
nomlm mask [FILE…]   the texts, in the form in which they came, with hits masked;
                     no FILE or - reads the standard input

  --min OUTCOME       mask in texts whose outcome is at or above it (review)
  --char C            one character, put for each character of a hit (*)
  --raw               text and lines: do not show control characters as codes
  --input --encoding --field --id --meta --dictionary --lang
                      as in nomlm scan --help

ndjson: only the text field changes, all else stays as it was. csv: only the text column; cells
that a spreadsheet would run are made safe.
`,
  dict: `
nomlm dict lint [DIR]           check the source of a dictionary: file:line:column, code, what to do
nomlm dict build [DIR] -o FILE  compile it to an artifact; nothing is written when there are errors
nomlm dict test [DIR|FILE]      replay its cases
nomlm dict show [DIR|FILE] [ENTRY…]
                                an entry by id or by its words, with its sources; without ENTRY
                                the dictionary itself

  DIR is a folder with dictionary.json (default: ./dict), FILE an artifact; test and show without
  either take the built-in dictionary (also: --dictionary DIR|FILE)
  --format pretty|json
  --color auto|always|never
  --lang en|zh
`,
};

const zh: Readonly<Record<HelpPage, string>> = {
  nomlm: `
nomlm 在中文文本中查找传销招募内容。

  nomlm scan [文件…]            逐条列出文本中的发现
  nomlm mask [文件…]            输出遮盖命中后的文本
  nomlm dict lint|build|test|show
                                词典：检查、编译、重放例句、查询

  nomlm 命令 --help             该命令的选项
  nomlm --version
  --lang en|zh                  消息和报告的语言（默认 en）

退出码：0 完成；1 结论为否（达到 --fail-on、词典有错误、例句未通过）；2 用法错误或有内容无法读取。
结果只是文本信号：命中仅提示需要查看，不是事实认定。
`,
  scan: `
nomlm scan [文件…]   逐条列出文本中的发现；无文件或写 - 时读取标准输入

输入
  --input 类型        text（整个文件为一条文本）、lines、ndjson、csv。按文件名推断：
                      .ndjson .jsonl、.csv .tsv、.log .lines，其余为 text；标准输入的首行若是
                      含文本字段的对象则按 ndjson，否则按 lines
  --encoding 名称     utf-8、utf-16le、utf-16be、gb18030（gbk）。默认自动识别
  --field 名称        文本所在的字段或列（text）
  --id 名称           编号所在的字段或列（id）
  --meta 名称         告诉库的文本信息：at、channel、source，可写作 名称=字段
  --keep 字段         原样带入输出的字段，可重复
  --dictionary 文件   用编译好的词典代替内置词典（nomlm dict build）

输出（顺序与输入一致）
  --format 名称       pretty（终端默认）、ndjson（管道默认）、json、csv
  --min 结果          只输出不低于该级的结果：none、mention、observe、review、priority
                      （pretty 默认 mention，其余默认 none）；无法读取的记录总会输出
  --explain           逐条说明理由，各项分数相加即为分值（csv 不变）
  --color 时机        auto、always、never；遵从 NO_COLOR
  --fail-on 结果      有文本达到该级时退出码为 1
  --lang en|zh

无法读取的记录在原位置输出 {"id":null,"line":7,"error":{"code":…,"message":…}}，退出码为 2。
输入没有编号时结果带 "line"，有多个输入时带 "file"，字节损坏时带 "replaced"。
`,
  mask: `
nomlm mask [文件…]   按原格式输出遮盖命中后的文本；无文件或写 - 时读取标准输入

  --min 结果          遮盖结果不低于该级的文本（review）
  --char 字符         用来代替命中中每个字的一个字符（*）
  --raw               text 和 lines：不把控制字符显示为代码
  --input --encoding --field --id --meta --dictionary --lang   同 nomlm scan --help

ndjson 只改文本字段，其余原样；csv 只改文本列，表格软件会当作公式的单元格会被处理为安全文本。
`,
  dict: `
nomlm dict lint [文件夹]          检查词典源文件：文件:行:列、代码、修改建议
nomlm dict build [文件夹] -o 文件  编译词典；有错误时不写出
nomlm dict test [文件夹|文件]      重放例句
nomlm dict show [文件夹|文件] [词条…]
                                  按编号或词语查询词条及来源；不给词条时显示词典概况

  文件夹内须有 dictionary.json（默认 ./dict），文件为编译好的词典；test 和 show 两者都不给时用内置词典
  （也可用 --dictionary 指定）
  --format pretty|json
  --color auto|always|never
  --lang en|zh
`,
};

const pages = { en, zh };
