/** A worker that is cut off, or frozen, for longer than its locks last; and words that are lost on the way. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { tunggu } from "../../scripts/drive/tunggu.js";
import { externalTasks } from "../../scripts/soak/engine.js";
import { type ServiceProxy, startProxy } from "../../scripts/soak/proxy.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { faultHits, injectFault } from "../../scripts/soak/simulator.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, violations } from "./setup/system.js";

const ACCOUNTS = 3;
let proxy: ServiceProxy;

beforeAll(async () => {
  proxy = await startProxy(at.addresses.engine);
});
afterAll(() => proxy.close());

/** A request whose resets worker-a has asked SPSE for, which takes its time over them. */
async function underWay(tundaMs: number): Promise<SoakRequest> {
  await onlyWorkers({ "worker-a": { env: { ENGINE_URL: proxy.url } } });
  const request = await newRequest(ACCOUNTS);
  await desk.until(request, "verifikasi-permohonan");
  await injectFault(at, "spse", { jenis: "lambat", tundaMs, jalur: "/akun/{userId}/kata-sandi", kali: ACCOUNTS });
  await desk.doTask(request, "verifikasi-permohonan");
  await tunggu("resets under way", async () => (await faultHits(at, "spse")) >= ACCOUNTS || undefined);
  return request;
}

/** Who holds the tasks of a request now. */
const holders = async ({ instans }: SoakRequest) =>
  new Set((await externalTasks(at, [instans])).map((t) => t.workerId));

describe.each([
  ["cut off from the engine", () => proxy.cut(), () => proxy.mend()],
  ["frozen", () => control.freeze("worker-a", true), () => control.freeze("worker-a", false)],
] as const)("a worker %s for longer than a lock, while SPSE answers", (_, begin, end) => {
  let request: SoakRequest;
  let next: SoakRequest;

  beforeAll(async () => {
    request = await underWay(2_000);
    const before = await holders(request);
    await begin();
    await control.addWorker("worker-b");
    await tunggu("another worker taking over", async () => {
      const now = await holders(request);
      return [...now].every((worker) => !before.has(worker)) || undefined;
    });
    await finishAll([request]);
    await end();
    await control.kill("worker-b", "SIGTERM");
    next = await newRequest(1);
    await finishAll([next]);
  });

  test("reports nothing twice, and another one finishes its work", async () => {
    expect(await violations([request])).toEqual([]);
  });

  test("goes on by itself afterwards", async () => {
    expect(await violations([next])).toEqual([]);
  });
});

describe.each(["request", "reply"] as const)("a completion whose %s is lost", (lose) => {
  let request: SoakRequest;

  beforeAll(async () => {
    await onlyWorkers({ "worker-a": { env: { ENGINE_URL: proxy.url } } });
    request = await newRequest(1);
    await desk.until(request, "verifikasi-permohonan");
    const lost = proxy.lose({ path: /\/complete$/, lose });
    await desk.doTask(request, "verifikasi-permohonan");
    await lost;
    proxy.mend();
    await finishAll([request]);
  });

  test("is told again, and counts once", async () => {
    expect(await violations([request])).toEqual([]);
  });
});
