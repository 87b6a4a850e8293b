import { describe, expect, it } from "@jest/globals";
import { familyTime, processorTime, readStat } from "../../bench/processor-time.js";

describe("the CPU time of another process", () => {
  it("is user and system time together, even where the name holds blanks and brackets", () => {
    const stat = "4711 (a (b) c) S 17 1 1 0 -1 4194560 1 0 0 0 250 50 7 8 20 0 1 0 100 1000";
    expect(readStat(stat)).toEqual({ parent: 17, cpuUs: 3_000_000 });
  });

  it("is not a number where there is no such process", () => {
    expect(processorTime(undefined)).toBeNaN();
    expect(familyTime(-1)).toBeNaN();
  });
});
