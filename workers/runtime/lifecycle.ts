/** What this process is doing, and which attempts it has under way. */
import { Interrupted } from "./failure.js";

/** IDLE → RUNNING → DRAINING → STOPPED; there is no way back. */
export type State = "IDLE" | "RUNNING" | "DRAINING" | "STOPPED";

/** Which task an attempt is at. */
export interface TaskName {
  readonly id: string;
  readonly topic: string;
}

/**
 * What an attempt is led by: `control` is aborted by `interrupt`, or by whoever knows its lock to be lost. After an engine
 * has been away for longer than a lock it may hand a task to this very process again: then `isNewest` turns false.
 */
export interface Lead {
  readonly control: AbortController;
  readonly isNewest: () => boolean;
}

/** The attempts under way, so that a shutdown can wait for them and then call them off. */
export interface InFlight {
  readonly size: () => number;
  /** How many attempts at a topic are under way. */
  readonly of: (topic: string) => number;
  /** Runs an attempt as long as it takes; an older one at the same task is called off. */
  run(task: TaskName, attempt: (lead: Lead) => Promise<void>): Promise<void>;
  interrupt(): void;
  /** Resolves when nothing is under way any more, or after `ms`. */
  settled(ms: number): Promise<void>;
  /** Resolves when an attempt begins or ends, or after `ms`; for one listener at a time. */
  changed(ms: number): Promise<void>;
}

/** An empty set of attempts; `onChange` hears each new size. */
export function createInFlight(onChange: (size: number) => void): InFlight {
  const running = new Map<AbortController, Promise<void>>();
  const newest = new Map<string, AbortController>();
  const topics = new Map<string, number>();
  const of = (topic: string) => topics.get(topic) ?? 0;
  let wake: () => void = () => undefined;
  const tell = () => {
    onChange(running.size);
    wake();
  };
  return {
    size: () => running.size,
    of,
    async run({ id, topic }, attempt) {
      const control = new AbortController();
      newest.get(id)?.abort(new Interrupted("lockLost"));
      newest.set(id, control);
      const isNewest = () => newest.get(id) === control;
      const done = attempt({ control, isNewest });
      running.set(control, done);
      topics.set(topic, of(topic) + 1);
      tell();
      try {
        await done;
      } finally {
        running.delete(control);
        if (isNewest()) newest.delete(id);
        topics.set(topic, of(topic) - 1);
        tell();
      }
    },
    interrupt() {
      for (const control of running.keys()) control.abort(new Interrupted("shutdown"));
    },
    async settled(ms) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise((resolve) => {
        timer = setTimeout(resolve, ms);
      });
      await Promise.race([Promise.allSettled(running.values()), limit]);
      clearTimeout(timer);
    },
    changed: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
