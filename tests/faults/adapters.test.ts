/** SPSE and e-Pesan in every bad mood, before and after the effect of a call. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { tunggu } from "../../scripts/drive/tunggu.js";
import { externalTasks } from "../../scripts/soak/engine.js";
import { judge, type Verdict } from "../../scripts/soak/invariants.js";
import type { SoakRequest, TestAccount } from "../../scripts/soak/request.js";
import { type Fault, faultHits, injectFault, type Simulator } from "../../scripts/soak/simulator.js";
import { at, desk, finishAll, newRequest, onlyWorkers } from "./setup/system.js";

const MOODS = [
  ["answers 500", { jenis: "500" }],
  ["answers 429 with Retry-After", { jenis: "429", retryAfter: 1 }],
  ["hangs", { jenis: "gantung" }],
  ["closes the connection", { jenis: "putus" }],
  ["answers garbage", { jenis: "sampah" }],
  ["answers later than a lock, which is kept alive", { jenis: "lambat", tundaMs: 11_000 }],
] as const satisfies readonly (readonly [string, Fault])[];
const SIMULATORS = ["spse", "epesan"] as const;
const GARBAGE_TASKS = SIMULATORS.length * 2;

interface Case {
  readonly simulator: Simulator;
  readonly mood: string;
  readonly fault: Fault;
}
const CASES: readonly Case[] = SIMULATORS.flatMap((simulator) =>
  [false, true].flatMap((setelahEfek) =>
    MOODS.map(([mood, fault]) => ({
      simulator,
      mood: `${mood}${setelahEfek ? " although it did what was asked" : ""}`,
      fault: { ...fault, setelahEfek, kali: 1 },
    })),
  ),
);

let request: SoakRequest;
let verdict: Verdict;
let hits: number[];
let broken: string[];

const target = ({ simulator }: Case, { userId, epesan }: TestAccount) => (simulator === "spse" ? userId : epesan);
const accountOf = (index: number): TestAccount =>
  z.custom<TestAccount>((v) => v !== undefined).parse(request.akun[index]);

beforeAll(async () => {
  await onlyWorkers({ "worker-a": { env: { ADAPTER_TIMEOUT_MS: "13000" } } });
  // An account per case, so that all of them are suffered at the same time.
  request = await newRequest(CASES.length);
  await desk.until(request, "verifikasi-permohonan");
  for (const [i, one] of CASES.entries()) {
    const jalur = one.simulator === "spse" ? "/akun/{userId}/kata-sandi" : "/pesan";
    await injectFault(at, one.simulator, { ...one.fault, jalur, untuk: target(one, accountOf(i)) });
  }
  await desk.doTask(request, "verifikasi-permohonan");
  broken = await tunggu("the incidents", async () => {
    const incidents = (await externalTasks(at, [request.instans])).filter((t) => t.retries === 0);
    return incidents.length >= GARBAGE_TASKS ? incidents.map((t) => t.errorMessage ?? "") : undefined;
  });
  await finishAll([request], { repair: true });
  hits = await Promise.all(CASES.map((one, i) => faultHits(at, one.simulator, target(one, accountOf(i)))));
  verdict = await judge(at, [request]);
});

describe("an account is reset once and told once", () => {
  test.each(CASES.map((one, i) => [one.simulator, one.mood, i] as const))("where %s %s", (_simulator, _mood, i) => {
    expect(hits[i]).toBe(1);
    const { userId } = accountOf(i);
    const facts = verdict.facts[0]?.accounts.find((a) => a.userId === userId);
    expect(facts).toMatchObject({ resets: 1, hasil: { status: "berhasil", cara: "otomatis" } });
    expect(facts?.messages.map((m) => m.accepted)).toEqual([true]);
  });
});

describe("the whole request", () => {
  test("violates nothing", () => expect(verdict.violations).toEqual([]));

  test("had an incident for garbage alone, with a message that says which call", () => {
    expect(broken).toHaveLength(GARBAGE_TASKS);
    expect(broken.filter((m) => !/(SPSE PUT|e-Pesan POST) .*retries/s.test(m))).toEqual([]);
  });
});
