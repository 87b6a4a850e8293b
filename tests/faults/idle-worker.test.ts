/** A worker that ends while the engine holds its poll open, by SIGTERM or kill -9: what happens to work that arrives then. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Registry } from "prom-client";
import { z } from "zod";
import { LONGEST_LOCK_MS, lockEnd, openEngine } from "../../scripts/soak/engine.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { tunggu } from "../../scripts/tunggu.js";
import { nothing } from "../../src/engine/client.js";
import { createLogger } from "../../src/log.js";
import { defineTopic } from "../../workers/runtime/index.js";
import { createRuntime } from "../../workers/runtime/runtime.js";
import { pollsOf } from "./setup/health.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, taskOf, violations } from "./setup/system.js";

const TOPIC = "spse-reset-password";
const SENT = "undici:client:sendHeaders";
const Sent = z.object({ request: z.object({ path: z.string().endsWith("/fetchAndLock") }) });
const Locked = z.array(z.object({ id: z.string() }));

let request: SoakRequest;
beforeEach(async () => {
  request = await newRequest(1);
  await desk.until(request, "verifikasi-permohonan");
});

/**
 * A poll that waits for the next task. The engine serves those that wait in the order in which they came: a poll that it
 * still holds for a worker that is gone is served before this one.
 */
async function nextTask(): Promise<() => Promise<string | undefined>> {
  const body = {
    workerId: "after-it",
    maxTasks: 1,
    // Shorter than a lock, so that a task lost to the one that is gone does not come back meanwhile.
    asyncResponseTimeout: 5_000,
    topics: [{ topicName: TOPIC, lockDuration: 10_000 }],
  };
  const answer = openEngine(at).call("POST", "/external-task/fetchAndLock", { body, schema: Locked });
  answer.catch(() => undefined);
  return async () => (await answer)[0]?.id;
}

const unlock = (id: string) => openEngine(at).call("POST", `/external-task/${id}/unlock`, { schema: nothing });

/** A worker in this process whose polls the engine holds for longer than a test lasts. */
const patientRuntime = () =>
  createRuntime(
    {
      topics: [
        defineTopic({
          topic: TOPIC,
          input: z.object({}),
          output: z.object({}),
          errorCodes: [],
          retry: { retries: 1, baseDelayMs: 1, maxDelayMs: 1, maxWaitMs: 1 },
          handle: async () => Promise.reject(new Error("nobody may come here")),
        }),
      ],
      deps: {},
      logger: createLogger("uji", "silent"),
      registry: new Registry(),
    },
    {
      engineUrl: at.addresses.engine,
      user: "layanan-workers",
      password: at.secrets.WORKERS_ENGINE_PASSWORD,
      longPollMs: 20_000,
    },
  );

/** Resolves when this process has sent a poll. */
const pollSent = () =>
  new Promise<void>((resolve) => {
    const listen = (message: unknown) => {
      if (!Sent.safeParse(message).success) return;
      unsubscribe(SENT, listen);
      resolve();
    };
    subscribe(SENT, listen);
  });

describe("a worker that is told to stop while it has nothing to do", () => {
  /** The request's task goes to whoever polls after the end of the worker. */
  async function goesOn(): Promise<void> {
    const next = await nextTask();
    await desk.doTask(request, "verifikasi-permohonan");
    const { id } = await taskOf(request, TOPIC);
    expect(await next()).toBe(id);
    await unlock(id);
    await onlyWorkers({ "worker-a": {} });
    await finishAll([request]);
    expect(await violations([request])).toEqual([]);
  }

  test("takes no task with it", async () => {
    await onlyWorkers({ "idle-told": {} });
    await control.kill("idle-told", "SIGTERM");
    await goesOn();
  });

  test("takes none however long the engine would have held its poll", async () => {
    await onlyWorkers({});
    const runtime = patientRuntime();
    const polled = pollSent();
    runtime.start();
    await polled;
    await runtime.stop(0);
    await goesOn();
  });
});

describe("a worker killed while the engine holds its poll", () => {
  beforeAll(async () => {
    await onlyWorkers({ "idle-killed": {} });
  });

  test("keeps the task that arrives for no longer than one lock, and another one does it", async () => {
    const polls = await pollsOf("idle-killed");
    await tunggu("the start of a poll", async () => (await pollsOf("idle-killed")) > polls || undefined, { jedaMs: 5 });
    await control.kill("idle-killed");
    await desk.doTask(request, "verifikasi-permohonan");
    const doneBy = Date.now();
    const held = await taskOf(request, TOPIC, ({ workerId }) => workerId !== null);
    await onlyWorkers({ "worker-a": {} });
    await finishAll([request]);
    expect(lockEnd(held)).toBeLessThanOrEqual(doneBy + LONGEST_LOCK_MS);
    expect(await violations([request])).toEqual([]);
  });
});
