/** The goals that the runtime was built to, and whether a bench saw them met. */
import type { Figures } from "./figures.js";
import type { Result, Round } from "./result.js";
import { median } from "./statistics.js";
import type { WorkloadKind } from "./workload.js";

/** A line of the table of goals: what issue and README promise, and the median over the rounds, as text. */
export interface Verdict {
  readonly goal: string;
  readonly workload: WorkloadKind;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

interface Goal {
  readonly goal: string;
  readonly wanted: string;
  /** From one round, whose runs stood side by side. */
  readonly measure: (round: Round) => number;
  readonly met: (value: number) => boolean;
  readonly show: (value: number) => string;
}

const times = (value: number) => `${value.toFixed(2)} ×`;
const ms = (value: number) => `${value.toFixed(1)} ms`;
const share = (value: number) => `1/${(1 / value).toFixed(1)}`;

const overBare = (name: keyof Figures) => (round: Round) => round.runtime[name] - round.bare[name];

/** Ratios and differences are taken within a round, then their median: what slows the machine slows both. */
const GOALS: readonly Goal[] = [
  {
    goal: "throughput against the bare loop",
    wanted: "≥ 0.95 ×",
    measure: ({ runtime, bare }) => runtime.tasksPerSecond / bare.tasksPerSecond,
    met: (value) => value >= 0.95,
    show: times,
  },
  {
    goal: "throughput against the official client's defaults",
    wanted: "≥ 8 ×",
    measure: ({ runtime, official }) => runtime.tasksPerSecond / official.tasksPerSecond,
    met: (value) => value >= 8,
    show: times,
  },
  {
    goal: "one request's steps against the official client's defaults",
    wanted: "≤ 1/20",
    measure: ({ runtime, official }) => runtime.requestAlone / official.requestAlone,
    met: (value) => value <= 1 / 20,
    show: share,
  },
  {
    goal: "p50 per step over the bare loop's, one request alone",
    wanted: "≤ 5 ms",
    measure: overBare("stepAlone"),
    met: (value) => value <= 5,
    show: ms,
  },
  {
    goal: "p50 per step over the bare loop's, steady flow",
    wanted: "≤ 5 ms",
    measure: overBare("steadyP50"),
    met: (value) => value <= 5,
    show: ms,
  },
  {
    goal: "p50 per step over the bare loop's, all at once",
    wanted: "≤ 5 ms",
    measure: overBare("burstP50"),
    met: (value) => value <= 5,
    show: ms,
  },
];

/** Every goal for both workloads, and memory where it was measured. */
export function verdicts({ rounds, memory }: Pick<Result, "rounds" | "memory">): Verdict[] {
  const speed = (["noop", "real"] as const).flatMap((workload) =>
    rounds[workload].length === 0 ? [] : GOALS.map((goal) => verdict(goal, workload, rounds[workload])),
  );
  if (memory === undefined) return speed;
  const { heapPerTask, rssPerTask, tasks, flat } = memory;
  const measured = `heap ${heapPerTask.toFixed(1)}, RSS ${rssPerTask.toFixed(1)} bytes/task`;
  const goal = `memory over ${tasks.toLocaleString("en")} tasks`;
  return [...speed, { goal, workload: "noop", wanted: "flat", measured, met: flat }];
}

function verdict(
  { goal, wanted, measure, met, show }: Goal,
  workload: WorkloadKind,
  rounds: readonly Round[],
): Verdict {
  const value = median(rounds.map(measure));
  return { goal, workload, wanted, measured: show(value), met: met(value) };
}
