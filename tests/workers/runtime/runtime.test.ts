import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { Registry } from "prom-client";
import { z } from "zod";
import { tunggu } from "../../../scripts/drive/tunggu.js";
import { AdapterError } from "../../../workers/adapters/index.js";
import { BpmnError, type Context, defineTopic, type Topic } from "../../../workers/runtime/index.js";
import type { RuntimeOptions } from "../../../workers/runtime/options.js";
import { createRuntime, type Runtime, type RuntimeDeps } from "../../../workers/runtime/runtime.js";
import { fakeLogger } from "../kit.js";
import { engineTask, type FakeEngine, startFakeEngine } from "./fake-engine.js";

type Handle = (input: { masukan: { angka: number } }, context: Context<object>) => Promise<Record<string, unknown>>;
type Change = Partial<
  Pick<Topic<object>, "topic" | "errorCodes" | "allVariables" | "timeLimitMs" | "adapter" | "concurrency">
>;

const topicOf = (handle: Handle, change: Change = {}): Topic<object> =>
  defineTopic({
    topic: "uji",
    input: z.object({ masukan: z.object({ angka: z.number() }) }),
    output: z.looseObject({}),
    errorCodes: ["TIDAK_ADA"],
    retry: { retries: 3, baseDelayMs: 1_000, maxDelayMs: 1_000, maxWaitMs: 60_000 },
    handle,
    ...change,
  });

let engine: FakeEngine;
let running: Runtime[] = [];
beforeEach(async () => {
  engine = await startFakeEngine();
});
afterEach(async () => {
  await Promise.all(running.map((runtime) => runtime.stop(0)));
  expect(running.map((runtime) => runtime.state())).toEqual(running.map(() => "STOPPED"));
  running = [];
  await engine.stop();
});

function start(
  handle: Handle,
  options: Partial<RuntimeOptions> = {},
  change: Change = {},
  more: Partial<RuntimeDeps<object>> = {},
) {
  const { logger, teks } = fakeLogger();
  const registry = new Registry();
  const runtime = createRuntime(
    { topics: [topicOf(handle, change)], deps: {}, logger, registry, ...more },
    { engineUrl: engine.url, user: "layanan-workers", password: "rahasia-mesin", ...options },
  );
  running.push(runtime);
  runtime.start();
  return { runtime, registry, log: teks };
}

