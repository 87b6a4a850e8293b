/** The figures of the last runs, part by part: a run that measures one part leaves the others as they are. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../scripts/system/root.js";
import { FIGURES } from "./figures.js";
import { CONTENDERS, Tuning } from "./messages.js";
import type { Result } from "./result.js";

const Round = z.record(z.enum(CONTENDERS), z.record(z.enum(FIGURES), z.number()));
const Sample = z.object({ tasks: z.number(), heap: z.number(), rss: z.number() });
const Kept = z.object({
  tuned: z.array(z.object({ tuning: Tuning, tasksPerSecond: z.number() })),
  rounds: z.object({ noop: z.array(Round), real: z.array(Round) }),
  memory: z
    .object({
      tasks: z.number(),
      samples: z.array(Sample),
      heapPerTask: z.number(),
      rssPerTask: z.number(),
      heapMean: z.number(),
      rssMean: z.number(),
      flat: z.boolean(),
    })
    .optional(),
});
/** What docs/bench.json holds of a `Result`: enough to draw its tables again. */
export type Kept = z.output<typeof Kept>;

const file = join(root, "docs", "bench.json");

/** What earlier runs left; undefined where there is nothing, throws where it is not ours. */
export const readKept = (): Kept | undefined =>
  existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;

/** Keeps a result for the next run. */
export function keep(result: Result): void {
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result)}\n`);
}
