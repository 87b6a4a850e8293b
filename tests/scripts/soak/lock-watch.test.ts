/** The watch can cry out: what it says of a pause, and of a lock that lasts too long. */
import { describe, expect, test } from "@jest/globals";
import { LONGEST_LOCK_MS } from "../../../scripts/soak/engine.js";
import { createLockWatch, type LockSight } from "../../../scripts/soak/lock-watch.js";

const SEEN_AT = 1_000_000;
const sight = (aheadMs: number): LockSight => ({
  id: "t1",
  topicName: "surat-kirim",
  lockEnd: SEEN_AT + aheadMs,
  seenAt: SEEN_AT,
});
const MINUTE_MS = 60_000;

describe("a lock", () => {
  test("as workers take it is not long", () => expect(createLockWatch().isLong(sight(LONGEST_LOCK_MS))).toBe(false));

  test("that nobody asked for by a failure is a violation, told once", () => {
    const watch = createLockWatch();
    expect(watch.isLong(sight(MINUTE_MS))).toBe(true);
    expect(watch.isPause(sight(MINUTE_MS), 0)).toBe(false);
    expect(watch.isPause(sight(MINUTE_MS), 0)).toBe(false);
    expect(watch.violations()).toEqual(["the task t1 of surat-kirim was locked for 60 s more, and had not failed"]);
  });

  test("after a failure is its pause, however often it is looked at", () => {
    const watch = createLockWatch();
    expect([1, 2, 3].map(() => watch.isPause(sight(MINUTE_MS), 1))).toEqual([true, true, true]);
    expect(watch.violations()).toEqual([]);
  });

  test("that is extended after a failure's pause is a violation: a failure has one end", () => {
    const watch = createLockWatch();
    expect(watch.isPause(sight(MINUTE_MS), 1)).toBe(true);
    expect(watch.isPause(sight(2 * MINUTE_MS), 1)).toBe(false);
    expect(watch.isPause(sight(3 * MINUTE_MS), 3)).toBe(true);
  });
});
