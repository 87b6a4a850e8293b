/** Made-up figures for tests of the bench. */
import { FIGURES, type Figures } from "../../bench/figures.js";
import { CONTENDERS, type ContenderName } from "../../bench/messages.js";
import type { Result, Round } from "../../bench/result.js";

/** Figures that are all `value`, but for those given. */
export const figures = (value: number, other: Partial<Figures> = {}): Figures => ({
  ...(Object.fromEntries(FIGURES.map((name) => [name, value])) as Record<keyof Figures, number>),
  ...other,
});

/** A round in which all figures are 10, but for those given. */
export const round = (other: Partial<Record<ContenderName, Partial<Figures>>> = {}): Round =>
  Object.fromEntries(CONTENDERS.map((name) => [name, figures(10, other[name])])) as Round;

/** A result of these rounds of no-op steps. */
export const result = (noop: readonly Round[], other: Partial<Result> = {}): Result => ({
  at: "2026-11-23T09:00:00.000Z",
  machine: { cpus: 2, cpu: "CPU", node: "20.19.0", jvm: "-Xmx1g", loadBefore: 0.2 },
  requests: 200,
  bursts: 4,
  steadyPerSecond: 10,
  tuning: { concurrency: 8, batch: 50 },
  tuned: [],
  rounds: { noop, real: [] },
  ...other,
});
