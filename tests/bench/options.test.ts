import { describe, expect, it } from "@jest/globals";
import { readOptions } from "../../bench/options.js";

describe("the options of the bench", () => {
  it("measures five rounds of 200 requests unless told otherwise, and memory only on demand", () => {
    expect(readOptions([])).toEqual({ rounds: 5, requests: 200, tasks: 0, json: false, quick: false });
  });

  it("takes each figure, and shorter ones for a quick look", () => {
    expect(readOptions(["--rounds", "3", "--tasks", "100000", "--json"])).toMatchObject({
      rounds: 3,
      tasks: 100_000,
      json: true,
    });
    expect(readOptions(["--quick"])).toMatchObject({ rounds: 1, requests: 40 });
    expect(readOptions(["--quick", "--requests", "7"])).toMatchObject({ rounds: 1, requests: 7 });
  });

  it.each([["--rounds", "two"], ["--rounds", "-1"], ["--tasks", "1e5"], ["--requests", "0"], ["--fast"]])(
    "refuses %s %s with the usage",
    (...args) => {
      expect(() => readOptions(args)).toThrow("Usage: npm run bench");
    },
  );
});
