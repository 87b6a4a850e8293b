import { describe, expect, it } from "@jest/globals";
import { readOptions } from "../../bench/options.js";

describe("the options of the bench", () => {
  it("measures three rounds of four bursts of 100 requests and the memory over 100,000 tasks unless told otherwise", () => {
    const parts = ["noop", "real", "memory"];
    expect(readOptions([])).toEqual({
      parts,
      rounds: 3,
      bursts: 4,
      requests: 100,
      tasks: 100_000,
      json: false,
      quick: false,
    });
  });

  it("measures one part by itself, and no memory in a quick look", () => {
    expect(readOptions(["--only", "memory"]).parts).toEqual(["memory"]);
    expect(readOptions(["--quick"]).parts).toEqual(["noop", "real"]);
    expect(() => readOptions(["--only", "all"])).toThrow("--only must be one of noop, real, memory");
  });

  it("takes each figure, and shorter ones for a quick look", () => {
    expect(readOptions(["--rounds", "4", "--tasks", "500", "--json"])).toMatchObject({
      rounds: 4,
      tasks: 500,
      json: true,
    });
    expect(readOptions(["--quick"])).toMatchObject({ rounds: 1, bursts: 1, requests: 40 });
    expect(readOptions(["--quick", "--requests", "7"])).toMatchObject({ rounds: 1, requests: 7 });
  });

  it.each([["--rounds", "two"], ["--rounds", "-1"], ["--tasks", "1e5"], ["--requests", "0"], ["--fast"]])(
    "refuses %s %s with the usage",
    (...args) => {
      expect(() => readOptions(args)).toThrow("Usage: npm run bench");
    },
  );
});
