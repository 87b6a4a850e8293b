/** What so many requests a year need in some years, with history cleaned up and without. Pure. */
import type { Sizes } from "./sizes.js";

export interface Load {
  readonly requestsPerYear: number;
  readonly years: number;
  /** Years for which the engine keeps the history of a request that is over. */
  readonly historyYears: number;
  /** Bytes of the two documents that a Satker uploads; those of the measured requests are tiny. */
  readonly uploadBytes: number;
}

export interface Forecast {
  /** Bytes per request: the engine, our own database without uploads, the uploads. */
  readonly perRequest: { readonly engine: number; readonly ours: number; readonly uploads: number };
  /** Bytes at the end. */
  readonly cleaned: number;
  readonly uncleaned: number;
}

const total = (sizes: Sizes): number => Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);

/** `measuredUploads` are the bytes of uploads that are part of `ours`. */
export function forecast(engine: Sizes, ours: Sizes, measuredUploads: number, load: Load): Forecast {
  const perRequest = {
    engine: total(engine),
    ours: Math.max(0, total(ours) - measuredUploads),
    uploads: load.uploadBytes,
  };
  const all = load.requestsPerYear * load.years;
  const kept = load.requestsPerYear * Math.min(load.years, load.historyYears);
  const stays = all * (perRequest.ours + perRequest.uploads);
  return { perRequest, cleaned: stays + kept * perRequest.engine, uncleaned: stays + all * perRequest.engine };
}
