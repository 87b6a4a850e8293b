/** A worker that is cut off, or frozen, for longer than its locks last; and words that are lost on the way. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { externalTasks } from "../../scripts/soak/engine.js";
import { type ServiceProxy, startProxy } from "../../scripts/soak/proxy.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { injectFault } from "../../scripts/soak/simulator.js";
import { tunggu } from "../../scripts/tunggu.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, untilHit, violations } from "./setup/system.js";

const ACCOUNTS = 3;
const LATE = { jenis: "lambat", tundaMs: 2_000 } as const;
let proxy: ServiceProxy;

beforeAll(async () => {
  proxy = await startProxy(at.addresses.engine);
});
afterAll(() => proxy.close());

interface Scene {
  /** SPSE takes its time over the resets of the one, e-Pesan over the messages of the other. */
  readonly resetting: SoakRequest;
  readonly telling: SoakRequest;
}

/** Requests whose resets and messages worker-a has asked for, and waits for. */
async function underWay(): Promise<Scene> {
  await onlyWorkers({ "worker-a": { env: { ENGINE_URL: proxy.url } } });
  const [resetting, telling] = await Promise.all([newRequest(ACCOUNTS), newRequest(ACCOUNTS)]);
  await Promise.all([resetting, telling].map((request) => desk.until(request, "verifikasi-permohonan")));
  const jalur = "/akun/{userId}/kata-sandi";
  for (const { userId } of resetting.akun) await injectFault(at, "spse", { ...LATE, jalur, untuk: userId, kali: 1 });
  await injectFault(at, "epesan", { ...LATE, kunci: `${telling.instans}.kredensial.`, kali: ACCOUNTS });
  await Promise.all([resetting, telling].map((request) => desk.doTask(request, "verifikasi-permohonan")));
  await Promise.all([
    ...resetting.akun.map(({ userId }) => untilHit("spse", userId)),
    untilHit("epesan", `${telling.instans}.kredensial.`, ACCOUNTS),
  ]);
  return { resetting, telling };
}

/** Who holds the tasks of these requests now. */
const holders = async (requests: readonly SoakRequest[]) => {
  const instances = requests.map(({ instans }) => instans);
  return new Set((await externalTasks(at, instances)).map((t) => t.workerId));
};

describe.each([
  ["cut off from the engine", () => proxy.cut(), () => proxy.mend()],
  ["frozen", () => control.freeze("worker-a", true), () => control.freeze("worker-a", false)],
] as const)("a worker %s for longer than a lock, while SPSE and e-Pesan answer", (_, begin, end) => {
  let scene: Scene;
  let next: SoakRequest;

  beforeAll(async () => {
    scene = await underWay();
    const requests = Object.values(scene);
    const before = await holders(requests);
    await begin();
    await control.addWorker("worker-b");
    await tunggu("another worker taking over", async () => {
      const now = await holders(requests);
      return [...now].every((worker) => !before.has(worker)) || undefined;
    });
    await finishAll(requests);
    await end();
    await control.kill("worker-b", "SIGTERM");
    next = await newRequest(1);
    await finishAll([next]);
  });

  test.each([
    ["resets", "resetting"],
    ["messages", "telling"],
  ] as const)("reports no %s twice, and another one finishes its work", async (_what, which) => {
    expect(await violations([scene[which]])).toEqual([]);
  });

  test("goes on by itself afterwards", async () => {
    expect(await violations([next])).toEqual([]);
  });
});

describe("a poll whose reply is lost with the tasks in it", () => {
  let request: SoakRequest;

  beforeAll(async () => {
    await onlyWorkers({ "worker-a": { env: { ENGINE_URL: proxy.url } } });
    request = await newRequest(1);
    await desk.until(request, "verifikasi-permohonan");
    const lost = proxy.lose({ path: /fetchAndLock/, lose: "reply", body: /"spse-reset-password"/ });
    await desk.doTask(request, "verifikasi-permohonan");
    await lost;
    proxy.mend();
    await finishAll([request]);
  });

  test("costs the time of one lock, and nothing else", async () => {
    expect(await violations([request])).toEqual([]);
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
