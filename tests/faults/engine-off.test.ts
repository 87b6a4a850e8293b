/** Workers that are started while the engine is off. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { tunggu } from "../../scripts/tunggu.js";
import { healthOf, readinessOf } from "./setup/health.js";
import { control, desk, finishAll, newRequest, onlyWorkers, violations } from "./setup/system.js";

/** A limit against hanging: the engine takes its time to start. */
const START_MS = 180_000;

describe("a worker started while the engine is off", () => {
  let request: SoakRequest;
  let health: number;
  let readiness: Awaited<ReturnType<typeof readinessOf>>;

  beforeAll(async () => {
    await onlyWorkers({});
    request = await newRequest(1);
    await desk.until(request, "verifikasi-permohonan");
    await desk.doTask(request, "verifikasi-permohonan");
    await control.kill("engine");
    // Waits until the worker is ready, which may take longer than it has patience.
    const started = control.addWorker("early").catch(() => undefined);
    health = await healthOf("early");
    readiness = await readinessOf("early");
    await control.start("engine");
    await tunggu("its readiness", async () => (await readinessOf("early")).status === 200 || undefined, {
      batasMs: START_MS,
    });
    await started;
    await finishAll([request]);
  });

  test("is alive but not ready, and says what it lacks", () => {
    expect(health).toBe(200);
    expect(readiness).toEqual({ status: 503, checks: { polling: false, database: true, engine: false } });
  });

  test("goes on by itself when the engine is there", async () => expect(await violations([request])).toEqual([]));
});
