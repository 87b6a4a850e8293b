import { setTimeout as delay } from "node:timers/promises";

const PAUSE_MS = 500;
/** A limit against hanging, far above the time in which anything comes back. */
const TRIES = 180;

/** Does something until it succeeds; throws the last error when it never does. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= TRIES) throw error;
      await delay(PAUSE_MS);
    }
  }
}
