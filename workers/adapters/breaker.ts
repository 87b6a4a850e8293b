/**
 * A circuit breaker: a service that is away costs one probe at a time, not a time-out for each task.
 *
 * closed: calls go out. So many failures in a row open it, a single answer (even a refusal) resets the count.
 * open: no call goes out; who tries is told how long to wait. The runtime does not even fetch the topics of an open
 * breaker (runtime/demand.ts), and a task that runs into one goes back without losing an attempt (runtime/outcome.ts).
 * half-open: the pause is over, one call goes out as the probe. An answer closes it, a failure doubles the pause.
 */
export type BreakerState = "closed" | "open" | "half-open";

/** Failures in a row that open it; first and longest pause before a probe, in milliseconds. */
export interface BreakerOptions {
  readonly failures: number;
  readonly openMs: number;
  readonly maxOpenMs: number;
}

/** What came of a call: the service answered, it did not (perhaps naming a wait), or the caller called it off. */
export type Verdict =
  | { readonly kind: "answered" | "calledOff" }
  | { readonly kind: "failed"; readonly retryAfterMs?: number | undefined };

/** Leave to make one call; `settle` must be told what came of it. */
export interface Pass {
  readonly waitMs: 0;
  settle(verdict: Verdict): void;
}

/** One in front of each adapter of a process; counts failures in memory only. */
export interface Breaker {
  state(): BreakerState;
  /** Milliseconds until a call may go out; 0 unless open. */
  waitMs(): number;
  /** Milliseconds since the first of the failures that opened it; 0 while closed. */
  awayMs(): number;
  /** Before each call: leave to make it, or how many milliseconds to wait. */
  enter(): Pass | { readonly waitMs: number };
}

/** A probe is under way: its answer may come any moment. */
const PROBE_WAIT_MS = 250;
/** The longest Retry-After that is honoured. */
const MAX_RETRY_AFTER_MS = 600_000;

/** A closed breaker. `now` in milliseconds; `onChange` hears when it opens ("open") and closes again. */
export function createBreaker(
  options: BreakerOptions,
  now: () => number,
  onChange: (state: "open" | "closed") => void = () => {},
): Breaker {
  let failures = 0;
  let failingSince = 0;
  let opened: { probeAt: number; probes: number } | undefined;
  let probe: object | undefined;

  function answered(): void {
    failures = 0;
    probe = undefined;
    if (opened === undefined) return;
    opened = undefined;
    onChange("closed");
  }

  function failed(retryAfterMs: number): void {
    if (failures === 0) failingSince = now();
    if (++failures < options.failures) return;
    opened = { probes: 0, probeAt: now() + pause(0, retryAfterMs) };
    onChange("open");
  }

  function pause(probes: number, retryAfterMs: number): number {
    const grown = Math.min(options.maxOpenMs, options.openMs * 2 ** Math.min(probes, 20));
    return Math.max(grown, Math.min(retryAfterMs, MAX_RETRY_AFTER_MS));
  }

  function settle(self: object, verdict: Verdict): void {
    const probed = probe === self;
    if (probed) probe = undefined;
    if (verdict.kind === "answered") answered();
    if (verdict.kind !== "failed") return;
    const retryAfterMs = verdict.retryAfterMs ?? 0;
    if (opened === undefined) failed(retryAfterMs);
    // Calls that went out before it opened tell nothing new.
    else if (probed) opened = { probes: opened.probes + 1, probeAt: now() + pause(opened.probes + 1, retryAfterMs) };
  }

  const waitMs = () => (opened ? Math.max(0, opened.probeAt - now()) : 0);
  return {
    state: () => (opened === undefined ? "closed" : waitMs() > 0 ? "open" : "half-open"),
    waitMs,
    awayMs: () => (opened ? now() - failingSince : 0),
    enter() {
      if (waitMs() > 0) return { waitMs: waitMs() };
      if (opened && probe) return { waitMs: PROBE_WAIT_MS };
      const self = {};
      if (opened) probe = self;
      return { waitMs: 0, settle: (verdict) => settle(self, verdict) };
    },
  };
}
