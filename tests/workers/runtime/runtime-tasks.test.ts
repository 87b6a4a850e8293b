/** What becomes of a task: done, failed, an incident, told once. */
import { describe, expect, test } from "@jest/globals";
import { AdapterError } from "../../../workers/adapters/index.js";
import { BpmnError } from "../../../workers/runtime/index.js";
import type { RuntimeDeps } from "../../../workers/runtime/runtime.js";
import { engineTask } from "./fake-engine.js";
import { heldHandler, stageForEach } from "./kit.js";

const stage = stageForEach();

describe("a task", () => {
  test("is completed with what the handler answers", async () => {
    stage.start(async ({ masukan }) => ({ hasil: { angka: masukan.angka + 1 } }));
    const task = engineTask();
    stage.engine.offer(task);
    const { path, body } = await stage.engine.seen(/complete/);
    expect(path).toBe(`/${task.id}/complete`);
    expect(body.variables).toMatchObject({ hasil: { type: "json", value: '{"angka":2}' } });
  });

  test("shows its handler what it is, without the engine", async () => {
    const { handle, started, release } = heldHandler();
    stage.start(handle);
    stage.engine.offer(engineTask({ retries: 2 }));
    const { task } = await started;
    expect(task).toMatchObject({ topic: "uji", instans: "instans-1", nomorPermohonan: "RP-2026-0001", retries: 2 });
    release({});
    await stage.engine.seen(/complete/);
  });

  test("whose service is away is failed with retries left and a pause", async () => {
    stage.start(async () => Promise.reject(new AdapterError("unavailable", "no reply", { retryAfterMs: 9_000 })));
    stage.engine.offer(engineTask());
    const { body } = await stage.engine.seen(/failure/);
    expect(body).toMatchObject({ errorMessage: "no reply", retries: 3, retryTimeout: 9_000 });
  });

  test("whose handler raises a declared error is ended with it", async () => {
    stage.start(async () => Promise.reject(new BpmnError("TIDAK_ADA", "Tidak ada.")));
    stage.engine.offer(engineTask());
    const { body } = await stage.engine.seen(/bpmnError/);
    expect(body).toMatchObject({ errorCode: "TIDAK_ADA", errorMessage: "Tidak ada." });
  });

  test("whose error the activity does not catch becomes an incident", async () => {
    const asked: unknown[] = [];
    const catches: RuntimeDeps<object>["catches"] = async ({ definisi, aktivitas }, code) => {
      asked.push([definisi, aktivitas, code]);
      return false;
    };
    const reject = async () => Promise.reject(new BpmnError("TIDAK_ADA", "Tidak ada."));
    const { runtime, registry } = stage.start(reject, {}, {}, { catches });
    stage.engine.offer(engineTask());
    expect((await stage.engine.seen(/failure/)).body).toMatchObject({ retries: 0 });
    expect(asked).toEqual([["uji:1", "langkah", "TIDAK_ADA"]]);
    expect(stage.engine.calls.map(({ path }) => path)).not.toContainEqual(expect.stringMatching(/bpmnError/));
    await runtime.stop(1_000);
    expect(await registry.metrics()).toContain('workers_tasks_total{topic="uji",outcome="incident"} 1');
  });

  test("that a breaker held back waits with all its attempts, and counts as no retry", async () => {
    const error = new AdapterError("unavailable", "not asked", { retryAfterMs: 700, heldBackMs: 10 });
    const { runtime, registry } = stage.start(async () => Promise.reject(error));
    stage.engine.offer(engineTask({ retries: 2 }));
    expect((await stage.engine.seen(/failure/)).body).toMatchObject({ retries: 2, retryTimeout: 700 });
    await runtime.stop(1_000);
    expect(await registry.metrics()).toContain('workers_tasks_total{topic="uji",outcome="postponed"} 1');
    expect(await registry.metrics()).not.toContain('workers_retries_total{topic="uji"}');
  });

  test("whose handler throws, even synchronously, becomes an incident instead of staying locked", async () => {
    stage.start(() => {
      throw new TypeError("x is undefined");
    });
    stage.engine.offer(engineTask());
    const { body } = await stage.engine.seen(/failure/);
    expect(body).toMatchObject({ retries: 0, errorMessage: expect.stringContaining("TypeError: x is undefined") });
  });

  test.each([
    ["wrong", { masukan: { type: "Json", value: '{"angka":"satu"}', valueInfo: {} } }],
    ["missing", {}],
    ["not even JSON", { masukan: { type: "Json", value: "{", valueInfo: {} } }],
  ])("whose variables are %s becomes an incident without running the handler", async (_what, variables) => {
    let ran = false;
    stage.start(async () => {
      ran = true;
      return {};
    });
    stage.engine.offer(engineTask({ variables }));
    expect((await stage.engine.seen(/failure/)).body.retries).toBe(0);
    expect(ran).toBe(false);
  });

  test("that lacks what every handler needs becomes an incident instead of being locked for ever", async () => {
    let ran = false;
    const { log } = stage.start(async () => {
      ran = true;
      return {};
    });
    stage.engine.offer(engineTask({ processInstanceId: null }));
    const { body } = await stage.engine.seen(/failure/);
    expect(body).toMatchObject({ retries: 0, errorMessage: expect.stringContaining("processInstanceId") });
    expect(ran).toBe(false);
    expect(log()).not.toContain("could not be handled at all");
  });

  test("whose report nobody could take is not logged as done, nor counted as tried again", async () => {
    const refused = { status: 500, body: { type: "ProcessEngineException", message: "x" } };
    const gone = { status: 404, body: { type: "RestException", message: "does not exist" } };
    stage.engine.answer(/failure/, gone, refused);
    const fail = async () => Promise.reject(new AdapterError("unavailable", "no reply"));
    const { runtime, registry, log } = stage.start(fail);
    stage.engine.offer(engineTask(), engineTask());
    await stage.engine.seen(/failure/, 3);
    await runtime.stop(1_000);
    expect(log()).toContain("task left to whoever holds its lock or has ended it");
    expect(log()).toContain("task became an incident");
    expect(log()).not.toContain("task will be tried again");
    expect(await registry.metrics()).not.toContain('workers_retries_total{topic="uji"}');
  });

  test("is reported again, with the same result and without running again, after an optimistic-locking conflict", async () => {
    let runs = 0;
    stage.start(async () => ({ hasil: ++runs }));
    stage.engine.answer(/complete/, { status: 500, body: { type: "OptimisticLockingException", message: "conflict" } });
    stage.engine.offer(engineTask());
    const { body } = await stage.engine.seen(/complete/, 2);
    expect(body.variables).toMatchObject({ hasil: { value: 1 } });
  });

  test("leaves in the log where it belongs and how it ended, but none of its variables", async () => {
    const { runtime, log } = stage.start(async () => ({ hasil: "nilai-rahasia" }));
    const variables = { masukan: { type: "Json", value: '{"angka":1,"rahasia":"nilai-rahasia"}', valueInfo: {} } };
    stage.engine.offer(engineTask({ variables }));
    await stage.engine.seen(/complete/);
    await runtime.stop(1_000);
    const line = log()
      .split("\n")
      .find((satu) => satu.includes("task done"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({
      topic: "uji",
      nomorPermohonan: "RP-2026-0001",
      activity: "langkah",
      instance: "instans-1",
      correlationId: expect.any(String),
      outcome: "complete",
    });
    expect(log()).not.toContain("nilai-rahasia");
  });
});
