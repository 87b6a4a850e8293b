/** kill -9 of the worker before, during and after the effect of each topic. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { z } from "zod";
import { tunggu } from "../../scripts/drive/tunggu.js";
import { type ExternalTask, LONGEST_LOCK_MS, lockEnd, openEngine } from "../../scripts/soak/engine.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import { type EngineProxy, startEngineProxy } from "../../scripts/soak/proxy.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { type Fault, healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import { nothing } from "../../src/engine/client.js";
import {
  at,
  control,
  desk,
  finishAll,
  newRequest,
  onlyWorkers,
  taskOf,
  untilBlocked,
  untilHit,
} from "./setup/system.js";

const TOPICS = [
  "spse-reset-password",
  "epesan-kirim-kredensial",
  "surat-susun-draf",
  "arsip-simpan",
  "surat-kirim",
  "penolakan-kirim",
  "sla-eskalasi",
] as const;
type Topic = (typeof TOPICS)[number];
/** The Satker of all requests here, which gets the letter and the refusal; and who has step 2 to do. */
const SATKER = "biro.keuangan@kemenperin.go.id";
const HEAD = "hendra.gunawan@kemenperin.go.id";

/** A request per topic, each with the task of its topic under way when the worker was killed. */
interface Scene {
  readonly requests: Readonly<Record<Topic, SoakRequest>>;
  readonly locked: Readonly<Record<Topic, ExternalTask>>;
  readonly killedAt: number;
}

let proxy: EngineProxy;
let blocker: pg.Client;

beforeAll(async () => {
  proxy = await startEngineProxy(at.addresses.engine);
  blocker = new pg.Client({ connectionString: at.addresses.database });
  await blocker.connect();
});

afterAll(async () => {
  await proxy.close();
  await blocker.end();
});

const newRequests = async (): Promise<Scene["requests"]> => {
  const all = await Promise.all(TOPICS.map(() => newRequest(1)));
  const requests = Object.fromEntries(TOPICS.map((topic, i) => [topic, all[i]])) as Record<Topic, SoakRequest>;
  requests["penolakan-kirim"].refused = true;
  return requests;
};

const Jobs = z.array(z.object({ id: z.string() }));

/** The time limit of step 2, in which this request stands, passes now. */
async function passLimit({ instans }: SoakRequest): Promise<void> {
  const query = { processInstanceId: instans, timers: true, activityId: "tenggat-langkah-2" };
  const engine = openEngine(at);
  const id = await tunggu("the timer of step 2", async () => {
    const [job] = await engine.call("GET", "/job", { query, schema: Jobs });
    return job?.id;
  });
  await engine.call("POST", `/job/${id}/execute`, { schema: nothing });
}

const accountOf = ({ akun: [account] }: SoakRequest) => {
  if (account === undefined) throw new Error("a request without accounts");
  return account;
};

/** The moment has come for all of them: the worker dies with their locks, then whatever held it is taken away. */
async function killThem(requests: Scene["requests"]): Promise<Scene> {
  const locked = await Promise.all(TOPICS.map((topic) => taskOf(requests[topic], topic, (t) => t.workerId !== null)));
  const killedAt = Date.now();
  await control.kill("worker-a");
  return {
    requests,
    locked: Object.fromEntries(TOPICS.map((topic, i) => [topic, locked[i]])) as Record<Topic, ExternalTask>,
    killedAt,
  };
}

async function recover({ requests }: Scene): Promise<void> {
  await blocker.query("rollback");
  proxy.mend();
  await healSimulators(at);
  await control.start("worker-a");
  await finishAll(Object.values(requests));
}

const start = () => onlyWorkers({ "worker-a": { env: { ENGINE_URL: proxy.url, ADAPTER_TIMEOUT_MS: "50000" } } });

