/** The one place that tells the engine what became of a task. */
import { type HandleFailureOptions, type Task, type TaskService, Variables } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import { fullJitter, type Random } from "./backoff.js";
import { type EngineRefusal, engineRefusal } from "./engine-answer.js";
import { incident, type Outcome } from "./outcome.js";
import type { Catches, TaskInfo, Topic } from "./types.js";

/**
 * What a report needs to know of its task. `hardStop` aborts when the process cannot wait any longer; `isNewest` is false
 * once a newer attempt of this process has the task.
 */
export interface Report {
  readonly task: Task;
  readonly info: Pick<TaskInfo, "instans" | "definisi" | "aktivitas">;
  readonly taskService: TaskService;
  readonly catches: Catches;
  readonly topic: Pick<Topic<unknown>, "topic">;
  readonly correlationId: string;
  readonly logger: Logger;
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
/** Should the unlock not arrive, the task is free after this. */
const GIVE_BACK_LOCK_MS = 1_000;
const CONFLICT_DELAY = { baseMs: 5, maxMs: 200 };
const AWAY_DELAY = { baseMs: 100, maxMs: 5_000 };

/**
 * Tells the engine an outcome and stays at it until the answer is known: an optimistic-locking conflict is asked again
 * at once, an engine that is away with growing pauses. A result the engine refuses becomes an incident. Never throws.
 */
export async function report(outcome: Outcome, to: Report): Promise<Delivery> {
  if (outcome.kind === "abandoned") return "superseded";
  let uncaught = false;
  const refusal = await deliver(async () => {
    uncaught = outcome.kind === "bpmnError" && !(await to.catches(to.info, outcome.code));
    if (!uncaught) await tell(outcome, to);
  }, to);
  if (outcome.kind === "bpmnError" && uncaught) {
    return instead(uncaughtError(outcome, to), `the activity does not catch ${outcome.code}`, to);
  }
  if (refusal === undefined) return "delivered";
  if (refusal.kind === "gone" || refusal.kind === "notOurs") {
    to.logger.info({ outcome: outcome.kind, reason: refusal.reason }, "somebody else has ended this task");
    return "superseded";
  }
  if (refusal.kind !== "refused" || outcome.kind === "incident" || outcome.kind === "giveBack") {
    to.logger.error({ outcome: outcome.kind, reason: refusal.reason }, "the engine did not take the outcome");
    return "undelivered";
  }
  const reason = `the engine refused the outcome ${outcome.kind}: ${refusal.reason}`;
  return instead(incident(reason, "", to), reason, to);
}

/** The log takes the reason alone: a BPMN error's message is for staff and may name people. */
async function instead(incident: Outcome, reason: string, to: Report): Promise<Delivery> {
  to.logger.error({ reason }, "the outcome becomes an incident");
  const delivery = await report(incident, to);
  return delivery === "delivered" ? "asIncident" : delivery;
}

/** An error that nothing catches would end the instance's path without a word: the engine takes it for a plain end. */
function uncaughtError({ code, message }: Extract<Outcome, { kind: "bpmnError" }>, to: Report): Outcome {
  const { aktivitas, definisi } = to.info;
  const text =
    `kegiatan ${aktivitas} tidak menangkap galat ${code} pada diagram ${definisi}, sehingga permohonan akan berhenti diam-diam. ` +
    `Pasang boundary event galat ${code}, terapkan diagramnya, dan migrasikan permohonan ini. Sebabnya: ${message.replace(/\.$/, "")}`;
  return incident(text, "", to);
}

/** Repeats a call until it succeeds (undefined) or repeating is no use (the refusal). */
async function deliver(call: () => Promise<void>, to: Report): Promise<EngineRefusal | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      await call();
      return undefined;
    } catch (error) {
      const refusal = engineRefusal(error);
      const again = refusal.kind === "conflict" || refusal.kind === "away";
      if (!again || to.hardStop.aborted) return refusal;
      to.logger.debug({ reason: refusal.reason, attempt }, "telling the engine again");
      await to.sleep(pause(refusal, attempt, to.random), to.hardStop);
      // The engine would take this for the newer attempt's word: both have the same worker id.
      if (!to.isNewest()) return { kind: "gone", reason: "a newer attempt has the task" };
    }
  }
}

function pause(refusal: EngineRefusal, attempt: number, random: Random): number {
  return fullJitter(attempt, refusal.kind === "conflict" ? CONFLICT_DELAY : AWAY_DELAY, random);
}

function tell(outcome: Exclude<Outcome, { kind: "abandoned" }>, { task, taskService }: Report): Promise<void> {
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
      // unlock asks nobody whose lock it is: extendLock first, which is refused where it is another worker's by now.
      return taskService.extendLock(task, GIVE_BACK_LOCK_MS).then(() => taskService.unlock(task));
  }
}

function failure(message: string, details: string, retries: number, retryTimeout: number): HandleFailureOptions {
  return { errorMessage: message.slice(0, MAX_MESSAGE), errorDetails: details, retries, retryTimeout };
}

function toVariables(values: Record<string, unknown>): Variables {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Variables().setAll(Object.fromEntries(present));
}
