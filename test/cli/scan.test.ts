import { spawn } from "node:child_process";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";
import { createFilter } from "../../src/index.js";
import { folderWith, nomlm, records, root } from "./process.js";

const fee = "交3800元入门费成为会员，直推一人奖励800";
const gbk = Buffer.from([0xd5, 0xe2, 0xca, 0xc7, 0xb4, 0xab, 0xcf, 0xfa, 0x0a]); // 这是传销
const files = folderWith({
  "a.ndjson": `{"id":"m1","text":"${fee}","at":"2026-01-01","from":{"n":1}}\n{"id":"m2","text":"好"}\n`,
  "b.csv": `\ufeffid,text,note\r\n1,"${fee}\r\n第二行",=1\r\n2,好,\r\n3\r\n`,
  "c.txt": `第一行\n${fee}\n`,
  "d.log": `${fee}\r\n\r\n好`,
  "gbk.log": gbk,
  "utf16.txt": Buffer.from("这是传销", "utf16le"),
  "empty.ndjson": "",
  "empty.txt": "",
  "broken.log": Buffer.concat([Buffer.from("这是传销\n这是"), Buffer.from([0xe4, 0xbc]), Buffer.from("传销\n")]),
});
afterAll(files.remove);

describe("nomlm scan: input", () => {
  it("gives exactly what the library gives, in order", async () => {
    const filter = await createFilter();
    const { status, stdout, stderr } = await nomlm(["scan", files.path("a.ndjson")]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(records(stdout)).toEqual([filter.scan({ id: "m1", text: fee }), filter.scan({ id: "m2", text: "好" })]);
  });

  it("reads each kind by the ending of the name", async () => {
    const outcomes = async (name: string) =>
      records((await nomlm(["scan", files.path(name)])).stdout).map(({ id, line, outcome }) => [id, line, outcome]);
    expect(await outcomes("b.csv")).toEqual([
      ["1", undefined, "review"],
      ["2", undefined, "none"],
      [null, 5, undefined],
    ]);
    expect(await outcomes("c.txt")).toEqual([[null, undefined, "review"]]);
    expect(await outcomes("d.log")).toEqual([
      [null, 1, "review"],
      [null, 2, "none"],
      [null, 3, "none"],
    ]);
    expect(await outcomes("empty.ndjson")).toEqual([]);
    expect(await outcomes("empty.txt")).toEqual([[null, undefined, "none"]]);
  });

  it("spans are those of the text, line breaks of a CSV cell included", async () => {
    const [first] = records((await nomlm(["scan", files.path("b.csv")])).stdout) as {
      hits: { start: number; end: number; text: string }[];
    }[];
    for (const { start, end, text } of first?.hits ?? []) expect(`${fee}\r\n第二行`.slice(start, end)).toBe(text);
    expect(first?.hits.length).toBeGreaterThan(0);
  });

  it.each(["gbk.log", "utf16.txt"])("tells the encoding of %s", async (name) => {
    expect(records((await nomlm(["scan", files.path(name)])).stdout)).toMatchObject([{ outcome: "mention", hits: [{ text: "传销" }] }]);
  });

  it("takes the encoding that is named", async () => {
    expect(records((await nomlm(["scan", "--encoding", "gbk", "-"], gbk)).stdout)).toMatchObject([{ hits: [{ text: "传销" }] }]);
    const wrong = await nomlm(["scan", "--encoding", "utf-8", "-"], gbk);
    expect(records(wrong.stdout)[0]?.replaced).toBeGreaterThan(0);
    expect(wrong.stderr).toContain("U+FFFD");
  });

  it("replaces, counts and reports broken bytes where they are", async () => {
    const { status, stdout, stderr } = await nomlm(["scan", files.path("broken.log")]);
    expect(status).toBe(0);
    expect(records(stdout).map(({ replaced, outcome }) => [replaced, outcome])).toEqual([
      [undefined, "mention"],
      [1, "mention"],
    ]);
    expect(stderr).toBe(
      "nomlm: 1 broken byte sequence in 1 record replaced by U+FFFD; --encoding names the encoding if the guess was wrong\n",
    );
    expect((await nomlm(["scan", "--format", "pretty", files.path("broken.log")])).stdout).toContain("1 broken byte sequence in 1 record");
  });

  it("leaves an error record in the place of a line that cannot be read", async () => {
    const input = `{"id":"a","text":"好"}\n传销 no json\n{"id":"b","body":"x"}\n\n{"id":"c","text":"好"}`;
    const { status, stdout, stderr } = await nomlm(["scan", "--input", "ndjson"], input);
    expect(status).toBe(2);
    expect(records(stdout)).toMatchObject([
      { id: "a", outcome: "none" },
      { id: null, line: 2, error: { code: "NOMLM_INPUT_JSON" } },
      { id: "b", line: 3, error: { code: "NOMLM_INPUT_FIELD" } },
      { id: "c", outcome: "none" },
    ]);
    expect(stdout.split("\n")[1]).toMatch(/^\{"id":null,"line":2,"error":\{"code":"NOMLM_INPUT_JSON","message":"[^"传]+"\}\}$/);
    expect(stderr).toContain("2 records could not be read");
  });

  it("goes on after a file that cannot be read", async () => {
    const { status, stdout, stderr } = await nomlm(["scan", files.path("nothing"), root, files.path("a.ndjson")]);
    expect(status).toBe(2);
    expect(records(stdout)).toMatchObject([
      { file: files.path("nothing"), error: { code: "NOMLM_CLI_FILE" } },
      { file: root, error: { code: "NOMLM_CLI_FILE" } },
      { id: "m1" },
      { id: "m2" },
    ]);
    expect(stderr).toContain("it is a folder");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("takes field, id and fields to keep", async () => {
    const input = '{"nr":7,"body":"这是传销","from":"u","n":[1]}\n';
    const { stdout } = await nomlm(
      ["scan", "--field", "body", "--id", "nr", "--meta", "channel=from", "--keep", "n,from", "--keep", "absent"],
      input,
    );
    expect(records(stdout)).toMatchObject([{ id: "7", outcome: "mention", meta: { n: [1], from: "u" } }]);
  });

  it("tells ndjson from lines on the standard input", async () => {
    expect(records((await nomlm(["scan"], '{"text":"这是传销"}\n')).stdout)).toMatchObject([{ hits: [{ start: 2 }], line: 1 }]);
    expect(records((await nomlm(["scan", "-"], '{"some":"这是传销"}\n')).stdout)).toMatchObject([{ hits: [{ start: 11 }] }]);
  });

  it("says what is wrong with the columns of a CSV", async () => {
    const { status, stdout } = await nomlm(["scan", "--input", "csv"], "a,b\n1,2\n");
    expect(status).toBe(2);
    expect(records(stdout)).toMatchObject([{ line: 1, error: { code: "NOMLM_INPUT_CSV" } }]);
  });
});

describe("nomlm scan: output", () => {
  const hostile = '{"id":"=cmd|x","text":"\\u001b[2J\\u009b这是传销\\u202e\\u2066 +v abc"}\n';
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

  it.each(["ndjson", "json", "pretty"])("is inert as %s", async (format) => {
    const { stdout } = await nomlm(["scan", "--format", format], hostile);
    expect(stdout).toContain("传销");
    expect(stdout).not.toMatch(acting);
  });

  it("is inert as CSV, for terminals and for spreadsheets", async () => {
    const { stdout } = await nomlm(["scan", "--format", "csv", "--keep", "text"], hostile);
    expect(stdout.replace(/\r\n/g, "\n").replace("\ufeff", "")).not.toMatch(acting);
    const [header, row] = Papa.parse<string[]>(stdout.replace("\ufeff", ""), { delimiter: "," }).data;
    expect(header?.slice(0, 3)).toEqual(["id", "line", "outcome"]);
    expect(row?.[0]).toBe("'=cmd|x");
  });

  it("as JSON is one array", async () => {
    expect(JSON.parse((await nomlm(["scan", "--format", "json", files.path("a.ndjson")])).stdout)).toMatchObject([
      { id: "m1" },
      { id: "m2" },
    ]);
    expect(JSON.parse((await nomlm(["scan", "--format", "json"], "")).stdout)).toEqual([]);
  });

  it("--min leaves out what is below it, but no error record", async () => {
    const input = `{"id":"a","text":"好"}\nx\n{"id":"b","text":"${fee}"}\n`;
    const { stdout } = await nomlm(["scan", "--input", "ndjson", "--min", "review"], input);
    expect(records(stdout).map(({ id, line }) => [id, line])).toEqual([
      [null, 2],
      ["b", undefined],
    ]);
  });

  it("--fail-on answers by the status, and what could not be read wins", async () => {
    const run = async (...argv: string[]) => (await nomlm(["scan", ...argv, files.path("a.ndjson")])).status;
    expect([
      await run("--fail-on", "review"),
      await run("--fail-on", "priority"),
      await run("--fail-on", "review", files.path("nothing")),
    ]).toEqual([1, 0, 2]);
  });

  it("has colours where they are asked for", async () => {
    const colors = async (argv: string[], environment = {}) =>
      (await nomlm(["scan", "--format", "pretty", ...argv, files.path("a.ndjson")], "", environment)).stdout.includes("\u001b[");
    expect([await colors([]), await colors(["--color", "always"]), await colors(["--color=always"], { NO_COLOR: "1" })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("speaks Chinese", async () => {
    const { stdout, stderr } = await nomlm(["scan", "--lang", "zh", "--format", "pretty", files.path("a.ndjson"), files.path("nothing")]);
    expect(stdout).toContain("● 复核");
    expect(stderr).toContain("文件不存在");
  });

  it("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [join(root, "dist/cli.js"), "scan", "--input", "lines", "-"]);
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    child.stdin.on("error", () => {});
    child.stdout.once("data", () => child.stdout.destroy());
    const more = () => {
      while (child.stdin.writable && child.stdin.write("这是传销\n".repeat(5000)));
    };
    child.stdin.on("drain", more);
    more(); // without end: only the closed output can stop it
    expect([await ended, stderr]).toEqual([0, ""]);
  });
});

describe("nomlm scan --explain", () => {
  const sum = (reasons: { points: number }[]) => reasons.reduce((total, { points }) => total + points, 0);

  it.each(["ndjson", "json"])("puts the library's reasons into %s; they add up to the score", async (format) => {
    const filter = await createFilter();
    const { status, stdout } = await nomlm(["scan", "--explain", "--format", format, files.path("a.ndjson")]);
    const [first, second] = (format === "json" ? JSON.parse(stdout) : records(stdout)) as {
      score: number;
      reasons: { points: number }[];
    }[];
    expect(status).toBe(0);
    expect([first, second]).toEqual([
      filter.scan({ id: "m1", text: fee }, { explain: true }),
      filter.scan({ id: "m2", text: "好" }, { explain: true }),
    ]);
    expect(first?.reasons.length).toBeGreaterThan(1);
    expect(sum(first?.reasons ?? [])).toBe(first?.score);
    expect(second?.reasons).toEqual([]);
  });

  it("leaves reasons out where they were not asked for, and CSV as it is", async () => {
    const argv = ["--format", "csv", files.path("a.ndjson")];
    expect(records((await nomlm(["scan", files.path("a.ndjson")])).stdout).some((record) => "reasons" in record)).toBe(false);
    expect((await nomlm(["scan", "--explain", ...argv])).stdout).toBe((await nomlm(["scan", ...argv])).stdout);
  });

  it.each([
    ["en", "fee to join: “", "score"],
    ["zh", "入门费：“", "分值"],
  ])("says why in words (%s), with a sum that is the score", async (language, evidence, name) => {
    const argv = ["scan", "--lang", language, "--format", "pretty"];
    const { stdout } = await nomlm([...argv, "--explain", files.path("a.ndjson")]);
    const [data] = records((await nomlm(["scan", files.path("a.ndjson")])).stdout);
    expect(stdout).toContain(evidence);
    expect(stdout.split("\n").map((line) => line.trim())).toContain(`= ${data?.score}  ${name}`);
    expect((await nomlm([...argv, files.path("a.ndjson")])).stdout).not.toContain(`= ${data?.score}  ${name}`);
  });
});

describe("nomlm: usage", () => {
  it.each([
    [["scna"], "NOMLM_CLI_VERB"],
    [[], "NOMLM_CLI_VERB"],
    [["publish", "init"], "NOMLM_CLI_VERB"],
    [["dict", "diff"], "NOMLM_CLI_VERB"],
    [["dict"], "NOMLM_CLI_VERB"],
    [["--wat"], "NOMLM_CLI_OPTION"],
    [["scan", "--explain=yes"], "NOMLM_CLI_OPTION"],
    [["mask", "--explain"], "NOMLM_CLI_OPTION"],
    [["scan", "--jurisdiction", "TW"], "NOMLM_CLI_OPTION"],
    [["scan", "--dictionary", "a", "--dictionary", "b"], "NOMLM_CLI_OPTION"],
    [["scan", "--format", "html"], "NOMLM_CLI_OPTION"],
    [["scan", "--threads", "2"], "NOMLM_CLI_OPTION"],
    [["scan", "--meta", "phone"], "NOMLM_CLI_OPTION"],
    [["mask", "--char", "ab"], "NOMLM_CLI_OPTION"],
    [["mask", "--char", "\u001b"], "NOMLM_CLI_OPTION"],
    [["mask", "--keep", "x"], "NOMLM_CLI_OPTION"],
    [["dict", "build"], "NOMLM_CLI_ARGUMENT"],
    [["dict", "lint", "a", "b"], "NOMLM_CLI_ARGUMENT"],
    [["dict", "lint", "/nonexistent"], "NOMLM_CLI_FILE"],
    [["scan", "--dictionary", "/nonexistent"], "NOMLM_CLI_FILE"],
    [["scan", "--dictionary", join(root, "package.json")], "NOMLM_ARTIFACT_"],
  ])("%j is refused with %s", async (argv, code) => {
    for (const language of ["en", "zh"]) {
      const { status, stdout, stderr } = await nomlm([...argv, "--lang", language]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(new RegExp(`^nomlm: ${code}[^\\n]*\\n$`));
    }
  });

  it.each([["--help"], ["scan", "--help"], ["mask", "-h"], ["dict", "--help"], ["dict", "lint", "--help"]])(
    "%s %s %s prints a page",
    async (...argv) => {
      const en = await nomlm(argv.filter(Boolean));
      const zh = await nomlm(["--lang", "zh", ...argv.filter(Boolean)]);
      expect([en.status, en.stderr, zh.status]).toEqual([0, "", 0]);
      expect(en.stdout).toMatch(/^nomlm/);
      expect(zh.stdout).toMatch(/[一-鿿]/);
      expect(Math.max(...en.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );

  it("--version names the package's version", async () => {
    const { version } = (await import("../../package.json", { with: { type: "json" } })).default;
    expect((await nomlm(["--version"])).stdout).toBe(`nomlm ${version}\n`);
  });
});
