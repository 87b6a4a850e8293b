/** The one place that tells the engine what became of a task. */
import { type HandleFailureOptions, type Task, type TaskService, Variables } from "camunda-external-task-client-js";
import type { Logger } from "pino";
import { fullJitter, type Random } from "./backoff.js";
import { type EngineRefusal, engineRefusal } from "./engine-answer.js";
import { incident, type Outcome } from "./outcome.js";
import type { Topic } from "./types.js";

/** What a report needs to know of its task. `hardStop` aborts when the process cannot wait any longer. */
export interface Report {
  readonly task: Task;
  readonly taskService: TaskService;
  readonly topic: Pick<Topic<unknown>, "topic">;
  readonly correlationId: string;
  readonly logger: Logger;
  readonly hardStop: AbortSignal;
  readonly random: Random;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** `delivered`: the engine took it. `superseded`: the task is gone or somebody else's. `undelivered`: given up. */
export type Delivery = "delivered" | "superseded" | "undelivered";

/** The engine cuts longer messages itself, but in the middle of a word. */
const MAX_MESSAGE = 660;
const CONFLICT_DELAY = { baseMs: 5, maxMs: 200 };
const AWAY_DELAY = { baseMs: 100, maxMs: 5_000 };

/**
 * Tells the engine an outcome and stays at it until the answer is known: an optimistic-locking conflict is asked again
 * at once, an engine that is away with growing pauses. A result the engine refuses becomes an incident. Never throws.
 */
export async function report(outcome: Outcome, to: Report): Promise<Delivery> {
  if (outcome.kind === "abandoned") return "superseded";
  const refusal = await deliver(() => tell(outcome, to), to);
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
  return report(incident(reason, "", to), to);
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
      return taskService.handleFailure(task, failure(outcome.message, "", outcome.retries, outcome.delayMs));
    case "incident":
      return taskService.handleFailure(task, failure(outcome.message, outcome.details, 0, 0));
    case "giveBack":
      return taskService.unlock(task);
  }
}

function failure(message: string, details: string, retries: number, retryTimeout: number): HandleFailureOptions {
  return { errorMessage: message.slice(0, MAX_MESSAGE), errorDetails: details, retries, retryTimeout };
}

function toVariables(values: Record<string, unknown>): Variables {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Variables().setAll(Object.fromEntries(present));
}
