import { setTimeout as delay } from "node:timers/promises";
import { SystemError } from "./error.js";

interface WaitOptions {
  /** What is waited for, as in "the engine did not …". */
  readonly what: string;
  readonly timeoutMs: number;
  readonly intervalMs?: number;
  readonly signal?: AbortSignal;
}

/** Polls until `check` says yes; throws a SystemError when the time is over, or the signal's reason. */
export async function waitFor(check: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const end = performance.now() + options.timeoutMs;
  while (!(await check())) {
    options.signal?.throwIfAborted();
    if (performance.now() > end)
      throw new SystemError(`${options.what} was not ready after ${Math.round(options.timeoutMs / 1000)} s.`);
    await delay(options.intervalMs ?? 100, undefined, options.signal ? { signal: options.signal } : {});
  }
}

/** Whether a GET of the address is answered with 2xx within two seconds. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
