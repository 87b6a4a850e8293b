/** A number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** Exponential back-off with full jitter: anything from 0 to `base`·2^attempt, at most `max`, in milliseconds. */
export function fullJitter(attempt: number, limits: { baseMs: number; maxMs: number }, random: Random): number {
  const ceiling = Math.min(limits.maxMs, limits.baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(random() * ceiling);
}

/** The longest that all retries of a policy can take, in milliseconds: the pauses without their jitter. */
export function patienceMs(policy: { retries: number; baseDelayMs: number; maxDelayMs: number }): number {
  const pauses = Array.from({ length: policy.retries }, (_, i) => policy.baseDelayMs * 2 ** Math.min(i, 30));
  return pauses.reduce((sum, pause) => sum + Math.min(policy.maxDelayMs, pause), 0);
}