/** Fills the scene up to all that is done at SPSE and e-Pesan. */
async function holdAtSimulators(requests: Scene["requests"], fault: Fault): Promise<void> {
  const reset = accountOf(requests["spse-reset-password"]);
  const credential = accountOf(requests["epesan-kirim-kredensial"]);
  await injectFault(at, "spse", { ...fault, jalur: "/akun/{userId}/kata-sandi", untuk: reset.userId, kali: 1 });
  await injectFault(at, "epesan", { ...fault, untuk: credential.epesan, kali: 1 });
  await injectFault(at, "epesan", { ...fault, untuk: SATKER, kali: 2 });
  await injectFault(at, "epesan", { ...fault, untuk: HEAD, kali: 1 });
  await Promise.all([
    desk.until(requests["surat-kirim"], "tanda-tangan-surat"),
    desk.until(requests["arsip-simpan"], "tanda-tangan-surat"),
    ...(["spse-reset-password", "epesan-kirim-kredensial", "surat-susun-draf"] as const).map((topic) =>
      desk.until(requests[topic], "verifikasi-permohonan"),
    ),
    ...(["penolakan-kirim", "sla-eskalasi"] as const).map((topic) =>
      desk.until(requests[topic], "disposisi-permohonan"),
    ),
  ]);
  await Promise.all([
    desk.doTask(requests["surat-kirim"], "tanda-tangan-surat"),
    desk.doTask(requests["spse-reset-password"], "verifikasi-permohonan"),
    desk.doTask(requests["epesan-kirim-kredensial"], "verifikasi-permohonan"),
    desk.doTask(requests["penolakan-kirim"], "disposisi-permohonan"),
    passLimit(requests["sla-eskalasi"]),
  ]);
  await Promise.all([
    untilHit("spse", reset.userId),
    untilHit("epesan", credential.epesan),
    untilHit("epesan", SATKER, 2),
    untilHit("epesan", HEAD),
  ]);
}

/** The worker hangs in each step before anything has happened. */
async function beforeEffect(): Promise<Scene> {
  const requests = await newRequests();
  await holdAtSimulators(requests, { jenis: "gantung" });
  await blocker.query("begin; lock table draf_surat in access exclusive mode");
  await desk.doTask(requests["surat-susun-draf"], "verifikasi-permohonan");
  await untilBlocked("draf_surat");
  const swallowed = proxy.lose({ path: /fetchAndLock/, lose: "reply", body: /"arsip-simpan"/ });
  await desk.doTask(requests["arsip-simpan"], "tanda-tangan-surat");
  await swallowed;
  return killThem(requests);
}

/** The worker has asked for the effect, which comes about when the worker is dead already. */
async function duringEffect(): Promise<Scene> {
  const requests = await newRequests();
  await holdAtSimulators(requests, { jenis: "lambat", tundaMs: 8_000 });
  const { instans } = requests["surat-susun-draf"];
  await blocker.query("begin");
  await blocker.query("select pg_advisory_xact_lock(hashtext('draf_surat'), hashtext($1))", [instans]);
  await blocker.query("lock table arsip in share mode");
  await desk.doTask(requests["surat-susun-draf"], "verifikasi-permohonan");
  await desk.doTask(requests["arsip-simpan"], "tanda-tangan-surat");
  await untilBlocked("pg_advisory_xact_lock");
  await untilBlocked("arsip");
  return killThem(requests);
}

/** Everything is done and recorded; the engine has not been told. */
async function afterEffect(): Promise<Scene> {
  const requests = await newRequests();
  await holdAtSimulators(requests, { jenis: "gantung", setelahEfek: true });
  const untold = ["versiDraf", "arsip"].map((variable) =>
    proxy.lose({ path: /\/complete$/, lose: "request", body: new RegExp(`"${variable}":`) }),
  );
  await desk.doTask(requests["surat-susun-draf"], "verifikasi-permohonan");
  await desk.doTask(requests["arsip-simpan"], "tanda-tangan-surat");
  await Promise.all(untold);
  return killThem(requests);
}

describe.each([
  ["before the effect", beforeEffect],
  ["during the effect", duringEffect],
  ["after the effect", afterEffect],
] as const)("a worker killed %s", (_, stage) => {
  let scene: Scene;
  let verdict: Verdict;

  beforeAll(async () => {
    await start();
    scene = await stage();
    await recover(scene);
    verdict = await judge(at, Object.values(scene.requests));
  });

  const ofTopic = (topic: Topic) => `${scene.requests[topic].nomor}: `;

  test.each(TOPICS)("loses nothing and repeats nothing in %s", (topic) => {
    expect(verdict.facts.map(({ nomor }) => `${nomor}: `)).toContain(ofTopic(topic));
    expect(verdict.violations.filter((sentence) => sentence.startsWith(ofTopic(topic)))).toEqual([]);
  });

  test("leaks nothing, and gives no letter number twice", () => {
    const own = TOPICS.map(ofTopic);
    expect(verdict.violations.filter((sentence) => !own.some((start) => sentence.startsWith(start)))).toEqual([]);
  });

  test("tells whoever is late of the time limit, once", () => {
    const late = verdict.facts.find(({ nomor }) => nomor === scene.requests["sla-eskalasi"].nomor);
    expect(late?.reminded.filter((to) => to === HEAD)).toEqual([HEAD]);
  });

  test.each(TOPICS)("keeps %s from others for no longer than one lock", (topic) => {
    expect(lockEnd(scene.locked[topic]) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
      scene.killedAt + LONGEST_LOCK_MS,
    );
  });
});
