/** Keeps a task's short lock alive while its handler runs. */
import { engineRefusal } from "./engine-answer.js";

/** `extend` renews the lock for `lockMs`; `onLost` is called once, when the lock is somebody else's or may be. */
export interface HeartbeatOptions {
  readonly lockMs: number;
  readonly extend: (lockMs: number) => Promise<void>;
  readonly onExtended: () => void;
  readonly onLost: (reason: string) => void;
  readonly now: () => number;
}

/**
 * Starts to extend a lock taken just now, three times per lock; answers how to stop. The lock's end is kept by a timer of
 * its own: in a silent network a call may take longer to fail than the lock lasts.
 */
export function startHeartbeat({ lockMs, extend, onExtended, onLost, now }: HeartbeatOptions): () => void {
  let validUntil = now() + lockMs;
  let trouble = "no answer";
  let stopped = false;
  let next = setTimeout(beat, lockMs / 3);
  let end: NodeJS.Timeout | undefined;

  async function beat(): Promise<void> {
    const sent = now();
    // Not before the first beat: most tasks are done by then.
    end ??= setTimeout(runOut, validUntil - sent);
    const refusal = await extend(lockMs).then(() => undefined, engineRefusal);
    if (stopped) return;
    if (refusal === undefined) {
      validUntil = sent + lockMs;
      trouble = "no answer";
      clearTimeout(end);
      end = setTimeout(runOut, validUntil - now());
      onExtended();
    } else if (refusal.kind === "away" || refusal.kind === "conflict") {
      // Neither costs anything until the lock has run out.
      trouble = refusal.reason;
    } else return lose(refusal.reason);
    next = setTimeout(beat, lockMs / 3);
  }

  const runOut = () => lose(`the lock ran out while the engine was away (${trouble})`);

  function lose(reason: string): void {
    stop();
    onLost(reason);
  }

  function stop(): void {
    stopped = true;
    clearTimeout(next);
    clearTimeout(end);
  }
  return stop;
}
