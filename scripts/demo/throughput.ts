import type { Finished } from "./run.js";

/** `detik` is the length of the whole run in seconds, `perMenit` how many requests were finished in a minute of it. */
export interface Throughput {
  readonly permohonan: number;
  readonly paralel: number;
  readonly detik: number;
  readonly perMenit: number;
  /** Time of one request from start to end, in ms. */
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** The value below which this share of a non-empty ascending list lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Figures over all finished requests. */
export function measure(finished: readonly Finished[], parallel: number, tookMs: number): Throughput {
  const times = finished.map((one) => Math.round(one.tookMs)).toSorted((a, b) => a - b);
  return {
    permohonan: finished.length,
    paralel: parallel,
    detik: Math.round(tookMs) / 1000,
    perMenit: Math.round((finished.length / tookMs) * 600_000) / 10,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
}

/** One English sentence for the terminal. */
export const throughputText = (t: Throughput): string =>
  `${t.permohonan} requests, ${t.paralel} at a time, in ${t.detik.toFixed(1)} s: ${t.perMenit} a minute; one takes ${t.medianMs} ms (median), ${t.p95Ms} ms (95 %).`;
