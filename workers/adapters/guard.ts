import type { Breaker, Verdict } from "./breaker.js";
import { AdapterError } from "./error.js";

/** A breaker, the name of its service for messages, and the signal by which the caller may break the call off. */
export interface Guard {
  readonly breaker: Breaker | undefined;
  readonly service: string;
  readonly signal?: AbortSignal | undefined;
}

/** Makes a call through a breaker; one it holds back fails as `unavailable`, with the wait and how long it has been so. */
export async function guarded<T>({ breaker, service, signal }: Guard, call: () => Promise<T>): Promise<T> {
  if (breaker === undefined) return call();
  const pass = breaker.enter();
  if (!("settle" in pass)) throw heldBack(service, pass.waitMs, breaker.awayMs());
  try {
    const reply = await call();
    pass.settle({ kind: "answered" });
    return reply;
  } catch (error) {
    pass.settle(verdict(error, signal));
    throw error;
  }
}

function heldBack(service: string, waitMs: number, awayMs: number): AdapterError {
  const seconds = Math.round(awayMs / 1000);
  return new AdapterError("unavailable", `${service}: not asked, it has been away for ${seconds} s`, {
    retryAfterMs: waitMs,
    heldBackMs: awayMs,
  });
}

/** A refusal and even garbage prove that somebody is there; what the caller broke off proves nothing. */
function verdict(error: unknown, signal: AbortSignal | undefined): Verdict {
  if (!(error instanceof AdapterError) || error.kind !== "unavailable") return { kind: "answered" };
  if (signal?.aborted) return { kind: "calledOff" };
  return { kind: "failed", retryAfterMs: error.retryAfterMs };
}
