/** The figures of a contender and what is made of them over the rounds. */
import type { Step } from "./engine.js";
import { median, quantile } from "./statistics.js";

/**
 * Of one run. Times in milliseconds from "step reached" to "step completed": `burst…` with all requests at once, `steady…`
 * with requests arriving evenly, `stepAlone` with one request on an idle engine, whose steps together take `requestAlone`.
 * CPU in milliseconds per task; `polls` and `calls` are requests to the engine per task, fetchAndLock and all others.
 * `foreign` is the share of the machine's CPU time that other programs took meanwhile.
 */
export const FIGURES = [
  "tasksPerSecond",
  "burstP50",
  "burstP95",
  "burstP99",
  "steadyP50",
  "steadyP95",
  "steadyP99",
  "requestAlone",
  "stepAlone",
  "workerCpu",
  "engineCpu",
  "databaseCpu",
  "polls",
  "calls",
  "foreign",
] as const;
/** One of `FIGURES`. */
export type FigureName = (typeof FIGURES)[number];
/** A number for each of `FIGURES`, in the units given there. */
export type Figures = Readonly<Record<FigureName, number>>;

/** The median of each of these figures, over several runs or rounds. */
export function medians<K extends FigureName>(
  names: readonly K[],
  all: readonly Readonly<Record<K, number>>[],
): Record<K, number> {
  const entries = names.map((name) => [name, median(all.map((one) => one[name]))]);
  return Object.fromEntries(entries);
}

/** p50, p95 and p99 of the steps' times; a step reached before `since` (clock, ms) waits from then. */
export function waits(steps: readonly Step[], since = 0): { p50: number; p95: number; p99: number } {
  const times = steps.map(({ reachedAt, completedAt }) => completedAt - Math.max(reachedAt, since));
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

/** Tasks per second from `since` (clock, ms) to the last one's end. */
export function rate(steps: readonly Step[], since: number): number {
  const last = steps.reduce((latest, { completedAt }) => Math.max(latest, completedAt), since);
  return (steps.length / (last - since)) * 1000;
}

/** The time of each request's steps together, from its first step's start to its last one's end. */
export function requestTimes(steps: readonly Step[]): number[] {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { instance, reachedAt, completedAt } of steps) {
    const span = spans.get(instance) ?? { from: reachedAt, to: completedAt };
    spans.set(instance, { from: Math.min(span.from, reachedAt), to: Math.max(span.to, completedAt) });
  }
  return [...spans.values()].map(({ from, to }) => to - from);
}
