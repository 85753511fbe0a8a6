import { describe, expect, it } from "vitest";
import { languageOf, readArguments } from "../../src/cli/arguments.js";
import { messagesOf } from "../../src/cli/messages.js";
import { maskOptions, scanOptions } from "../../src/cli/verbs/options.js";

const scan = (...argv: string[]) => readArguments(argv, scanOptions, messagesOf.en);

describe("readArguments", () => {
  it("reads options and files in any order", () => {
    const args = scan("a.txt", "--format=csv", "--keep", "x,y", "-", "--keep", "z", "--min", "review", "--", "--b.txt");
    expect(args.positionals).toEqual(["a.txt", "-", "--b.txt"]);
    expect([args.one("format"), args.many("keep"), args.one("min"), args.one("field")]).toEqual(["csv", ["x", "y", "z"], "review", null]);
  });

  it.each([
    ["--explain=yes"],
    ["--threads", "4"],
    ["--jurisdiction", "TW"],
    ["--format", "html"],
    ["--dictionary", "a", "--dictionary", "b"],
    ["--min", "high"],
    ["--field"],
    ["--field", "--id"],
    ["--field="],
    ["-x"],
    ["--help=1"],
    ["--constructor"],
    ["--color", "red"],
  ])("refuses %s %s %s %s", (...argv) => {
    expect(() => scan(...argv.filter((argument) => argument !== undefined))).toThrowError(
      expect.objectContaining({ code: "NOMLM_CLI_OPTION" }),
    );
  });

  it("takes a value that begins with a dash when it is joined", () =>
    expect(readArguments(["--char=-"], maskOptions, messagesOf.en).one("char")).toBe("-"));
});

describe("languageOf", () => {
  it("is found anywhere, and English otherwise", () => {
    expect([["--lang", "zh"], ["scan", "x", "--lang=zh"], ["scan"], ["--lang", "fr"], ["--lang"]].map(languageOf)).toEqual([
      "zh",
      "zh",
      "en",
      "en",
      "en",
    ]);
  });
});