/** A handler that waits until the test lets it go on, or its signal aborts. */
function heldHandler() {
  const started = resolvers<Context<object>>();
  const release = resolvers<Record<string, unknown>>();
  const handle: Handle = (_input, context) => {
    started.resolve(context);
    return release.promise;
  };
  return { handle, started: started.promise, release: release.resolve };
}
function resolvers<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe("a poll", () => {
  test("is long, by age, as oneself, for the variables the topic reads", async () => {
    const { runtime } = start(async () => ({}));
    const { body, authorization } = await engine.seen(/fetchAndLock/);
    expect(body).toMatchObject({
      workerId: runtime.workerId,
      asyncResponseTimeout: 1_500,
      usePriority: false,
      sorting: [{ sortBy: "createTime", sortOrder: "asc" }],
      topics: [{ topicName: "uji", lockDuration: 8_000, variables: ["masukan"] }],
    });
    expect(authorization).toBe(`Basic ${Buffer.from("layanan-workers:rahasia-mesin").toString("base64")}`);
  });

  test("asks for every variable where the topic reads names that it learns later", async () => {
    start(async () => ({}), {}, { allVariables: true });
    const { body } = await engine.seen(/fetchAndLock/);
    expect(body.topics).toEqual([{ topicName: "uji", lockDuration: 8_000 }]);
  });

  test("never asks for more tasks than can start, and for none while all slots are taken", async () => {
    const { handle, started, release } = heldHandler();
    start(handle, { maxTasks: 2 });
    expect((await engine.seen(/fetchAndLock/)).body.maxTasks).toBe(2);
    engine.offer(engineTask());
    await started;
    expect((await engine.seen(/fetchAndLock/, 2)).body.maxTasks).toBe(1);
    engine.offer(engineTask());
    release({});
    await engine.seen(/complete/, 2);
    expect(engine.calls.filter(({ path }) => path === "/fetchAndLock").map(({ body }) => body.maxTasks)).not.toContain(
      0,
    );
  });

  test("never asks for more of a topic than its own cap, and leaves it out while the cap is reached", async () => {
    const { handle, started, release } = heldHandler();
    const topics = [topicOf(handle, { concurrency: 2 }), topicOf(async () => ({}), { topic: "lain" })];
    start(handle, {}, {}, { topics });
    expect((await engine.seen(/fetchAndLock/)).body).toMatchObject({ maxTasks: 2, asyncResponseTimeout: 1_500 });
    engine.offer(engineTask(), engineTask());
    await started;
    expect((await engine.seen(/fetchAndLock/, 2)).body).toMatchObject({
      topics: [{ topicName: "lain" }],
      maxTasks: 98,
      asyncResponseTimeout: 50,
    });
    release({});
    await engine.seen(/complete/, 2);
    engine.offer(engineTask({ topicName: "lain" }));
    await engine.seen(/complete/, 3);
    expect((await engine.seen(/fetchAndLock/, 3)).body).toMatchObject({
      topics: [{ topicName: "uji" }, { topicName: "lain" }],
      maxTasks: 2,
    });
  });

  test("names no topic whose service is away, and shows the breaker's state in the metrics", async () => {
    const open = { state: () => "open" as const, waitMs: () => 300, awayMs: () => 1_000 };
    const topics = [topicOf(async () => ({}), { adapter: "spse" }), topicOf(async () => ({}), { topic: "lain" })];
    const { registry } = start(async () => ({}), {}, {}, { topics, breakers: { spse: open } });
    const { body } = await engine.seen(/fetchAndLock/);
    expect(body).toMatchObject({ topics: [{ topicName: "lain" }], asyncResponseTimeout: 300 });
    expect(await registry.metrics()).toContain('workers_breaker_state{adapter="spse",state="open"} 1');
  });

  test("is not sent at all while there is nothing to ask for, which is no failure", async () => {
    let state: "open" | "closed" = "open";
    const thrice = resolvers<void>();
    let asked = 0;
    const stateAsked = () => {
      if (++asked === 6) thrice.resolve();
      return state;
    };
    const breakers = { spse: { state: stateAsked, waitMs: () => 100, awayMs: () => 0 } };
    const { log } = start(async () => ({}), {}, { adapter: "spse" }, { breakers });
    await thrice.promise;
    expect(engine.calls).toHaveLength(0);
    state = "closed";
    await engine.seen(/fetchAndLock/);
    expect(log()).not.toContain("does not answer");
  });

  test("makes the process ready when it is answered for the first time, not before", async () => {
    const { runtime } = start(async () => ({}));
    await engine.seen(/fetchAndLock/);
    expect(runtime.ready()).toBe(false);
    engine.offer(engineTask());
    await engine.seen(/complete/);
    expect(runtime.ready()).toBe(true);
  });

  test("grows no older while all slots are taken: the engine has not been asked", async () => {
    const { handle, started, release } = heldHandler();
    const real = performance.now.bind(performance);
    let ahead = 0;
    const now = jest.spyOn(performance, "now").mockImplementation(() => real() + ahead);
    try {
      const { registry } = start(handle, { maxTasks: 1 });
      await engine.seen(/fetchAndLock/);
      const age = async () => Number(/^workers_poll_age_seconds (.+)$/m.exec(await registry.metrics())?.[1]);
      ahead = 100_000;
      expect(await age()).toBeGreaterThan(99);
      engine.offer(engineTask());
      await started;
      ahead = 200_000;
      await tunggu("a look at the slots", async () => (await age()) < 50 || undefined, 3_000);
      release({});
      await engine.seen(/complete/);
    } finally {
      now.mockRestore();
    }
  });

  test("that fails is repeated after a pause, is told once, and makes the process unready meanwhile", async () => {
    engine.answer(/fetchAndLock/, { status: 503 }, { status: 503 }, { status: 503 });
    const { runtime, log } = start(async () => ({}), { pollBackoffMs: 10, maxPollBackoffMs: 10 });
    await engine.seen(/fetchAndLock/, 2);
    expect(runtime.ready()).toBe(false);
    await engine.seen(/fetchAndLock/, 4);
    engine.offer(engineTask());
    await engine.seen(/complete/);
    expect(runtime.ready()).toBe(true);
    expect(log().match(/the engine does not answer/g)).toHaveLength(1);
    expect(log()).not.toContain("rahasia-mesin");
    await engine.seen(/fetchAndLock/, 5);
    expect(engine.mostWaiting()).toBe(1);
    const [first, , , fourth] = engine.calls.filter(({ path }) => path === "/fetchAndLock");
    expect((fourth?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(25);
  });
});

describe("the connections", () => {
  test("are kept and used again: at most two for polls, one for completions that come one after another", async () => {
    start(async () => ({}));
    for (let i = 1; i <= 20; i++) {
      engine.offer(engineTask());
      await engine.seen(/complete/, i);
      await engine.seen(/fetchAndLock/, i + 1);
    }
    expect(engine.connections()).toBeLessThanOrEqual(2 + 1);
  });

  test("are few for completions, however many attempts end together, and none of them is forgotten", async () => {
    const { promise, resolve } = resolvers<Record<string, unknown>>();
    start(() => promise, { maxCompletions: 3 });
    engine.offer(...Array.from({ length: 20 }, () => engineTask()));
    await engine.seen(/fetchAndLock/, 2);
    resolve({});
    await engine.seen(/complete/, 20);
    expect(engine.connections()).toBeLessThanOrEqual(2 + 3);
  });
});

describe("a task", () => {
  test("is completed with what the handler answers", async () => {
    start(async ({ masukan }) => ({ hasil: { angka: masukan.angka + 1 } }));
    const task = engineTask();
    engine.offer(task);
    const { path, body } = await engine.seen(/complete/);
    expect(path).toBe(`/${task.id}/complete`);
    expect(body.variables).toMatchObject({ hasil: { type: "json", value: '{"angka":2}' } });
  });

  test("shows its handler what it is, without the engine", async () => {
    const { handle, started, release } = heldHandler();
    start(handle);
    engine.offer(engineTask({ retries: 2 }));
    const { task } = await started;
    expect(task).toMatchObject({ topic: "uji", instans: "instans-1", nomorPermohonan: "RP-2026-0001", retries: 2 });
    release({});
    await engine.seen(/complete/);
  });

  test("whose service is away is failed with retries left and a pause", async () => {
    start(async () => Promise.reject(new AdapterError("unavailable", "no reply", { retryAfterMs: 9_000 })));
    engine.offer(engineTask());
    const { body } = await engine.seen(/failure/);
    expect(body).toMatchObject({ errorMessage: "no reply", retries: 3, retryTimeout: 9_000 });
  });

  test("whose handler raises a declared error is ended with it", async () => {
    start(async () => Promise.reject(new BpmnError("TIDAK_ADA", "Tidak ada.")));
    engine.offer(engineTask());
    const { body } = await engine.seen(/bpmnError/);
    expect(body).toMatchObject({ errorCode: "TIDAK_ADA", errorMessage: "Tidak ada." });
  });

  test("whose error the activity does not catch becomes an incident", async () => {
    const asked: unknown[] = [];
    const catches: RuntimeDeps<object>["catches"] = async ({ definisi, aktivitas }, code) => {
      asked.push([definisi, aktivitas, code]);
      return false;
    };
    const reject = async () => Promise.reject(new BpmnError("TIDAK_ADA", "Tidak ada."));
    const { runtime, registry } = start(reject, {}, {}, { catches });
    engine.offer(engineTask());
    expect((await engine.seen(/failure/)).body).toMatchObject({ retries: 0 });
    expect(asked).toEqual([["uji:1", "langkah", "TIDAK_ADA"]]);
    expect(engine.calls.map(({ path }) => path)).not.toContainEqual(expect.stringMatching(/bpmnError/));
    await runtime.stop(1_000);
    expect(await registry.metrics()).toContain('workers_tasks_total{topic="uji",outcome="incident"} 1');
  });

  test("that a breaker held back waits with all its attempts, and counts as no retry", async () => {
    const error = new AdapterError("unavailable", "not asked", { retryAfterMs: 700, heldBackMs: 10 });
    const { registry } = start(async () => Promise.reject(error));
    engine.offer(engineTask({ retries: 2 }));
    expect((await engine.seen(/failure/)).body).toMatchObject({ retries: 2, retryTimeout: 700 });
    await running[0]?.stop(1_000);
    expect(await registry.metrics()).toContain('workers_tasks_total{topic="uji",outcome="postponed"} 1');
    expect(await registry.metrics()).not.toContain('workers_retries_total{topic="uji"}');
  });

  test("whose handler throws, even synchronously, becomes an incident instead of staying locked", async () => {
    start(() => {
      throw new TypeError("x is undefined");
    });
    engine.offer(engineTask());
    const { body } = await engine.seen(/failure/);
    expect(body).toMatchObject({ retries: 0, errorMessage: expect.stringContaining("TypeError: x is undefined") });
  });

  test.each([
    ["wrong", { masukan: { type: "Json", value: '{"angka":"satu"}', valueInfo: {} } }],
    ["missing", {}],
    ["not even JSON", { masukan: { type: "Json", value: "{", valueInfo: {} } }],
  ])("whose variables are %s becomes an incident without running the handler", async (_what, variables) => {
    let ran = false;
    start(async () => {
      ran = true;
      return {};
    });
    engine.offer(engineTask({ variables }));
    expect((await engine.seen(/failure/)).body.retries).toBe(0);
    expect(ran).toBe(false);
  });

  test("that lacks what every handler needs becomes an incident instead of being locked for ever", async () => {
    let ran = false;
    const { log } = start(async () => {
      ran = true;
      return {};
    });
    engine.offer(engineTask({ processInstanceId: null }));
    const { body } = await engine.seen(/failure/);
    expect(body).toMatchObject({ retries: 0, errorMessage: expect.stringContaining("processInstanceId") });
    expect(ran).toBe(false);
    expect(log()).not.toContain("could not be handled at all");
  });

  test("whose report nobody could take is not logged as done, nor counted as tried again", async () => {
    const refused = { status: 500, body: { type: "ProcessEngineException", message: "x" } };
    const gone = { status: 404, body: { type: "RestException", message: "does not exist" } };
    engine.answer(/failure/, gone, refused);
    const fail = async () => Promise.reject(new AdapterError("unavailable", "no reply"));
    const { runtime, registry, log } = start(fail);
    engine.offer(engineTask(), engineTask());
    await engine.seen(/failure/, 3);
    await runtime.stop(1_000);
    expect(log()).toContain("task left to whoever holds its lock or has ended it");
    expect(log()).toContain("task became an incident");
    expect(log()).not.toContain("task will be tried again");
    expect(await registry.metrics()).not.toContain('workers_retries_total{topic="uji"}');
  });

  test("is reported again, with the same result and without running again, after an optimistic-locking conflict", async () => {
    let runs = 0;
    start(async () => ({ hasil: ++runs }));
    engine.answer(/complete/, { status: 500, body: { type: "OptimisticLockingException", message: "conflict" } });
    engine.offer(engineTask());
    const { body } = await engine.seen(/complete/, 2);
    expect(body.variables).toMatchObject({ hasil: { value: 1 } });
  });

  test("keeps its lock while its handler runs", async () => {
    const { handle, release } = heldHandler();
    start(handle, { lockMs: 1_000 });
    engine.offer(engineTask());
    expect((await engine.seen(/extendLock/)).body.newDuration).toBe(1_000);
    release({});
    await engine.seen(/complete/);
  });

  test("whose lock is lost is called off and not reported by anybody here", async () => {
    const { handle, started, release } = heldHandler();
    const { runtime, registry } = start(handle, { lockMs: 1_000 });
    engine.answer(/extendLock/, { status: 404, body: { type: "RestException", message: "does not exist" } });
    engine.offer(engineTask());
    const { signal } = await started;
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    release({ hasil: "late" });
    await runtime.stop(1_000);
    expect(engine.calls.map(({ path }) => path)).not.toContainEqual(expect.stringMatching(/complete|failure/));
    expect(await registry.metrics()).toContain('workers_tasks_total{topic="uji",outcome="superseded"} 1');
  });

  test("that the engine hands out again is done by the newer attempt alone", async () => {
    engine.answer(/complete/, ...Array.from({ length: 100 }, () => ({ status: 503 })));
    const again = resolvers<Context<object>>();
    let runs = 0;
    const handle: Handle = async (_input, context) => {
      if (++runs === 1) return { hasil: "older" };
      again.resolve(context);
      return new Promise(() => {});
    };
    const { registry, runtime } = start(handle);
    const task = engineTask();
    engine.offer(task);
    await engine.seen(/complete/);
    engine.offer(task);
    const newer = await again.promise;
    const superseded = 'workers_tasks_total{topic="uji",outcome="superseded"} 1';
    await tunggu("the end of the older", async () => (await registry.metrics()).includes(superseded) || undefined);
    expect(newer.signal.aborted).toBe(false);
    await runtime.stop(0);
    expect(engine.calls.map(({ path }) => path)).toContain(`/${task.id}/extendLock`);
  });

  test("whose handler ignores its signal is counted until that ends", async () => {
    const { handle, started, release } = heldHandler();
    const { registry } = start(handle, {}, { timeLimitMs: 20 });
    engine.offer(engineTask());
    await started;
    await engine.seen(/failure/);
    const left = (count: number) => `workers_handlers_left_running{topic="uji"} ${count}\n`;
    expect(await registry.metrics()).toContain(left(1));
    release({});
    await tunggu("its end", async () => (await registry.metrics()).includes(left(0)) || undefined);
  });

  test("that takes longer than allowed is called off and tried again", async () => {
    const { handle, started } = heldHandler();
    start(handle, {}, { timeLimitMs: 20 });
    engine.offer(engineTask());
    const { signal } = await started;
    expect((await engine.seen(/failure/)).body).toMatchObject({ retries: 3 });
    expect(signal.aborted).toBe(true);
  });

  test("whose lock cannot be extended because the answer does not end is done all the same", async () => {
    const { handle, release } = heldHandler();
    engine.answer(/extendLock/, { status: 200, unfinished: true });
    start(handle, { lockMs: 1_000, requestTimeoutMs: 100 });
    engine.offer(engineTask());
    await engine.seen(/extendLock/, 2);
    release({});
    await engine.seen(/complete/);
  });

  test("leaves in the log where it belongs and how it ended, but none of its variables", async () => {
    const { runtime, log } = start(async () => ({ hasil: "nilai-rahasia" }));
    const variables = { masukan: { type: "Json", value: '{"angka":1,"rahasia":"nilai-rahasia"}', valueInfo: {} } };
    engine.offer(engineTask({ variables }));
    await engine.seen(/complete/);
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

describe("the metrics", () => {
  test("tell what became of tasks, locks, reports, polls and services", async () => {
    const { handle, started, release } = heldHandler();
    const fail: Handle = async () => Promise.reject(new AdapterError("unavailable", "no reply"));
    const topics = [topicOf(handle), topicOf(fail, { topic: "lain", adapter: "spse" })];
    const breakers = { spse: { state: () => "closed" as const, waitMs: () => 0, awayMs: () => 0 } };
    engine.answer(/fetchAndLock/, { status: 503 });
    engine.answer(/complete/, { status: 503 });
    const options = { lockMs: 1_000, pollBackoffMs: 10, maxPollBackoffMs: 10 };
    const { runtime, registry } = start(handle, options, {}, { topics, breakers });
    engine.offer(engineTask(), engineTask({ topicName: "lain" }));
    await started;
    await engine.seen(/failure/);
    await engine.seen(/extendLock/);
    const values = async () =>
      new Map(
        (await registry.metrics()).split("\n").map((line): [string, number] => {
          const [name = "", value] = line.split(" ");
          return [name, Number(value)];
        }),
      );
    expect((await values()).get("workers_tasks_in_flight")).toBe(1);
    release({});
    await engine.seen(/complete/, 2);
    await runtime.stop(1_000);
    const told = await values();
    expect(
      Object.fromEntries([...told].filter(([name]) => name.startsWith("workers_") && !/_(bucket|sum)/.test(name))),
    ).toEqual({
      'workers_tasks_total{topic="uji",outcome="complete"}': 1,
      'workers_tasks_total{topic="lain",outcome="retry"}': 1,
      'workers_task_duration_seconds_count{topic="uji"}': 1,
      'workers_task_duration_seconds_count{topic="lain"}': 1,
      'workers_retries_total{topic="lain"}': 1,
      'workers_lock_extensions_total{topic="uji"}': expect.any(Number),
      'workers_reports_repeated_total{topic="uji"}': 1,
      'workers_polls_total{outcome="error"}': 1,
      'workers_polls_total{outcome="success"}': expect.any(Number),
      workers_poll_age_seconds: expect.any(Number),
      workers_tasks_in_flight: 0,
      'workers_breaker_state{adapter="spse",state="closed"}': 1,
      'workers_breaker_state{adapter="spse",state="open"}': 0,
      'workers_breaker_state{adapter="spse",state="half-open"}': 0,
    });
    expect(told.get('workers_task_duration_seconds_sum{topic="uji"}')).toBeGreaterThan(0);
  });
});

describe("stopping", () => {
  test("does not wait for anything where nothing runs", async () => {
    const { runtime } = start(async () => ({}));
    await engine.seen(/fetchAndLock/);
    await runtime.stop(600_000);
    expect(runtime.state()).toBe("STOPPED");
    expect(runtime.ready()).toBe(false);
  });

  test("ends the poll at once, but waits for what runs and reports it", async () => {
    const { handle, started, release } = heldHandler();
    const { runtime } = start(handle);
    engine.offer(engineTask());
    await started;
    await engine.seen(/fetchAndLock/, 2);
    const stopped = runtime.stop(10_000);
    await engine.noneWaiting();
    expect(runtime.state()).toBe("DRAINING");
    release({ hasil: 1 });
    await stopped;
    expect(engine.calls.map(({ path }) => path)).toContainEqual(expect.stringMatching(/complete/));
  });

  test("makes the engine forget the broken-off poll by a last one that asks for nothing", async () => {
    const { runtime } = start(async () => ({}));
    await engine.seen(/fetchAndLock/);
    await runtime.stop(1_000);
    const { body, authorization } = await engine.seen(/fetchAndLock/, 2);
    expect(body).toMatchObject({ workerId: runtime.workerId, asyncResponseTimeout: 1, topics: [{ topicName: "-" }] });
    expect(authorization).toMatch(/^Basic /);
  });

  test("gives back what the last poll brings while it is being ended: the engine has locked it", async () => {
    const { runtime } = start(async () => ({}));
    await engine.seen(/fetchAndLock/);
    const task = engineTask();
    engine.offerLate(task);
    await runtime.stop(1_000);
    const paths = engine.calls.map(({ path }) => path);
    expect(paths).toContain(`/${task.id}/extendLock`);
    expect(paths).not.toContain(`/${task.id}/complete`);
  });

  test("calls off and gives back what does not end within the grace time", async () => {
    const { handle, started } = heldHandler();
    const { runtime } = start(handle);
    engine.offer(engineTask());
    const { signal } = await started;
    await runtime.stop(10);
    expect(signal.aborted).toBe(true);
    expect((await engine.seen(/extendLock/)).body.newDuration).toBe(1);
  });

  test("is the same for everybody who asks, and cannot be undone", async () => {
    const { runtime } = start(async () => ({}));
    expect(runtime.stop(0)).toBe(runtime.stop(0));
    await runtime.stop(0);
    expect(() => runtime.start()).toThrow("STOPPED");
  });
});
