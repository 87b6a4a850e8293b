/** What the runtime tells Prometheus. */
import { describe, expect, test } from "@jest/globals";
import { AdapterError } from "../../../workers/adapters/index.js";
import { engineTask } from "./fake-engine.js";
import { type Handle, heldHandler, stageForEach, topicOf } from "./kit.js";

const stage = stageForEach();

describe("the metrics", () => {
  test("tell what became of tasks, locks, reports, polls and services", async () => {
    const { handle, started, release } = heldHandler();
    const fail: Handle = async () => Promise.reject(new AdapterError("unavailable", "no reply"));
    const topics = [topicOf(handle), topicOf(fail, { topic: "lain", adapter: "spse" })];
    const breakers = { spse: { state: () => "closed" as const, waitMs: () => 0, awayMs: () => 0 } };
    stage.engine.answer(/fetchAndLock/, { status: 503 });
    stage.engine.answer(/complete/, { status: 503 });
    const options = { lockMs: 1_000, pollBackoffMs: 10, maxPollBackoffMs: 10 };
    const { runtime, registry } = stage.start(handle, options, {}, { topics, breakers });
    stage.engine.offer(engineTask(), engineTask({ topicName: "lain" }));
    await started;
    await stage.engine.seen(/failure/);
    await stage.engine.seen(/extendLock/);
    const values = async () =>
      new Map(
        (await registry.metrics()).split("\n").map((line): [string, number] => {
          const [name = "", value] = line.split(" ");
          return [name, Number(value)];
        }),
      );
    expect((await values()).get("workers_tasks_in_flight")).toBe(1);
    release({});
    await stage.engine.seen(/complete/, 2);
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
