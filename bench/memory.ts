/** Does the runtime's memory stay flat? Many no-op tasks in one process, sampled on the way. */
import { setTimeout as delay } from "node:timers/promises";
import { deployRun, ended, startRequests } from "./engine.js";
import type { Tuning } from "./messages.js";
import type { Stage } from "./stage.js";
import { leastSquares } from "./statistics.js";
import { inRun, noop } from "./workload.js";

/** Memory in bytes after so many tasks. */
export interface Sample {
  readonly tasks: number;
  readonly heap: number;
  readonly rss: number;
}

/** The lines through the samples: bytes per task, and what that comes to over the whole run. */
export interface Flatness {
  readonly tasks: number;
  readonly samples: readonly Sample[];
  readonly heapPerTask: number;
  readonly rssPerTask: number;
  readonly heapMean: number;
  readonly rssMean: number;
  readonly flat: boolean;
}

/** Steps of one request here: the fewer requests are started, the more of the time is the workers'. */
export const STEPS = 20;
const RUN = "memori";
const WAVE = 50;
/** The compiler's and the pools' share of the growth is over by then. */
const WARM_UP_SHARE = 0.2;
/** Less than anything that could be kept of a task: the smallest object has more. */
const FLAT_HEAP_BYTES = 8;
/** Pages that the collector frees go back to the system late, so this line is rougher. */
const FLAT_RSS_BYTES = 64;

/** Judges samples in the order of their tasks. */
export function judge(samples: readonly Sample[]): Flatness {
  const tasks = samples.at(-1)?.tasks ?? 0;
  const warm = samples.filter((sample) => sample.tasks >= tasks * WARM_UP_SHARE);
  const line = (of: (sample: Sample) => number) => leastSquares(warm.map((s) => ({ x: s.tasks, y: of(s) }))).slope;
  const mean = (of: (sample: Sample) => number) => warm.reduce((sum, s) => sum + of(s), 0) / warm.length;
  const [heapPerTask, rssPerTask] = [line((s) => s.heap), line((s) => s.rss)];
  return {
    tasks,
    samples,
    heapPerTask,
    rssPerTask,
    heapMean: mean((s) => s.heap),
    rssMean: mean((s) => s.rss),
    flat: heapPerTask < FLAT_HEAP_BYTES && rssPerTask < FLAT_RSS_BYTES,
  };
}

/** Has the runtime do that many no-op tasks, in waves; samples the heap after a collection. */
export async function memoryRun(
  stage: Stage,
  tasks: number,
  tuning: Tuning,
  tell: (done: number) => void,
): Promise<Flatness> {
  const workload = noop(STEPS);
  const definition = await deployRun(stage.engine, workload, RUN);
  const child = await stage.child("runtime");
  const topics = workload.topics.map((topic) => ({ topic, name: inRun(topic, RUN) }));
  await child.start({ kind: "noop", topics, run: RUN, tuning });
  const samples: Sample[] = [];
  for (let requests = 0; requests * STEPS < tasks; ) {
    const wave = Math.min(WAVE, Math.ceil(tasks / STEPS) - requests);
    await startRequests(stage.engine, definition, wave, () => ({}));
    requests += wave;
    await ended(stage.engine, definition, requests);
    await delay(50);
    const { heapUsed: heap, rss } = await child.usage(true);
    samples.push({ tasks: requests * STEPS, heap, rss });
    tell(requests * STEPS);
  }
  await child.stop();
  return judge(samples);
}
