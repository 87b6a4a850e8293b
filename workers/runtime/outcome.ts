/** From a failure to what the engine is told: pure, so that every rule of it can be read and tested here. */
import { fullJitter, type Random } from "./backoff.js";
import { outOfPatience } from "./demand.js";
import type { Failure } from "./failure.js";
import type { Topic } from "./types.js";

/** What the engine is told of an attempt. Times in milliseconds; messages without secrets. */
export type Outcome =
  | { readonly kind: "complete"; readonly variables: Record<string, unknown> }
  | { readonly kind: "bpmnError"; readonly code: string; readonly message: string }
  | { readonly kind: "retry"; readonly message: string; readonly retries: number; readonly delayMs: number }
  /** A breaker held it back: nobody was asked, so no attempt is lost. */
  | { readonly kind: "postponed"; readonly message: string; readonly retries: number; readonly delayMs: number }
  | { readonly kind: "incident"; readonly message: string; readonly details: string }
  /** Shutdown: somebody else may take the task at once. */
  | { readonly kind: "giveBack" }
  /** The lock is lost: whoever holds it now reports. */
  | { readonly kind: "abandoned" };

/** What the decision depends on beside the failure. */
export interface FailedAttempt {
  readonly topic: Pick<Topic<unknown>, "topic" | "errorCodes" | "fallback" | "retry">;
  /** Retries as the engine knows them; null before the first failure. */
  readonly retries: number | null;
  /** By which the incident is found in the logs. */
  readonly correlationId: string;
  readonly random: Random;
}

/** The outcome of a failed attempt. */
export function decide(failure: Failure, attempt: FailedAttempt): Outcome {
  switch (failure.kind) {
    case "business":
      return business(failure, attempt);
    case "unavailable":
      return unavailable(failure, attempt);
    case "rejected":
      return lastWord(failure.reason, attempt);
    case "broken":
      return incident(failure.reason, failure.frames, attempt);
  }
}

function business(failure: Extract<Failure, { kind: "business" }>, attempt: FailedAttempt): Outcome {
  const { code, message } = failure;
  if (attempt.topic.errorCodes.includes(code)) return { kind: "bpmnError", code, message };
  return incident(`the handler raised ${code}, which is not among the topic's error codes`, "", attempt);
}

function unavailable(failure: Extract<Failure, { kind: "unavailable" }>, attempt: FailedAttempt): Outcome {
  const { retry } = attempt.topic;
  const left = attempt.retries ?? retry.retries + 1;
  const wait = failure.retryAfterMs ?? 0;
  if (failure.heldBackMs !== undefined) {
    if (outOfPatience(attempt.topic, failure.heldBackMs)) return lastWord(failure.reason, attempt);
    return { kind: "postponed", message: failure.reason, retries: left, delayMs: wait };
  }
  if (left <= 1 || wait > retry.maxWaitMs) return lastWord(failure.reason, attempt);
  const limits = { baseMs: retry.baseDelayMs, maxMs: retry.maxDelayMs };
  const before = Math.max(0, retry.retries + 1 - left);
  const delayMs = Math.max(wait, fullJitter(before, limits, attempt.random));
  return { kind: "retry", message: failure.reason, retries: left - 1, delayMs };
}

/** Trying again is no use: the diagram's way out if the topic has one, else an administrator. */
function lastWord(reason: string, attempt: FailedAttempt): Outcome {
  const { fallback } = attempt.topic;
  if (fallback) return { kind: "bpmnError", ...fallback };
  return incident(reason, "", attempt);
}

/** An incident that says what to do, then what failed and where to look; for administrators in Cockpit. */
export function incident(
  reason: string,
  frames: string,
  attempt: { readonly topic: { readonly topic: string }; readonly correlationId: string },
): Outcome {
  const { topic } = attempt.topic;
  const todo = "Langkah otomatis ini tertahan. Perbaiki penyebabnya, lalu tekan “Coba ulang” di Cockpit.";
  return {
    kind: "incident",
    message: `${todo} Keterangan teknis: ${topic}: ${reason}`,
    details: [`topic: ${topic}`, `correlation id: ${attempt.correlationId}`, `reason: ${reason}`, frames]
      .filter((line) => line !== "")
      .join("\n"),
  };
}
