/** The one place that tells the engine what became of a task. */
import { type HandleFailureOptions, type Task, type TaskService, Variables } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import { fullJitter, type Random } from "./backoff.js";
import { type EngineRefusal, engineRefusal } from "./engine-answer.js";
import type { Metrics } from "./metrics.js";
import { incident, type Outcome } from "./outcome.js";
import type { Catches, TaskInfo } from "./types.js";

/**
 * What a report needs beside the outcome. `hardStop` aborts when the process cannot wait any longer; `isNewest` is false
 * once a newer attempt of this process has the task.
 */
export interface ReportContext {
  readonly task: Task;
  readonly info: Pick<TaskInfo, "instans" | "definisi" | "aktivitas">;
  readonly taskService: TaskService;
  readonly catches: Catches;
  readonly topic: { readonly topic: string };
  readonly correlationId: string;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, "repeated">;
  readonly lockMs: number;
  readonly hardStop: AbortSignal;
  readonly isNewest: () => boolean;
  readonly random: Random;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * `delivered`: the engine took it. `asIncident`: it could not take it and got an incident instead. `superseded`: the task
 * is gone or somebody else's. `undelivered`: given up.
 */
export type Delivery = "delivered" | "asIncident" | "superseded" | "undelivered";

/** The engine cuts longer messages itself, but in the middle of a word. */
const MAX_MESSAGE = 660;
/** A lock that ends at once, which only its holder can set: unlock asks nobody whose lock it is. */
const GIVE_BACK_LOCK_MS = 1;
const AGAIN: ReadonlySet<EngineRefusal["kind"]> = new Set(["conflict", "away", "unclear"]);
const CONFLICT_DELAY = { baseMs: 5, maxMs: 200 };
const AWAY_DELAY = { baseMs: 100, maxMs: 5_000 };
/** Every so many repetitions an administrator is told; while the engine is away the first time after some 30 s. */
const WARN_EVERY = 20;
/** So often in a row the database must have taken another write before the engine's unclear refusal counts as its last word. */
const DOUBTS = 3;

/**
 * Tells the engine an outcome and stays at it until the answer is known: an optimistic-locking conflict is asked again
 * at once, an engine that is away with growing pauses. A result the engine refuses becomes an incident. Never throws.
 */
export async function report(outcome: Outcome, context: ReportContext): Promise<Delivery> {
  if (outcome.kind === "abandoned") return "superseded";
  let uncaught = false;
  const refusal = await deliver(async () => {
    uncaught = outcome.kind === "bpmnError" && !(await context.catches(context.info, outcome.code));
    if (!uncaught) await tell(outcome, context);
  }, context);
  if (outcome.kind === "bpmnError" && uncaught) {
    return instead(uncaughtError(outcome, context), `the activity does not catch ${outcome.code}`, context);
  }
  if (refusal === undefined) return "delivered";
  if (refusal.kind === "gone" || refusal.kind === "notOurs") {
    context.logger.info({ outcome: outcome.kind, reason: refusal.reason }, "somebody else has ended this task");
    return "superseded";
  }
  if (refusal.kind !== "refused" || outcome.kind === "incident" || outcome.kind === "giveBack") {
    context.logger.error({ outcome: outcome.kind, reason: refusal.reason }, "the engine did not take the outcome");
    return "undelivered";
  }
  const reason = `the engine refused the outcome ${outcome.kind}: ${refusal.reason}`;
  return instead(incident(reason, "", context), reason, context);
}

/** The log takes the reason alone: a BPMN error's message is for staff and may name people. */
async function instead(incident: Outcome, reason: string, context: ReportContext): Promise<Delivery> {
  context.logger.error({ reason }, "the outcome becomes an incident");
  const delivery = await report(incident, context);
  return delivery === "delivered" ? "asIncident" : delivery;
}

/** An error that nothing catches would end the instance's path without a word: the engine takes it for a plain end. */
function uncaughtError({ code, message }: Extract<Outcome, { kind: "bpmnError" }>, context: ReportContext): Outcome {
  const { aktivitas, definisi } = context.info;
  const text =
    `kegiatan ${aktivitas} tidak menangkap galat ${code} pada diagram ${definisi}, sehingga permohonan akan berhenti diam-diam. ` +
    `Pasang boundary event galat ${code}, terapkan diagramnya, dan migrasikan permohonan ini. Sebabnya: ${message.replace(/\.$/, "")}`;
  return incident(text, "", context);
}

/** Repeats a call until it succeeds (undefined) or repeating is no use (the refusal). */
async function deliver(call: () => Promise<void>, context: ReportContext): Promise<EngineRefusal | undefined> {
  const { logger, metrics, topic, hardStop } = context;
  let doubts = 0;
  for (let attempt = 0; ; attempt++) {
    try {
      await call();
      return undefined;
    } catch (error) {
      const refusal = engineRefusal(error);
      if (!AGAIN.has(refusal.kind) || hardStop.aborted) return refusal;
      doubts = refusal.kind === "unclear" && (await takesWrites(context)) ? doubts + 1 : 0;
      if (doubts > DOUBTS) return { ...refusal, kind: "refused" };
      metrics.repeated(topic.topic);
      const level = (attempt + 1) % WARN_EVERY === 0 ? "warn" : "debug";
      logger[level]({ reason: refusal.reason, attempt }, "telling the engine again");
      await context.sleep(pause(refusal, attempt, context.random), hardStop);
      // The engine would take this for the newer attempt's word: both have the same worker id.
      if (!context.isNewest()) return { kind: "gone", reason: "a newer attempt has the task" };
    }
  }
}

/** Whether the engine can write to its database: what it still refuses then is the outcome itself. */
const takesWrites = ({ task, taskService, lockMs }: ReportContext): Promise<boolean> =>
  taskService.extendLock(task, lockMs).then(
    () => true,
    () => false,
  );

function pause(refusal: EngineRefusal, attempt: number, random: Random): number {
  return fullJitter(attempt, refusal.kind === "conflict" ? CONFLICT_DELAY : AWAY_DELAY, random);
}

function tell(outcome: Exclude<Outcome, { kind: "abandoned" }>, { task, taskService }: ReportContext): Promise<void> {
  switch (outcome.kind) {
    case "complete":
      return taskService.complete(task, toVariables(outcome.variables));
    case "bpmnError":
      return taskService.handleBpmnError(task, outcome.code, outcome.message);
    case "retry":
    case "postponed":
      return taskService.handleFailure(task, failure(outcome.message, "", outcome.retries, outcome.delayMs));
    case "incident":
      return taskService.handleFailure(task, failure(outcome.message, outcome.details, 0, 0));
    case "giveBack":
      return taskService.extendLock(task, GIVE_BACK_LOCK_MS);
  }
}

function failure(message: string, details: string, retries: number, retryTimeout: number): HandleFailureOptions {
  return { errorMessage: message.slice(0, MAX_MESSAGE), errorDetails: details, retries, retryTimeout };
}

function toVariables(values: Record<string, unknown>): Variables {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Variables().setAll(Object.fromEntries(present));
}
