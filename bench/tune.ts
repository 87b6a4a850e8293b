/** Finds how the bare loop is fastest on this machine; what it is measured by must not be a guess. */
import type { Tuning } from "./messages.js";
import { type RunPlan, takeBurst } from "./run.js";
import type { Stage } from "./stage.js";
import { median } from "./statistics.js";

/** Tasks under way at once, and tasks asked for at once: from "as few as useful" to "more than the engine can do". */
export const CANDIDATES: readonly Tuning[] = [2, 4, 8, 16].flatMap((concurrency) =>
  [20, 50, 100].map((batch) => ({ concurrency, batch })),
);

/** How one candidate did. */
export interface Tuned {
  readonly tuning: Tuning;
  /** Tasks per second, the median of the passes. */
  readonly tasksPerSecond: number;
}

/** Every candidate in several passes, to and fro, so that a drift of the machine meets all alike; the fastest first. */
export async function tuneBare(
  stage: Stage,
  plan: Omit<RunPlan, "contender" | "tuning">,
  passes: number,
): Promise<Tuned[]> {
  const rates = new Map<Tuning, number[]>(CANDIDATES.map((tuning) => [tuning, []]));
  for (let pass = 0; pass < passes; pass++)
    for (const tuning of pass % 2 === 0 ? CANDIDATES : CANDIDATES.toReversed()) {
      const { tasksPerSecond } = await takeBurst(stage, { ...plan, contender: "bare", tuning });
      rates.get(tuning)?.push(tasksPerSecond);
    }
  return [...rates]
    .map(([tuning, all]) => ({ tuning, tasksPerSecond: median(all) }))
    .toSorted((a, b) => b.tasksPerSecond - a.tasksPerSecond);
}
