import { describe, expect, it } from "@jest/globals";
import { FIGURES, medians, rate, requestTimes, waits } from "../../bench/figures.js";
import { figures } from "./contoh.js";

const step = (instance: string, reachedAt: number, completedAt: number) => ({ instance, reachedAt, completedAt });

describe("the bench's figures", () => {
  it("counts a step that was there before the worker from the worker's start", () => {
    const steps = [step("a", 0, 120), step("a", 120, 150), step("b", 0, 140)];
    expect(waits(steps, 100)).toEqual({ p50: 30, p95: 40, p99: 40 });
    expect(waits(steps).p95).toBe(140);
  });

  it("measures throughput from the worker's start to the last task's end", () => {
    expect(rate([step("a", 0, 1_100), step("a", 1_100, 1_500)], 1_000)).toBe(4);
  });

  it("takes a request from its first step's start to its last one's end", () => {
    expect(requestTimes([step("a", 0, 10), step("b", 5, 9), step("a", 10, 30)])).toEqual([30, 4]);
  });

  it("takes each figure's median over the rounds", () => {
    const rounds = [figures(1), figures(5, { polls: 0.5 }), figures(3)];
    expect(medians(FIGURES, rounds)).toEqual(figures(3, { polls: 1 }));
  });
});
