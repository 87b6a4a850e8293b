/** A signal that aborts after the time limit or with the caller's signal; `end` must be called when the call is over. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  timedOut(): boolean;
  end(): void;
}

/**
 * Starts a time limit in milliseconds. By hand instead of `AbortSignal.any`: the caller's signal lives as long as the
 * worker, and Node 20 keeps every signal composed from it alive just as long.
 */
export function limitTime(ms: number, caller?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let expired = false;
  const onAbort = () => controller.abort();
  const timer = setTimeout(() => {
    expired = !controller.signal.aborted;
    controller.abort();
  }, ms);
  if (caller?.aborted) controller.abort();
  caller?.addEventListener("abort", onAbort, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => expired,
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}
