import { describe, expect, it } from "@jest/globals";
import { judge } from "../../bench/memory.js";

const samples = (heapAt: (tasks: number) => number, rssAt: (tasks: number) => number = () => 1e8) =>
  Array.from({ length: 101 }, (_, i) => ({ tasks: i * 1_000, heap: heapAt(i * 1_000), rss: rssAt(i * 1_000) }));
const saw = (tasks: number) => (tasks % 7_000) * 20;

describe("the flatness of memory", () => {
  it("is seen through the collector's saw teeth and the growth of the first tasks", () => {
    const flat = judge(samples((tasks) => 2e7 + saw(tasks) + Math.min(tasks, 15_000) * 200));
    expect(flat.flat).toBe(true);
    expect(flat.tasks).toBe(100_000);
    expect(Math.abs(flat.heapPerTask)).toBeLessThan(2);
  });

  it("is denied where each task leaves even a small object behind", () => {
    const leaking = judge(samples((tasks) => 2e7 + saw(tasks) + tasks * 16));
    expect(leaking.flat).toBe(false);
    expect(leaking.heapPerTask).toBeGreaterThan(14);
  });

  it("is denied where memory outside the heap grows", () => {
    expect(
      judge(
        samples(
          () => 2e7,
          (tasks) => 1e8 + tasks * 100,
        ),
      ).flat,
    ).toBe(false);
  });
});
