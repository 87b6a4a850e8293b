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

/** Starts to extend a lock taken just now, three times per lock; answers how to stop. */
export function startHeartbeat(options: HeartbeatOptions): () => void {
  const { lockMs, now } = options;
  let validUntil = now() + lockMs;
  let stopped = false;
  let timer = setTimeout(beat, lockMs / 3);

  async function beat(): Promise<void> {
    const sent = now();
    const lost = await extended().then(
      () => {
        validUntil = sent + lockMs;
        return undefined;
      },
      (error: unknown) => lostReason(error, now() >= validUntil),
    );
    if (stopped) return;
    if (lost === undefined) timer = setTimeout(beat, lockMs / 3);
    else end(lost);
  }

  async function extended(): Promise<void> {
    await options.extend(lockMs);
    options.onExtended();
  }

  function end(reason: string): void {
    stopped = true;
    options.onLost(reason);
  }

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** A conflict or an engine that is away costs nothing until the lock has run out. */
function lostReason(error: unknown, expired: boolean): string | undefined {
  const { kind, reason } = engineRefusal(error);
  if (kind === "conflict" || (kind === "away" && !expired)) return undefined;
  return kind === "away" ? `the lock ran out while the engine was away (${reason})` : reason;
}
