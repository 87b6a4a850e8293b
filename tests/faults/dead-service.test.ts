/** A service that is away, or asks to be left alone, as its own door sees it: how often it is asked, and when. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { externalTasks } from "../../scripts/soak/engine.js";
import { type Exchange, type ServiceProxy, startProxy } from "../../scripts/soak/proxy.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { healSimulators, injectFault } from "../../scripts/soak/simulator.js";
import { tunggu } from "../../scripts/tunggu.js";
import { BRIDGE_CONCURRENCY, bridge } from "../../workers/retry-policies.js";
import { at, desk, finishAll, newRequest, onlyWorkers, violations } from "./setup/system.js";

/** More than may be under way at a time. */
const ACCOUNTS = BRIDGE_CONCURRENCY + 8;
/** Pauses before the probes; the last one is the longest. */
const PAUSES_MS = [300, 600, 1_200, 1_200];
const BREAKER = { BREAKER_FAILURES: "3", BREAKER_OPEN_MS: "300", BREAKER_MAX_OPEN_MS: "1200" };
/** Above the longest pause that a first retry makes without being asked to wait. */
const RETRY_AFTER_S = 5;
/** Two processes read their clocks in whole milliseconds. */
const ROUNDING_MS = 5;

let spse: ServiceProxy;
let epesan: ServiceProxy;
let request: SoakRequest;

beforeAll(async () => {
  spse = await startProxy(at.addresses.spse);
  epesan = await startProxy(at.addresses.epesan);
  await onlyWorkers({ "worker-a": { env: { SPSE_URL: spse.url, EPESAN_URL: epesan.url, ...BREAKER } } });
});
afterAll(async () => {
  await spse.close();
  await epesan.close();
});

/** Milliseconds from an answer to the next question. */
const gap = (before: Exchange | undefined, after: Exchange | undefined): number =>
  (after?.askedAt ?? Number.NaN) - (before?.answeredAt ?? Number.NaN);

describe("SPSE, dead while more is to be done there than may be under way at a time", () => {
  let brokenOffAt: number;
  let probes: readonly Exchange[];
  let attemptsLost: number;

  beforeAll(async () => {
    request = await newRequest(ACCOUNTS);
    await desk.until(request, "verifikasi-permohonan");
    await injectFault(at, "spse", { jenis: "503" });
    spse.cut();
    await desk.doTask(request, "verifikasi-permohonan");
    const asked = () => spse.exchanges().length;
    await tunggu("as many calls as may be under way", async () => asked() >= BRIDGE_CONCURRENCY || undefined);
    const underWay = asked();
    expect(underWay).toBe(BRIDGE_CONCURRENCY);
    brokenOffAt = Date.now();
    spse.mend();
    await tunggu("the probes", async () => asked() - underWay >= PAUSES_MS.length || undefined);
    const tasks = await externalTasks(at, [request.instans]);
    attemptsLost = tasks.reduce((sum, { retries }) => sum + (retries === null ? 0 : bridge.retries + 1 - retries), 0);
    probes = spse.exchanges().slice(underWay);
    await healSimulators(at);
    await finishAll([request]);
  });

  test("is asked once at a time, with a pause before it that grows", () => {
    const pauses = probes.map((probe, i) => (i === 0 ? probe.askedAt - brokenOffAt : gap(probes[i - 1], probe)));
    const tooSoon = PAUSES_MS.filter((ms, i) => !((pauses[i] ?? 0) >= ms - ROUNDING_MS));
    expect({ pauses, tooSoon }).toEqual({ pauses, tooSoon: [] });
    expect(probes.slice(0, -1).map(({ status }) => status)).toEqual(probes.slice(0, -1).map(() => 503));
  });

  test("costs no task an attempt that was not made", () => {
    expect(attemptsLost).toBeGreaterThan(0);
    expect(attemptsLost).toBeLessThanOrEqual(BRIDGE_CONCURRENCY + probes.length);
  });

  test("gets all its work when it is back", async () => {
    expect(await violations([request])).toEqual([]);
  });
});

describe(`an answer with Retry-After: ${RETRY_AFTER_S}`, () => {
  const passed = (door: ServiceProxy, path: string) => door.exchanges().filter((exchange) => exchange.path === path);
  let resetPath: string;
  let messagesBefore: number;

  beforeAll(async () => {
    request = await newRequest(1);
    const [account] = request.akun;
    resetPath = `/akun/${account?.userId}/kata-sandi`;
    messagesBefore = passed(epesan, "/pesan").length;
    const wait = { retryAfter: RETRY_AFTER_S, kali: 1 };
    await injectFault(at, "spse", { ...wait, jenis: "429", jalur: resetPath });
    await injectFault(at, "epesan", { ...wait, jenis: "503", kunci: `${request.instans}.kredensial.` });
    await finishAll([request]);
  });

  test.each([
    ["SPSE", () => passed(spse, resetPath), [429, 204]],
    ["e-Pesan", () => passed(epesan, "/pesan").slice(messagesBefore, messagesBefore + 2), [503, 201]],
  ] as const)("of %s is not followed by another call before that", (_, calls, statuses) => {
    const [refused, accepted] = calls();
    expect(calls().map(({ status }) => status)).toEqual(statuses);
    expect(gap(refused, accepted)).toBeGreaterThanOrEqual(RETRY_AFTER_S * 1000 - ROUNDING_MS);
  });

  test("costs the request nothing else", async () => {
    expect(await violations([request])).toEqual([]);
  });
});
