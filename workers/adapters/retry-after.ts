const DAY_MS = 86_400_000;

/** Milliseconds to wait by a Retry-After header (seconds or HTTP date), from 0 to one day; undefined when absent or unreadable. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : untilDate(text, now);
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}

/** Date.parse takes far more than HTTP dates ("-5" is a year to it), so the weekday is required. */
function untilDate(text: string, now: number): number {
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) - now : Number.NaN;
}
