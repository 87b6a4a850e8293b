/** What the runtime asks the engine for, when, and over how many connections. */
import { describe, expect, jest, test } from "@jest/globals";
import { tunggu } from "../../../scripts/tunggu.js";
import { engineTask } from "./fake-engine.js";
import { heldHandler, resolvers, stageForEach, topicOf } from "./kit.js";

const stage = stageForEach();

describe("a poll", () => {
  test("is long, by age, as oneself, for the variables the topic reads", async () => {
    const { runtime } = stage.start(async () => ({}));
    const { body, authorization } = await stage.engine.seen(/fetchAndLock/);
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
    stage.start(async () => ({}), {}, { allVariables: true });
    const { body } = await stage.engine.seen(/fetchAndLock/);
    expect(body.topics).toEqual([{ topicName: "uji", lockDuration: 8_000 }]);
  });

  test("never asks for more tasks than can start, and for none while all slots are taken", async () => {
    const { handle, started, release } = heldHandler();
    stage.start(handle, { maxTasks: 2 });
    expect((await stage.engine.seen(/fetchAndLock/)).body.maxTasks).toBe(2);
    stage.engine.offer(engineTask());
    await started;
    expect((await stage.engine.seen(/fetchAndLock/, 2)).body.maxTasks).toBe(1);
    stage.engine.offer(engineTask());
    release({});
    await stage.engine.seen(/complete/, 2);
    expect(
      stage.engine.calls.filter(({ path }) => path === "/fetchAndLock").map(({ body }) => body.maxTasks),
    ).not.toContain(0);
  });

  test("never asks for more of a topic than its own cap, and leaves it out while the cap is reached", async () => {
    const { handle, started, release } = heldHandler();
    const topics = [topicOf(handle, { concurrency: 2 }), topicOf(async () => ({}), { topic: "lain" })];
    stage.start(handle, {}, {}, { topics });
    expect((await stage.engine.seen(/fetchAndLock/)).body).toMatchObject({ maxTasks: 2, asyncResponseTimeout: 1_500 });
    stage.engine.offer(engineTask(), engineTask());
    await started;
    expect((await stage.engine.seen(/fetchAndLock/, 2)).body).toMatchObject({
      topics: [{ topicName: "lain" }],
      maxTasks: 98,
      asyncResponseTimeout: 50,
    });
    release({});
    await stage.engine.seen(/complete/, 2);
    stage.engine.offer(engineTask({ topicName: "lain" }));
    await stage.engine.seen(/complete/, 3);
    expect((await stage.engine.seen(/fetchAndLock/, 3)).body).toMatchObject({
      topics: [{ topicName: "uji" }, { topicName: "lain" }],
      maxTasks: 2,
    });
  });

  test("names no topic whose service is away, and shows the breaker's state in the metrics", async () => {
    const open = { state: () => "open" as const, waitMs: () => 300, awayMs: () => 1_000 };
    const topics = [topicOf(async () => ({}), { adapter: "spse" }), topicOf(async () => ({}), { topic: "lain" })];
    const { registry } = stage.start(async () => ({}), {}, {}, { topics, breakers: { spse: open } });
    const { body } = await stage.engine.seen(/fetchAndLock/);
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
    const { log } = stage.start(async () => ({}), {}, { adapter: "spse" }, { breakers });
    await thrice.promise;
    expect(stage.engine.calls).toHaveLength(0);
    state = "closed";
    await stage.engine.seen(/fetchAndLock/);
    expect(log()).not.toContain("does not answer");
  });

  test("makes the process ready when it is answered for the first time, not before", async () => {
    const { runtime } = stage.start(async () => ({}));
    await stage.engine.seen(/fetchAndLock/);
    expect(runtime.ready()).toBe(false);
    stage.engine.offer(engineTask());
    await stage.engine.seen(/complete/);
    expect(runtime.ready()).toBe(true);
  });

  test("grows no older while all slots are taken: the engine has not been asked", async () => {
    const { handle, started, release } = heldHandler();
    const real = performance.now.bind(performance);
    let ahead = 0;
    const now = jest.spyOn(performance, "now").mockImplementation(() => real() + ahead);
    try {
      const { registry } = stage.start(handle, { maxTasks: 1 });
      await stage.engine.seen(/fetchAndLock/);
      const age = async () => Number(/^workers_poll_age_seconds (.+)$/m.exec(await registry.metrics())?.[1]);
      ahead = 100_000;
      expect(await age()).toBeGreaterThan(99);
      stage.engine.offer(engineTask());
      await started;
      ahead = 200_000;
      await tunggu("a look at the slots", async () => (await age()) < 50 || undefined, { batasMs: 3_000 });
      release({});
      await stage.engine.seen(/complete/);
    } finally {
      now.mockRestore();
    }
  });

  test("that fails is repeated after a pause, is told once, and makes the process unready meanwhile", async () => {
    stage.engine.answer(/fetchAndLock/, { status: 503 }, { status: 503 }, { status: 503 });
    const { runtime, log } = stage.start(async () => ({}), { pollBackoffMs: 10, maxPollBackoffMs: 10 });
    await stage.engine.seen(/fetchAndLock/, 2);
    expect(runtime.ready()).toBe(false);
    await stage.engine.seen(/fetchAndLock/, 4);
    stage.engine.offer(engineTask());
    await stage.engine.seen(/complete/);
    expect(runtime.ready()).toBe(true);
    expect(log().match(/the engine does not answer/g)).toHaveLength(1);
    expect(log()).not.toContain("rahasia-mesin");
    await stage.engine.seen(/fetchAndLock/, 5);
    expect(stage.engine.mostWaiting()).toBe(1);
    const [first, , , fourth] = stage.engine.calls.filter(({ path }) => path === "/fetchAndLock");
    expect((fourth?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(25);
  });
});

describe("the connections", () => {
  test("are kept and used again: at most two for polls, one for completions that come one after another", async () => {
    stage.start(async () => ({}));
    for (let i = 1; i <= 20; i++) {
      stage.engine.offer(engineTask());
      await stage.engine.seen(/complete/, i);
      await stage.engine.seen(/fetchAndLock/, i + 1);
    }
    expect(stage.engine.connections()).toBeLessThanOrEqual(2 + 1);
  });

  test("are few for completions, however many attempts end together, and none of them is forgotten", async () => {
    const { promise, resolve } = resolvers<Record<string, unknown>>();
    stage.start(() => promise, { maxCompletions: 3 });
    stage.engine.offer(...Array.from({ length: 20 }, () => engineTask()));
    await stage.engine.seen(/fetchAndLock/, 2);
    resolve({});
    await stage.engine.seen(/complete/, 20);
    expect(stage.engine.connections()).toBeLessThanOrEqual(2 + 3);
  });
});
