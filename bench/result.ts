/** The result of a whole bench: what `--json` prints, and what table and picture are made of. */
import { FIGURES, type Figures, medians } from "./figures.js";
import type { Flatness } from "./memory.js";
import { CONTENDERS, type ContenderName, type Tuning } from "./messages.js";
import type { Tuned } from "./tune.js";
import type { WorkloadKind } from "./workload.js";

/** One round's figures of every contender. */
export type Round = Readonly<Record<ContenderName, Figures>>;

/** The machine, the options of the engine's JVM, and how busy all was with other things (load of one minute) before. */
export interface Machine {
  readonly cpus: number;
  readonly cpu: string;
  readonly node: string;
  readonly jvm: string;
  readonly loadBefore: number;
}

/** Conditions and rounds of a bench; `at` in ISO 8601, `rounds` empty for a workload never measured. */
export interface Result {
  readonly at: string;
  readonly machine: Machine;
  readonly requests: number;
  /** In each round. */
  readonly bursts: number;
  readonly steadyPerSecond: number;
  readonly tuning: Tuning;
  readonly tuned: readonly Tuned[];
  readonly rounds: Readonly<Record<WorkloadKind, readonly Round[]>>;
  readonly memory?: Flatness;
}

/** Each contender's figures over the rounds. */
export function summaryOf(rounds: readonly Round[]): Round {
  const entries = CONTENDERS.map((name) => [
    name,
    medians(
      FIGURES,
      rounds.map((round) => round[name]),
    ),
  ]);
  return Object.fromEntries(entries);
}

/** How people call the contenders. */
export const TITLES: Readonly<Record<ContenderName, string>> = {
  bare: "bare REST loop (ceiling)",
  official: "official client, defaults",
  tuned: "official client, tuned",
  runtime: "workers/runtime",
};
