import { describe, expect, it } from "@jest/globals";
import { CONTENDERS } from "../../../bench/messages.js";
import { markdown } from "../../../bench/report/table.js";
import type { Round } from "../../../bench/result.js";
import { figures, result, round } from "../contoh.js";

const rowOf = (text: string, label: string) => text.split("\n").find((line) => line.startsWith(`| ${label}`));

describe("the bench's table", () => {
  const rounds = [round({ runtime: { tasksPerSecond: 250, polls: 0.04, calls: 1, engineCpu: Number.NaN } })];

  it("has a column for each contender and a row for each figure", () => {
    const text = markdown(result(rounds));
    expect(rowOf(text, "tasks per second")).toBe("| tasks per second | 10 | 10 | 10 | 250 |");
    expect(rowOf(text, "engine requests")).toContain("| 0.04 + 1.00 |");
    expect(rowOf(text, "step, steady flow")).toContain("| 10 / 10 / 10 |");
    expect(rowOf(text, "CPU per task")).toContain("| 10.00 / – / 10.00 |");
    expect(text).not.toContain("real topics, with simulators");
  });

  it("says which goals were met and which were not", () => {
    const text = markdown(result(rounds));
    expect(rowOf(text, "throughput against the bare loop")).toContain("| 25.00 × | met |");
    expect(rowOf(text, "one request's steps")).toContain("| 1/1.0 | **not met** |");
  });

  it("says where other programs disturbed the measurement", () => {
    const calm = result([round(Object.fromEntries(CONTENDERS.map((name) => [name, { foreign: 0.02 }])))]);
    expect(markdown(calm)).toContain("Meanwhile other programs took 2 % of the CPUs");
    const busy = { ...calm.rounds.noop[0], runtime: figures(1, { foreign: 0.4 }) } as Round;
    expect(markdown({ ...calm, rounds: { noop: [busy], real: [] } })).toContain("Disturbed in 1 of 4 runs");
  });
});
