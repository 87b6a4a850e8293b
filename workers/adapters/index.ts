import type { Breaker } from "./breaker.js";
import { createEpesan, type Epesan } from "./epesan/index.js";
import { type Fetch, openFetch } from "./fetch.js";
import type { ServiceOptions } from "./http.js";
import { createSpse, type Spse } from "./spse/index.js";

export { type Breaker, createBreaker } from "./breaker.js";
export type { Epesan, Lampiran, Pesan } from "./epesan/index.js";
export { AdapterError } from "./error.js";
export type { Fetch } from "./fetch.js";
export type { ServiceOptions } from "./http.js";
export type { AkunSpse, Spse } from "./spse/index.js";

/** What topics may call outside. */
export interface Adapters {
  readonly spse: Spse;
  readonly epesan: Epesan;
}

/** Options of all adapters; those without a breaker are called however often they fail. `fetch` and the clock (epoch milliseconds) are the real ones unless given. */
export interface AdaptersOptions {
  spse: ServiceOptions;
  epesan: ServiceOptions;
  breakers?: Readonly<Record<keyof Adapters, Breaker>> | undefined;
  fetch?: Fetch | undefined;
  now?: (() => number) | undefined;
}

/** Makes all adapters; throws an Error for options that cannot work. `close` ends the connections kept alive. */
export function createAdapters(options: AdaptersOptions): Adapters & { close: () => Promise<void> } {
  const { fetch, close } = options.fetch ? { fetch: options.fetch, close: async () => {} } : openFetch();
  const common = { fetch, now: options.now ?? Date.now };
  return {
    spse: createSpse({ ...options.spse, ...common, breaker: options.breakers?.spse }),
    epesan: createEpesan({ ...options.epesan, ...common, breaker: options.breakers?.epesan }),
    close,
  };
}
