/** One task from lock to report: read its variables, run the handler under a heartbeat, decide, tell the engine. */
import { randomUUID } from "node:crypto";
import type { HandlerArgs, Task, TaskService } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import { z } from "zod";
import { traced } from "../../src/tracing.js";
import { attempt } from "./attempt.js";
import type { Random } from "./backoff.js";
import { Interrupted, ShapeError } from "./failure.js";
import { startHeartbeat } from "./heartbeat.js";
import type { Lead } from "./lifecycle.js";
import type { Metrics } from "./metrics.js";
import type { Outcome } from "./outcome.js";
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

/** What is known of a task; `defect` where the engine left out something that no handler can do without. */
function readTask(task: Task): { info: TaskInfo; defect?: ShapeError } {
  const known = EngineTask.safeParse(task);
  if (known.success) return { info: known.data };
  const nothing = { instans: "", definisi: "", aktivitas: "", nomorPermohonan: "", retries: null };
  const info = { ...nothing, id: String(task.id), topic: String(task.topicName) };
  return { info, defect: new ShapeError("task", z.prettifyError(known.error)) };
}

/** Does a task in a span of the request's trace; aborting `lead.control` calls it off. Never throws: the client would leave the task locked without a word. */
export async function execute<D>(
  topic: Topic<D>,
  { task, taskService }: HandlerArgs,
  { control, isNewest }: Lead,
  deps: ExecuteDeps<D>,
): Promise<void> {
  const started = deps.now();
  const { info, defect } = readTask(task);
  const correlationId = randomUUID();
  const logger = deps.logger.child({
    topic: info.topic,
    nomorPermohonan: info.nomorPermohonan,
    activity: info.aktivitas,
    instance: info.instans,
    correlationId,
  });
  const stopHeartbeat = keepLocked(topic, task, taskService, control, deps, logger);
  try {
    const attributes = { topic: info.topic, activity: info.aktivitas, instance: info.instans, correlationId };
    const span = { name: `task ${info.topic}`, attributes, businessKey: info.nomorPermohonan };
    const { outcome, delivery } = await traced(span, async () => {
      const one = { ...deps, topic, info, correlationId, logger, control };
      const variables = () => {
        if (defect) throw defect;
        return task.variables.getAll();
      };
      const outcome = await attempt({ ...one, variables });
      const told = () => report(outcome, { ...one, task, taskService, isNewest });
      return { outcome, delivery: await traced({ name: `engine ${outcome.kind}` }, told) };
    });
    const ms = Math.round(deps.now() - started);
    const ending = endingOf(outcome, delivery);
    if (ending === "retry") deps.metrics.retried(topic.topic);
    deps.metrics.ended(topic.topic, ending, ms / 1000);
    log(logger, outcome, ending, { delivery, ms });
  } finally {
    stopHeartbeat();
  }
}

type Ending = Exclude<Outcome["kind"], "abandoned"> | "superseded" | "undelivered";

/** What became of a task: its outcome where the engine took that, otherwise what its delivery came to. */
function endingOf({ kind }: Outcome, delivery: Delivery): Ending {
  if (delivery === "asIncident") return "incident";
  if (delivery !== "delivered") return delivery;
  return kind === "abandoned" ? "superseded" : kind;
}

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

const LOGGED: Record<Ending, { level: "info" | "warn" | "error"; text: string }> = {
  complete: { level: "info", text: "task done" },
  bpmnError: { level: "info", text: "task ended with a BPMN error" },
  retry: { level: "warn", text: "task will be tried again" },
  postponed: { level: "info", text: "task waits for its service" },
  incident: { level: "error", text: "task became an incident" },
  giveBack: { level: "info", text: "task given back" },
  superseded: { level: "info", text: "task left to whoever holds its lock or has ended it" },
  undelivered: { level: "warn", text: "task left to run out of its lock: the engine does not know its outcome" },
};

/** Messages of BPMN errors are for staff and may name people; the log takes the code. */
function log(logger: Logger, outcome: Outcome, ending: Ending, fields: { delivery: Delivery; ms: number }): void {
  const { level, text } = LOGGED[ending];
  const code = outcome.kind === "bpmnError" ? { code: outcome.code } : {};
  const retry =
    outcome.kind === "retry" || outcome.kind === "postponed"
      ? { reason: outcome.message, retries: outcome.retries, delayMs: outcome.delayMs }
      : {};
  logger[level]({ outcome: outcome.kind, ...fields, ...code, ...retry }, text);
}
