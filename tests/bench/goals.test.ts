import { describe, expect, it } from "@jest/globals";
import { verdicts } from "../../bench/goals.js";
import { judge } from "../../bench/memory.js";
import type { Round } from "../../bench/result.js";
import { round } from "./contoh.js";

const best: Round = round({
  bare: { tasksPerSecond: 100, stepAlone: 10, steadyP50: 10, burstP50: 500 },
  official: { tasksPerSecond: 11.875, requestAlone: 1_000 },
  runtime: { tasksPerSecond: 95, requestAlone: 50, stepAlone: 15, steadyP50: 15, burstP50: 505 },
});
const metIn = (...noop: Round[]) => verdicts({ rounds: { noop, real: [] } }).map(({ met }) => met);
const worse = (other: Partial<Round["runtime"]>): Round => ({ ...best, runtime: { ...best.runtime, ...other } });

describe("the goals of the runtime", () => {
  it("are met at their very edge", () => {
    expect(metIn(best)).toEqual([true, true, true, true, true, true]);
  });

  it.each([
    [{ tasksPerSecond: 94 }, [false, false, true, true, true, true]],
    [{ requestAlone: 51 }, [true, true, false, true, true, true]],
    [{ stepAlone: 15.5 }, [true, true, true, false, true, true]],
    [{ steadyP50: 16 }, [true, true, true, true, false, true]],
    [{ burstP50: 506 }, [true, true, true, true, true, false]],
  ])("are not met with %j", (other, expected) => {
    expect(metIn(worse(other))).toEqual(expected);
  });

  it("are judged by ratios within a round, so that a slow machine slows both sides", () => {
    const slow = round({ bare: { tasksPerSecond: 10 }, runtime: { tasksPerSecond: 9.8 } });
    const fast = round({ bare: { tasksPerSecond: 300 }, runtime: { tasksPerSecond: 291 } });
    const [first] = verdicts({ rounds: { noop: [slow, fast], real: [] } });
    expect(first).toMatchObject({ measured: "0.98 ×", met: true });
  });

  it("say of both workloads what was measured, and of memory where it was", () => {
    const samples = [0, 50_000, 100_000].map((tasks) => ({ tasks, heap: 1e7 + tasks, rss: 1e8 }));
    const all = verdicts({ rounds: { noop: [best], real: [best] }, memory: judge(samples) });
    expect(all.map(({ workload }) => workload)).toEqual([..."nnnnnnrrrrrrn"].map((c) => (c === "n" ? "noop" : "real")));
    expect(all.at(-1)).toMatchObject({ wanted: "flat", measured: "heap 1.0, RSS 0.0 bytes/task", met: true });
  });
});
