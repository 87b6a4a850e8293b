/** The engine, PostgreSQL, or SPSE and e-Pesan with their doors, go away in the middle of the work and come back. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { faultHits, healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import { tunggu } from "../../scripts/tunggu.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, untilBlocked, violations } from "./setup/system.js";

const REQUESTS = 3;
const ACCOUNTS = 2;
const UNDER_WAY = REQUESTS;

/** Resets are under way, which SPSE does while the part is gone. */
async function resetting(): Promise<SoakRequest[]> {
  const requests = await Promise.all(Array.from({ length: REQUESTS }, () => newRequest(ACCOUNTS)));
  await Promise.all(requests.map((request) => desk.until(request, "verifikasi-permohonan")));
  await injectFault(at, "spse", {
    jenis: "lambat",
    tundaMs: 2_500,
    jalur: "/akun/{userId}/kata-sandi",
    kali: UNDER_WAY,
  });
  await Promise.all(requests.map((request) => desk.doTask(request, "verifikasi-permohonan")));
  await tunggu("resets under way", async () => (await faultHits(at, "spse")) >= UNDER_WAY || undefined);
  return requests;
}

/** A worker stands in the middle of a transaction, kept there by the lock of this client. */
async function drafting(blocker: pg.Client): Promise<SoakRequest> {
  const request = await newRequest(1);
  await desk.until(request, "verifikasi-permohonan");
  await blocker.query("begin");
  await blocker.query("select pg_advisory_xact_lock(hashtext('draf_surat'), hashtext($1))", [request.instans]);
  await desk.doTask(request, "verifikasi-permohonan");
  await untilBlocked("pg_advisory_xact_lock");
  return request;
}

/** A client that does not mind when the server goes away. */
async function openBlocker(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: at.addresses.database });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

describe.each([
  ["engine", "SIGKILL", "killed"],
  ["postgres", "SIGINT", "restarted"],
  ["postgres", "SIGKILL", "killed"],
  ["simulators", "SIGKILL", "killed"],
] as const)("%s (%s)", (part, signal, how) => {
  let requests: SoakRequest[];
  let deathsBefore: string[];

  beforeAll(async () => {
    deathsBefore = await control.deaths();
    await onlyWorkers({ "worker-a": {}, "worker-b": {} });
    const blocker = await openBlocker();
    // The simulator forgets the text of messages when it dies, so nobody may have got one yet.
    const drafted = part === "simulators" ? [] : [await drafting(blocker)];
    requests = [...drafted, ...(await resetting())];
    await control.kill(part, signal);
    await control.start(part);
    await blocker.end();
    await healSimulators(at);
    await finishAll(requests);
  });

  test(`${how} mid-run costs no request anything`, async () => {
    expect(await violations(requests)).toEqual([]);
  });

  test("ends no other process", async () => {
    expect(await control.deaths()).toEqual(deathsBefore);
  });
});
