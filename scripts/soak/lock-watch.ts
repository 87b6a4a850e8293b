/** Tells the pause after a failed attempt, which may last, from the lock of a worker, which may not. */
import { LONGEST_LOCK_MS } from "./engine.js";

/** A task as it was seen; times in epoch milliseconds, `lockEnd` 0 without a lock. */
export interface LockSight {
  readonly id: string;
  readonly topicName: string;
  readonly lockEnd: number;
  readonly seenAt: number;
}

interface LockWatch {
  /** Whether nobody may take the task for longer than one lock from now on. */
  isLong(sight: LockSight): boolean;
  /** Whether that is the pause after a failure; if not, it is a violation. `failures`: of this task so far. */
  isPause(sight: LockSight, failures: number): boolean;
  /** One sentence for each task whose lock was too long. */
  violations(): readonly string[];
}

/** A failure gives a task one end of its pause: of more long ends than failures one must be a worker's. */
export function createLockWatch(): LockWatch {
  const longEnds = new Map<string, Set<number>>();
  const violations = new Map<string, string>();
  return {
    isLong: ({ lockEnd, seenAt }) => lockEnd > seenAt + LONGEST_LOCK_MS,
    isPause({ id, topicName, lockEnd, seenAt }, failures) {
      const ends = (longEnds.get(id) ?? new Set()).add(lockEnd);
      longEnds.set(id, ends);
      if (ends.size <= failures) return true;
      const seconds = Math.round((lockEnd - seenAt) / 1000);
      if (!violations.has(id))
        violations.set(id, `the task ${id} of ${topicName} was locked for ${seconds} s more, and had not failed`);
      return false;
    },
    violations: () => [...violations.values()],
  };
}
