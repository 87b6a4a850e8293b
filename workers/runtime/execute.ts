/** One task from lock to report: read its variables, run the handler under a heartbeat, decide, tell the engine. */
import { randomUUID } from "node:crypto";
import type { HandlerArgs, Task, TaskService } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import { z } from "zod";
import { traced } from "../../src/tracing.js";
import type { Random } from "./backoff.js";
import { coerceFailure, Interrupted } from "./failure.js";
import { startHeartbeat } from "./heartbeat.js";
import type { Lead } from "./lifecycle.js";
import type { Metrics } from "./metrics.js";
import { decide, type Outcome } from "./outcome.js";
import { type Delivery, report } from "./report.js";
import type { Catches, TaskInfo, Topic } from "./types.js";

/** What every attempt of this process shares. `hardStop` aborts when a shutdown waits no longer. */
export interface ExecuteDeps<D> {
  readonly deps: D;
  readonly catches: Catches;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly lockMs: number;
  readonly timeLimitMs: number;
  readonly hardStop: AbortSignal;
  readonly now: () => number;
  readonly random: Random;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A handler that heeds its signal has ended this long after it was called off. */
const LATE_MS = 1_000;

const EngineTask = z
  .object({
    id: z.string(),
    topicName: z.string(),
    processInstanceId: z.string(),
    processDefinitionId: z.string(),
    activityId: z.string(),
    businessKey: z.string().nullish(),
    retries: z.number().nullish(),
  })
  .transform(
    (t): TaskInfo => ({
      id: t.id,
      topic: t.topicName,
      instans: t.processInstanceId,
      definisi: t.processDefinitionId,
      aktivitas: t.activityId,
      nomorPermohonan: t.businessKey ?? "",
      retries: t.retries ?? null,
    }),
  );

/** Does a task in a span of the request's trace; aborting `lead.control` calls it off. Never throws: the client would leave the task locked without a word. */
export async function execute<D>(
  topic: Topic<D>,
  { task, taskService }: HandlerArgs,
  { control, isNewest }: Lead,
  shared: ExecuteDeps<D>,
): Promise<void> {
  const started = shared.now();
  const info = EngineTask.parse(task);
  const correlationId = randomUUID();
  const logger = shared.logger.child({
    topic: info.topic,
    nomorPermohonan: info.nomorPermohonan,
    activity: info.aktivitas,
    instance: info.instans,
    correlationId,
  });
  const stopHeartbeat = keepLocked(topic, task, taskService, control, shared, logger);
  try {
    const attributes = { topic: info.topic, activity: info.aktivitas, instance: info.instans, correlationId };
    const span = { name: `task ${info.topic}`, attributes, businessKey: info.nomorPermohonan };
    const { outcome, delivery } = await traced(span, async () => {
      const outcome = await attempt(topic, task, { info, correlationId, logger, control, shared });
      const to = { ...shared, task, info, taskService, topic, correlationId, logger, isNewest };
      return { outcome, delivery: await traced({ name: `engine ${outcome.kind}` }, () => report(outcome, to)) };
    });
    const ms = Math.round(shared.now() - started);
    if (outcome.kind === "retry") shared.metrics.retried(info.topic);
    shared.metrics.ended(info.topic, labelOf(outcome, delivery), ms / 1000);
    log(logger, outcome, { delivery, ms });
  } finally {
    stopHeartbeat();
  }
}

const labelOf = ({ kind }: Outcome, delivery: Delivery): string =>
  ({ delivered: kind, asIncident: "incident", superseded: "superseded", undelivered: "undelivered" })[delivery];

interface Attempt<D> {
  readonly info: TaskInfo;
  readonly correlationId: string;
  readonly logger: Logger;
  readonly control: AbortController;
  readonly shared: ExecuteDeps<D>;
}

async function attempt<D>(topic: Topic<D>, task: Task, run: Attempt<D>): Promise<Outcome> {
  const { info, control, shared, correlationId } = run;
  const limit = setTimeout(() => control.abort(new Interrupted("timeLimit")), topic.timeLimitMs ?? shared.timeLimitMs);
  try {
    control.signal.throwIfAborted();
    const context = { deps: shared.deps, task: info, logger: run.logger, signal: control.signal };
    const work = Promise.resolve().then(() => topic.run(task.variables.getAll(), context));
    return {
      kind: "complete",
      variables: await unlessAborted(work, control.signal, () => calledOff(topic, work, run)),
    };
  } catch (error) {
    const interruption = interruptionOf(control.signal);
    if (interruption === "lockLost") return { kind: "abandoned" };
    if (interruption === "shutdown") return { kind: "giveBack" };
    const failure = coerceFailure(interruption === undefined ? error : control.signal.reason);
    if (failure.kind === "broken")
      run.logger.error({ reason: failure.reason, frames: failure.frames }, "attempt broken");
    return decide(failure, { topic, retries: info.retries, correlationId, random: shared.random });
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
function calledOff<D>({ topic }: Topic<D>, work: Promise<unknown>, { shared, logger }: Attempt<D>): void {
  shared.metrics.leftRunning(topic, 1);
  const late = setTimeout(() => logger.warn("the handler goes on although it was called off"), LATE_MS).unref();
  const ended = () => {
    clearTimeout(late);
    shared.metrics.leftRunning(topic, -1);
  };
  work.then(ended, ended);
}

const interruptionOf = (signal: AbortSignal): Interrupted["why"] | undefined =>
  signal.aborted && signal.reason instanceof Interrupted ? signal.reason.why : undefined;

function keepLocked<D>(
  topic: Topic<D>,
  task: Task,
  taskService: TaskService,
  control: AbortController,
  { lockMs, now, metrics }: ExecuteDeps<D>,
  logger: Logger,
): () => void {
  return startHeartbeat({
    lockMs,
    now,
    extend: (ms) => taskService.extendLock(task, ms),
    onExtended: () => metrics.lockExtended(topic.topic),
    onLost: (reason) => {
      logger.warn({ reason }, "the lock is lost; the attempt is called off");
      control.abort(new Interrupted("lockLost"));
    },
  });
}

const LOGGED: Record<Outcome["kind"], { level: "info" | "warn" | "error"; text: string }> = {
  complete: { level: "info", text: "task done" },
  bpmnError: { level: "info", text: "task ended with a BPMN error" },
  retry: { level: "warn", text: "task will be tried again" },
  postponed: { level: "info", text: "task waits for its service" },
  incident: { level: "error", text: "task became an incident" },
  giveBack: { level: "info", text: "task given back" },
  abandoned: { level: "info", text: "task left to whoever holds its lock" },
};

/** Messages of BPMN errors are for staff and may name people; the log takes the code. */
function log(logger: Logger, outcome: Outcome, fields: { delivery: Delivery; ms: number }): void {
  const { level, text } = LOGGED[fields.delivery === "asIncident" ? "incident" : outcome.kind];
  const code = outcome.kind === "bpmnError" ? { code: outcome.code } : {};
  const retry =
    outcome.kind === "retry" || outcome.kind === "postponed"
      ? { reason: outcome.message, retries: outcome.retries, delayMs: outcome.delayMs }
      : {};
  logger[level]({ outcome: outcome.kind, ...fields, ...code, ...retry }, text);
}
