import { afterAll, describe, expect, it } from "vitest";
import { createFilter } from "../../src/index.js";
import { folderWith, nomlm } from "./process.js";

const fee = "交3800元入门费成为会员，直推一人奖励800";
/** The quotes of the findings cover all of it. */
const masked = "*".repeat(fee.length);
const page = `第一行\r\n${fee}\r\n今天下雨，大家都在家里休息，哪里也没有去。\u001b[31m好`;
const files = folderWith({
  "a.ndjson": `{ "id":12345678901234567890, "text":"${fee}", "more":[1.0,{"text":"入门费"}] }\n{"text":"这是传销"}\nbroken 入门费\n`,
  "b.csv": `id,text,note\r\n1,"${fee}",=1+1\r\n2,好,"a,b"\r\n3\r\n`,
  "c.txt": `\ufeff${page}`,
});
afterAll(files.remove);

describe("nomlm mask", () => {
  it("masks what the library masks", async () => {
    expect((await createFilter()).mask(fee)).toBe(masked);
    expect((await nomlm(["mask"], `${fee}\n这是传销\r\n`)).stdout).toBe(`${masked}\n这是传销\r\n`);
  });

  it("changes the text field only, and keeps the place of what it cannot read", async () => {
    const { status, stdout, stderr } = await nomlm(["mask", files.path("a.ndjson")]);
    const [first, second, third] = stdout.split("\n");
    expect(first).toBe(`{ "id":12345678901234567890, "text":"${masked}", "more":[1.0,{"text":"入门费"}] }`);
    expect(second).toBe('{"text":"这是传销"}');
    expect(JSON.parse(third as string)).toMatchObject({ id: null, line: 3, error: { code: "NOMLM_INPUT_JSON" } });
    expect(stdout.endsWith("}\n")).toBe(true);
    expect([status, stderr.includes("入门费")]).toEqual([2, false]);
  });

  it("changes the text column only, in safe cells", async () => {
    const { status, stdout } = await nomlm(["mask", files.path("b.csv")]);
    expect(stdout).toBe(`\ufeffid,text,note\r\n1,${masked},'=1+1\r\n2,好,"a,b"\r\n,[NOMLM_INPUT_CSV],\r\n`);
    expect(status).toBe(2);
  });

  it("shows what acts on a terminal as codes, unless the text is wanted raw", async () => {
    const own = (await createFilter()).mask(page);
    expect(own.split("\r\n").map((line) => line.length)).toEqual(page.split("\r\n").map((line) => line.length));
    expect(own).toContain(`${masked}\r\n`);
    expect((await nomlm(["mask", files.path("c.txt")])).stdout).toBe(own.replace("\u001b", "␛"));
    expect((await nomlm(["mask", "--raw", files.path("c.txt")])).stdout).toBe(own);
    expect(own).toContain("\u001b");
  });

  it("takes a character and an outcome", async () => {
    const { stdout } = await nomlm(["mask", "--char", "＊", "--min", "mention"], "这是传销\n");
    expect(stdout).toBe("这是＊＊\n");
  });

  it("prints nothing of a text that it could mask in part only", async () => {
    const { status, stdout } = await nomlm(["mask", "--input", "lines"], `${"传销".repeat(900_000)}\n好\n`);
    expect([status, stdout]).toEqual([2, "[NOMLM_INPUT_LIMIT]\n好\n"]);
  });
});
