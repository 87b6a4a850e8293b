/** What so many requests a year need in some years, with history cleaned up and without. Pure. */
import type { Sizes } from "./sizes.js";

/** What an LPSE expects. */
export interface Load {
  readonly requestsPerYear: number;
  readonly years: number;
  /** Years for which the engine keeps the history of a request that is over. */
  readonly historyYears: number;
  /** Bytes of the two documents that a Satker uploads; those of the measured requests are tiny. */
  readonly uploadBytes: number;
}

/** Bytes, by request and after so many years. */
export interface Forecast {
  /** Bytes per request: the engine and what its clean-up leaves there, our own database without uploads, the uploads. */
  readonly perRequest: {
    readonly engine: number;
    readonly left: number;
    readonly ours: number;
    readonly uploads: number;
  };
  /** Bytes at the end. */
  readonly cleaned: number;
  readonly uncleaned: number;
}

/** What was measured, in bytes per request; `uploads` are part of `ours`. */
export interface Measured {
  readonly engine: Sizes;
  /** What the engine still holds of a request after its clean-up. */
  readonly left: number;
  readonly ours: Sizes;
  readonly uploads: number;
}

/** Bytes of all groups together. */
export const total = (sizes: Sizes): number => Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);

/** Both ways, for this load. */
export function forecast({ engine, left, ours, uploads }: Measured, load: Load): Forecast {
  const perRequest = {
    engine: total(engine),
    left,
    ours: Math.max(0, total(ours) - uploads),
    uploads: load.uploadBytes,
  };
  const all = load.requestsPerYear * load.years;
  const kept = load.requestsPerYear * Math.min(load.years, load.historyYears);
  const stays = all * (perRequest.ours + perRequest.uploads);
  return {
    perRequest,
    cleaned: stays + kept * perRequest.engine + (all - kept) * left,
    uncleaned: stays + all * perRequest.engine,
  };
}
