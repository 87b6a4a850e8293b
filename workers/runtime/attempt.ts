/** One run of a topic's handler, from the task's variables to what the engine is to be told. */
import type { Logger } from "pino";
import type { Random } from "./backoff.js";
import { coerceFailure, Interrupted } from "./failure.js";
import type { Metrics } from "./metrics.js";
import { decide, type Outcome } from "./outcome.js";
import type { TaskInfo, Topic } from "./types.js";

/** A handler that heeds its signal has ended this long after it was called off. */
const LATE_MS = 1_000;

/** `variables` may throw; aborting `control` with an `Interrupted` calls the attempt off. */
export interface Attempt<D> {
  readonly topic: Topic<D>;
  readonly variables: () => Record<string, unknown>;
  readonly info: TaskInfo;
  readonly deps: D;
  readonly correlationId: string;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, "leftRunning">;
  readonly control: AbortController;
  readonly timeLimitMs: number;
  readonly random: Random;
}

/** Runs it and decides. Never throws; does not wait for a handler that ignores its signal. */
export async function attempt<D>(one: Attempt<D>): Promise<Outcome> {
  const { topic, info, deps, logger, control, correlationId, random } = one;
  const { signal } = control;
  const limit = setTimeout(() => control.abort(new Interrupted("timeLimit")), topic.timeLimitMs ?? one.timeLimitMs);
  try {
    signal.throwIfAborted();
    const work = Promise.resolve().then(() => topic.run(one.variables(), { deps, task: info, logger, signal }));
    return { kind: "complete", variables: await unlessAborted(work, signal, () => calledOff(one, work)) };
  } catch (error) {
    const interruption = interruptionOf(signal);
    if (interruption === "lockLost") return { kind: "abandoned" };
    if (interruption === "shutdown") return { kind: "giveBack" };
    const failure = coerceFailure(interruption === undefined ? error : signal.reason);
    if (failure.kind === "broken") logger.error({ reason: failure.reason, frames: failure.frames }, "attempt broken");
    return decide(failure, { topic, retries: info.retries, correlationId, random });
  } finally {
    clearTimeout(limit);
  }
}

/** A handler that ignores its signal must not hold lock and slot for ever; what it still does is idempotent. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, onLeft: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      onLeft();
      reject(signal.reason);
    };
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/** Counts a handler that goes on alone until it ends, and says so where that takes long. */
function calledOff<D>({ topic: { topic }, metrics, logger }: Attempt<D>, work: Promise<unknown>): void {
  metrics.leftRunning(topic, 1);
  const late = setTimeout(() => logger.warn("the handler goes on although it was called off"), LATE_MS).unref();
  const ended = () => {
    clearTimeout(late);
    metrics.leftRunning(topic, -1);
  };
  work.then(ended, ended);
}

const interruptionOf = (signal: AbortSignal): Interrupted["why"] | undefined =>
  signal.aborted && signal.reason instanceof Interrupted ? signal.reason.why : undefined;
