/** kill -9 of the worker before, during and after the effect of each topic; another worker goes on. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type ExternalTask, externalTasks, LONGEST_LOCK_MS, lockEnd } from "../../scripts/soak/engine.js";
import { type Handover, handover } from "../../scripts/soak/handover.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import { type ServiceProxy, startProxy } from "../../scripts/soak/proxy.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { healSimulators } from "../../scripts/soak/simulator.js";
import { tunggu } from "../../scripts/tunggu.js";
import type { TopicName } from "../../workers/registry.js";
import {
  type Blocker,
  forEachTopic,
  openBlocker,
  type PerTopic,
  spoiled,
  TOPICS,
  type Traps,
  trapAll,
  untold,
} from "./setup/deaths.js";
import { at, control, finishAll, onlyWorkers, taskOf } from "./setup/system.js";

/** Longer than anything here is held. */
const ADAPTER_TIMEOUT_MS = "50000";

/** A request per topic; the lock that the dead worker left on its task, and how another one got it. */
interface Scene {
  readonly requests: PerTopic<SoakRequest>;
  readonly killedAt: number;
  readonly orphans: PerTopic<ExternalTask>;
  readonly handovers: PerTopic<Handover>;
}

let first: ServiceProxy;
let second: ServiceProxy;
let blocker: Blocker;

beforeAll(async () => {
  first = await startProxy(at.addresses.engine);
  second = await startProxy(at.addresses.engine);
  blocker = await openBlocker();
});

afterAll(async () => {
  await first.close();
  await second.close();
  await blocker.close();
});

/** The second worker stands by: frozen, and without a poll that the engine could still answer. */
async function start(): Promise<void> {
  await onlyWorkers({ "worker-b": { env: { ENGINE_URL: second.url } } });
  await control.freeze("worker-b", true);
  const newestPoll = () => second.exchanges().findLast(({ path }) => path.endsWith("/fetchAndLock"));
  await tunggu("the end of its poll", async () => newestPoll()?.answeredAt);
  await control.addWorker("worker-a", { env: { ENGINE_URL: first.url, ADAPTER_TIMEOUT_MS } });
}

/** All traps are full: the worker dies in them, then they are opened. */
async function killIn(traps: Traps): Promise<Scene> {
  const requests = await trapAll(traps);
  const held = await forEachTopic((topic) => taskOf(requests[topic], topic, (t) => t.workerId !== null));
  const killedAt = Date.now();
  await control.kill("worker-a");
  const left = await externalTasks(
    at,
    Object.values(requests).map(({ instans }) => instans),
  );
  const orphans = await forEachTopic(async (topic) => left.find(({ id }) => id === held[topic].id) ?? held[topic]);
  await control.freeze("worker-b", false);
  await blocker.release();
  first.mend();
  await healSimulators(at);
  await finishAll(Object.values(requests));
  const handovers = await forEachTopic(async (topic) =>
    handover(second.exchanges(), orphans[topic], lockEnd(orphans[topic]) ?? 0),
  );
  return { requests, killedAt, orphans, handovers };
}

const hanging = { jenis: "gantung" } as const;

describe.each<[string, () => Traps]>([
  ["before the effect", () => ({ outside: spoiled(hanging), inside: blocker.locked })],
  [
    "during the effect, which comes about when it is dead already",
    () => ({ outside: spoiled({ jenis: "lambat", tundaMs: 8_000 }), inside: blocker.committing }),
  ],
  [
    "after the effect, of which it has not heard",
    () => ({ outside: spoiled({ ...hanging, setelahEfek: true }), inside: untold(first) }),
  ],
  ["after everything is recorded, the engine not told", () => ({ outside: untold(first), inside: untold(first) })],
])("a worker killed %s", (_, traps) => {
  let scene: Scene;
  let verdict: Verdict;

  beforeAll(async () => {
    await start();
    scene = await killIn(traps());
    verdict = await judge(at, Object.values(scene.requests));
  });
  // A frozen process cannot be told to stop.
  afterAll(() => control.freeze("worker-b", false));

  const ofTopic = (topic: TopicName) => `${scene.requests[topic].nomor}: `;

  test.each(TOPICS)("loses nothing and repeats nothing in %s", (topic) => {
    expect(verdict.facts.map(({ nomor }) => `${nomor}: `)).toContain(ofTopic(topic));
    expect(verdict.violations.filter((sentence) => sentence.startsWith(ofTopic(topic)))).toEqual([]);
  });

  test("leaks nothing, and gives no letter number twice", () => {
    const own = TOPICS.map(ofTopic);
    expect(verdict.violations.filter((sentence) => !own.some((start) => sentence.startsWith(start)))).toEqual([]);
  });

  test.each(TOPICS)("keeps %s from others for no longer than one lock", (topic) => {
    const end = lockEnd(scene.orphans[topic]) ?? Number.POSITIVE_INFINITY;
    expect(end).toBeLessThanOrEqual(scene.killedAt + LONGEST_LOCK_MS);
  });

  test.each(TOPICS)("hands %s on with the first poll of another one after that", (topic) => {
    expect(scene.handovers[topic].taken).toBeDefined();
    expect(scene.handovers[topic].missed).toEqual([]);
  });
});
