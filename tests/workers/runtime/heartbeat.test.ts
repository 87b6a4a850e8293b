import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { EngineError } from "../../../src/engine/client.js";
import { startHeartbeat } from "../../../workers/runtime/heartbeat.js";

const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
const notOurs = new EngineError(
  400,
  "RestException",
  "The lock of the External Task t cannot be extended by worker 'a'",
);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function beat(extend: (ms: number) => Promise<void>) {
  const lost: string[] = [];
  const extended = jest.fn();
  const stop = startHeartbeat({
    lockMs: 9_000,
    extend,
    onExtended: extended,
    onLost: (reason) => void lost.push(reason),
    now: () => Date.now(),
  });
  return { stop, lost, extended };
}

describe("the heartbeat", () => {
  test("extends the lock three times per lock, and not before a third of it", async () => {
    const extend = jest.fn(async (_ms: number) => {});
    const { stop, extended } = beat(extend);
    await jest.advanceTimersByTimeAsync(2_999);
    expect(extend).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(6_001);
    expect(extend).toHaveBeenCalledTimes(3);
    expect(extend).toHaveBeenCalledWith(9_000);
    expect(extended).toHaveBeenCalledTimes(3);
    stop();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(extend).toHaveBeenCalledTimes(3);
  });

  test("says once that the lock is lost when the engine says so, and stops", async () => {
    const extend = jest.fn(() => Promise.reject(notOurs));
    const { lost } = beat(extend);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(lost).toEqual([expect.stringContaining("cannot be extended")]);
    expect(extend).toHaveBeenCalledTimes(1);
  });

  test("bears an engine that is away until the lock has run out", async () => {
    const { lost } = beat(() => Promise.reject(away));
    await jest.advanceTimersByTimeAsync(6_000);
    expect(lost).toEqual([]);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(lost).toEqual(["the lock ran out while the engine was away (ECONNREFUSED)"]);
  });

  test("calls the work off when the lock runs out, however long the engine's answer stays away", async () => {
    const extend = jest.fn(() => new Promise<void>(() => {}));
    const { lost } = beat(extend);
    await jest.advanceTimersByTimeAsync(8_999);
    expect(lost).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(lost).toEqual(["the lock ran out while the engine was away (no answer)"]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(lost).toHaveLength(1);
    expect(extend).toHaveBeenCalledTimes(1);
  });

  test("counts a lock from when its extension was asked for, not from when it was granted", async () => {
    let grant: () => void = () => {};
    const { lost } = beat(
      () =>
        new Promise((resolve) => {
          grant = resolve;
        }),
    );
    await jest.advanceTimersByTimeAsync(8_000);
    grant();
    await jest.advanceTimersByTimeAsync(3_999);
    expect(lost).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(lost).toHaveLength(1);
  });

  test("forgets a failure when the next extension succeeds", async () => {
    let calls = 0;
    const { lost, stop } = beat(async () => {
      if (++calls % 2 === 1) throw away;
    });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(lost).toEqual([]);
    stop();
  });

  test("says nothing of a lost lock after it was stopped", async () => {
    let fail: (error: unknown) => void = () => {};
    const pending = new Promise<void>((_, reject) => {
      fail = reject;
    });
    const { lost, stop } = beat(() => pending);
    await jest.advanceTimersByTimeAsync(3_000);
    stop();
    fail(notOurs);
    await jest.advanceTimersByTimeAsync(1);
    expect(lost).toEqual([]);
  });
});
