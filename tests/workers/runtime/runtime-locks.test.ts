/** Whose a task is while its handler runs: locks kept and lost, handlers that take too long. */
import { describe, expect, test } from "@jest/globals";
import { tunggu } from "../../../scripts/tunggu.js";
import type { Context } from "../../../workers/runtime/index.js";
import { engineTask } from "./fake-engine.js";
import { type Handle, heldHandler, resolvers, stageForEach } from "./kit.js";

const stage = stageForEach();

describe("a task", () => {
  test("keeps its lock while its handler runs", async () => {
    const { handle, release } = heldHandler();
    stage.start(handle, { lockMs: 1_000 });
    stage.engine.offer(engineTask());
    expect((await stage.engine.seen(/extendLock/)).body.newDuration).toBe(1_000);
    release({});
    await stage.engine.seen(/complete/);
  });

  test("whose lock is lost is called off and not reported by anybody here", async () => {
    const { handle, started, release } = heldHandler();
    const { runtime, registry } = stage.start(handle, { lockMs: 1_000 });
    stage.engine.answer(/extendLock/, { status: 404, body: { type: "RestException", message: "does not exist" } });
    stage.engine.offer(engineTask());
    const { signal } = await started;
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    release({ hasil: "late" });
    await runtime.stop(1_000);
    expect(stage.engine.calls.map(({ path }) => path)).not.toContainEqual(expect.stringMatching(/complete|failure/));
    expect(await registry.metrics()).toContain('workers_tasks_total{topic="uji",outcome="superseded"} 1');
  });

  test("that the engine hands out again is done by the newer attempt alone", async () => {
    stage.engine.answer(/complete/, ...Array.from({ length: 100 }, () => ({ status: 503 })));
    const again = resolvers<Context<object>>();
    let runs = 0;
    const handle: Handle = async (_input, context) => {
      if (++runs === 1) return { hasil: "older" };
      again.resolve(context);
      return new Promise(() => {});
    };
    const { registry, runtime } = stage.start(handle);
    const task = engineTask();
    stage.engine.offer(task);
    await stage.engine.seen(/complete/);
    stage.engine.offer(task);
    const newer = await again.promise;
    const superseded = 'workers_tasks_total{topic="uji",outcome="superseded"} 1';
    await tunggu("the end of the older", async () => (await registry.metrics()).includes(superseded) || undefined);
    expect(newer.signal.aborted).toBe(false);
    await runtime.stop(0);
    expect(stage.engine.calls.map(({ path }) => path)).toContain(`/${task.id}/extendLock`);
  });

  test("whose handler ignores its signal is counted until that ends", async () => {
    const { handle, started, release } = heldHandler();
    const { registry } = stage.start(handle, {}, { timeLimitMs: 20 });
    stage.engine.offer(engineTask());
    await started;
    await stage.engine.seen(/failure/);
    const left = (count: number) => `workers_handlers_left_running{topic="uji"} ${count}\n`;
    expect(await registry.metrics()).toContain(left(1));
    release({});
    await tunggu("its end", async () => (await registry.metrics()).includes(left(0)) || undefined);
  });

  test("that takes longer than allowed is called off and tried again", async () => {
    const { handle, started } = heldHandler();
    stage.start(handle, {}, { timeLimitMs: 20 });
    stage.engine.offer(engineTask());
    const { signal } = await started;
    expect((await stage.engine.seen(/failure/)).body).toMatchObject({ retries: 3 });
    expect(signal.aborted).toBe(true);
  });

  test("whose lock cannot be extended because the answer does not end is done all the same", async () => {
    const { handle, release } = heldHandler();
    stage.engine.answer(/extendLock/, { status: 200, unfinished: true });
    stage.start(handle, { lockMs: 1_000, requestTimeoutMs: 100 });
    stage.engine.offer(engineTask());
    await stage.engine.seen(/extendLock/, 2);
    release({});
    await stage.engine.seen(/complete/);
  });
});
