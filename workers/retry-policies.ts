/** How patiently each kind of work is tried again before the diagram's way out or an incident. */
import type { RetryPolicy } from "./runtime/index.js";

/** SPSE and e-Pesan: about a minute on average, two at most, so that a bridge may restart within a step's half hour. */
export const bridge: RetryPolicy = Object.freeze({
  retries: 6,
  baseDelayMs: 2_000,
  maxDelayMs: 60_000,
  maxWaitMs: 600_000,
});

/** A quarter of the slots of a process by default: bridges that hang cannot keep all other work waiting. */
export const BRIDGE_CONCURRENCY = 16;

/** Work on our own database alone: there is no manual way, so it is tried longer before somebody is called. */
export const ownDatabase: RetryPolicy = Object.freeze({
  retries: 10,
  baseDelayMs: 1_000,
  maxDelayMs: 60_000,
  maxWaitMs: 600_000,
});
