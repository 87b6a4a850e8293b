import { setTimeout as delay } from "node:timers/promises";

const PAUSE_MS = 500;
/** A limit against hanging, far above the time in which anything comes back. */
const TRIES = 180;

/** Does something until it succeeds; throws an error that is not `passing` at once, and the last one when it never does. */
export async function insist<T>(work: () => Promise<T>, passing = (_error: unknown) => true): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= TRIES || !passing(error)) throw error;
      await delay(PAUSE_MS);
    }
  }
}
