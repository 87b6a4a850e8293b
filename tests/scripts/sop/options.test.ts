import { describe, expect, test } from "@jest/globals";
import { readSopOptions } from "../../../scripts/sop/options.js";

describe("npm run sop", () => {
  test("exports the diagram of the repository where no definition is named", () => {
    expect(readSopOptions(["export", "--format", "pdf"])).toEqual({
      command: "export",
      format: "pdf",
      definition: undefined,
      version: undefined,
      file: "bpmn/reset-password-spse.bpmn",
      out: undefined,
    });
  });

  test("takes a definition with its version from the running engine", () => {
    const options = readSopOptions(["export", "--format", "xlsx", "--definition", "sop-lain", "--version", "3"]);
    expect(options).toMatchObject({ definition: "sop-lain", version: 3 });
  });

  test("imports one file", () => {
    expect(readSopOptions(["import", "a.csv", "--out", "b.bpmn"])).toEqual({
      command: "import",
      file: "a.csv",
      out: "b.bpmn",
    });
  });

  test.each([
    [[], "Say what to do"],
    [["export"], "--format must be one of"],
    [["export", "--format", "exe"], "pdf, docx, xlsx, html, csv, json"],
    [["export", "--format", "pdf", "--version", "1"], "--version needs --definition"],
    [["export", "--format", "pdf", "--definition", "a", "--version", "0"], "above zero"],
    [["import"], "Say what to do"],
    [["import", "a", "--warna"], "Usage"],
  ])("%j is answered with the usage", (args, words) => {
    expect(() => readSopOptions(args)).toThrow(words);
  });
});
