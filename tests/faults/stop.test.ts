/** A worker that is told to stop while a task hangs: it waits for the task, a second signal or its own limit ends the waiting. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { ExternalTask } from "../../scripts/soak/engine.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import { tunggu } from "../../scripts/tunggu.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, taskOf, untilHit, violations } from "./setup/system.js";

const TOPIC = "spse-reset-password";
/** Longer than anybody here waits for the end of a process. */
const PATIENT = { ADAPTER_TIMEOUT_MS: "600000", WORKERS_GRACE_MS: "600000" };
const NAME = "worker-stop";

const log = () => readFileSync(join(at.dataDir, "logs", `${NAME}.log`), "utf8");

/** A request whose reset hangs at SPSE, asked for by a worker with these options. */
async function hanging(env: Readonly<Record<string, string>>): Promise<SoakRequest> {
  await onlyWorkers({ [NAME]: { env } });
  const request = await newRequest(1);
  const userId = request.akun[0]?.userId ?? "";
  await desk.until(request, "verifikasi-permohonan");
  await injectFault(at, "spse", { jenis: "gantung", jalur: "/akun/{userId}/kata-sandi", untuk: userId });
  await desk.doTask(request, "verifikasi-permohonan");
  await untilHit("spse", userId);
  return request;
}

describe("a worker whose task hangs", () => {
  let request: SoakRequest;
  let afterFirst: string[];
  let afterSecond: string[];

  beforeAll(async () => {
    request = await hanging(PATIENT);
    await control.askToStop(NAME);
    await tunggu("the drain", async () => log().includes('"draining"') || undefined);
    afterFirst = await control.workers();
    await control.kill(NAME, "SIGTERM");
    afterSecond = await control.workers();
    await healSimulators(at);
    await onlyWorkers({ "worker-a": {} });
    await finishAll([request]);
  });

  test("waits for it after the first signal", () => expect(afterFirst).toContain(NAME));

  test("ends at once after the second", () => {
    expect(afterSecond).not.toContain(NAME);
    expect(log()).not.toContain('"stopped"');
  });

  test("loses nothing by that", async () => expect(await violations([request])).toEqual([]));
});

describe("a worker that may not wait for a task that hangs", () => {
  let request: SoakRequest;
  let left: ExternalTask;
  let seenAt: number;

  beforeAll(async () => {
    request = await hanging({ ...PATIENT, WORKERS_GRACE_MS: "0" });
    await control.kill(NAME, "SIGTERM");
    left = await taskOf(request, TOPIC);
    seenAt = Date.now();
    await healSimulators(at);
    await onlyWorkers({ "worker-a": {} });
    await finishAll([request]);
  });

  test("gives it back before it ends", () => {
    expect(left.retries).toBeNull();
    expect(Date.parse(left.lockExpirationTime ?? "")).toBeLessThan(seenAt);
  });

  test("leaves it to another one to do", async () => expect(await violations([request])).toEqual([]));
});
