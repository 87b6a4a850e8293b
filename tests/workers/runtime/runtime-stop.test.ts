/** How the runtime ends: nothing lost, nothing left locked. */
import { describe, expect, test } from "@jest/globals";
import { engineTask } from "./fake-engine.js";
import { heldHandler, stageForEach } from "./kit.js";

const stage = stageForEach();

describe("stopping", () => {
  test("does not wait for anything where nothing runs", async () => {
    const { runtime } = stage.start(async () => ({}));
    await stage.engine.seen(/fetchAndLock/);
    await runtime.stop(600_000);
    expect(runtime.state()).toBe("STOPPED");
    expect(runtime.ready()).toBe(false);
  });

  test("ends the poll at once, but waits for what runs and reports it", async () => {
    const { handle, started, release } = heldHandler();
    const { runtime } = stage.start(handle);
    stage.engine.offer(engineTask());
    await started;
    await stage.engine.seen(/fetchAndLock/, 2);
    const stopped = runtime.stop(10_000);
    await stage.engine.noneWaiting();
    expect(runtime.state()).toBe("DRAINING");
    release({ hasil: 1 });
    await stopped;
    expect(stage.engine.calls.map(({ path }) => path)).toContainEqual(expect.stringMatching(/complete/));
  });

  test("makes the engine forget the broken-off poll by a last one that asks for nothing", async () => {
    const { runtime } = stage.start(async () => ({}));
    await stage.engine.seen(/fetchAndLock/);
    await runtime.stop(1_000);
    const { body, authorization } = await stage.engine.seen(/fetchAndLock/, 2);
    expect(body).toMatchObject({ workerId: runtime.workerId, asyncResponseTimeout: 1, topics: [{ topicName: "-" }] });
    expect(authorization).toMatch(/^Basic /);
  });

  test("gives back what the last poll brings while it is being ended: the engine has locked it", async () => {
    const { runtime } = stage.start(async () => ({}));
    await stage.engine.seen(/fetchAndLock/);
    const task = engineTask();
    stage.engine.offerLate(task);
    await runtime.stop(1_000);
    const paths = stage.engine.calls.map(({ path }) => path);
    expect(paths).toContain(`/${task.id}/extendLock`);
    expect(paths).not.toContain(`/${task.id}/complete`);
  });

  test("calls off and gives back what does not end within the grace time", async () => {
    const { handle, started } = heldHandler();
    const { runtime } = stage.start(handle);
    stage.engine.offer(engineTask());
    const { signal } = await started;
    await runtime.stop(10);
    expect(signal.aborted).toBe(true);
    expect((await stage.engine.seen(/extendLock/)).body.newDuration).toBe(1);
  });

  test("is the same for everybody who asks, and cannot be undone", async () => {
    const { runtime } = stage.start(async () => ({}));
    expect(runtime.stop(0)).toBe(runtime.stop(0));
    await runtime.stop(0);
    expect(() => runtime.start()).toThrow("STOPPED");
  });
});
