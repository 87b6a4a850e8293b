/** kill -9 of the worker before, during and after it tells of a refusal and of a time limit. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { tunggu } from "../../scripts/drive/tunggu.js";
import { type ExternalTask, LONGEST_LOCK_MS, lockEnd, openEngine } from "../../scripts/soak/engine.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { type Fault, healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import { nothing } from "../../src/engine/client.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, taskOf, untilHit } from "./setup/system.js";

/** The Satker of all requests here, and the head of UKPBJ, who has step 2 to do. */
const SATKER = "biro.keuangan@kemenperin.go.id";
const HEAD = "hendra.gunawan@kemenperin.go.id";
const TOPICS = ["penolakan-kirim", "sla-eskalasi"] as const;
const Jobs = z.array(z.object({ id: z.string() }));

/** Step 2's time limit passes now. */
async function pass({ instans }: SoakRequest): Promise<void> {
  const query = { processInstanceId: instans, timers: true, activityId: "tenggat-langkah-2" };
  const engine = openEngine(at);
  const [job] = await tunggu("the timer of step 2", async () => {
    const jobs = await engine.call("GET", "/job", { query, schema: Jobs });
    return jobs.length > 0 ? jobs : undefined;
  });
  await engine.call("POST", `/job/${job?.id}/execute`, { schema: nothing });
}

describe.each<[string, Fault]>([
  ["before the effect", { jenis: "gantung" }],
  ["during the effect", { jenis: "lambat", tundaMs: 6_000 }],
  ["after the effect", { jenis: "gantung", setelahEfek: true }],
])("a worker killed %s", (_, fault) => {
  let verdict: Verdict;
  let locked: readonly ExternalTask[];
  let killedAt: number;

  beforeAll(async () => {
    await onlyWorkers({ "worker-a": { env: { ADAPTER_TIMEOUT_MS: "50000" } } });
    const [refused, late] = await Promise.all([newRequest(1), newRequest(1)]);
    refused.refused = true;
    await Promise.all([refused, late].map((request) => desk.until(request, "disposisi-permohonan")));
    for (const untuk of [SATKER, HEAD]) await injectFault(at, "epesan", { ...fault, untuk, kali: 1 });
    await Promise.all([desk.doTask(refused, "disposisi-permohonan"), pass(late)]);
    await Promise.all([untilHit("epesan", SATKER), untilHit("epesan", HEAD)]);
    const held = (t: ExternalTask) => t.workerId !== null;
    locked = await Promise.all([taskOf(refused, TOPICS[0], held), taskOf(late, TOPICS[1], held)]);
    killedAt = Date.now();
    await control.kill("worker-a");
    await healSimulators(at);
    await control.start("worker-a");
    await finishAll([refused, late]);
    verdict = await judge(at, [refused, late]);
  });

  test("loses nothing and repeats nothing", () => expect(verdict.violations).toEqual([]));

  test("tells the Satker of the refusal, and whoever is late and his superior of the time limit, once each", () => {
    expect(verdict.facts.map(({ refusals }) => refusals)).toEqual([1, 0]);
    expect(verdict.facts.map(({ reminded }) => reminded.filter((to) => to === HEAD).length)).toEqual([0, 1]);
  });

  test("keeps no task from others for longer than one lock", () => {
    expect(locked.map(({ topicName }) => topicName)).toEqual(TOPICS);
    for (const task of locked)
      expect(lockEnd(task) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(killedAt + LONGEST_LOCK_MS);
  });
});
