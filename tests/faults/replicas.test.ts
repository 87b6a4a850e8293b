/** Several workers at once, one of which dies; workers whose clocks are wrong by an hour. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { withDatabase } from "../../scripts/soak/facts.js";
import type { SoakRequest } from "../../scripts/soak/request.js";
import { faultHits, injectFault } from "../../scripts/soak/simulator.js";
import { tunggu } from "../../scripts/tunggu.js";
import { at, control, desk, finishAll, newRequest, onlyWorkers, violations } from "./setup/system.js";

const HOUR_MS = 3_600_000;

describe.each([4])("%i workers at once, one of them killed in the middle", (count) => {
  let requests: SoakRequest[];

  beforeAll(async () => {
    const names = Array.from({ length: count }, (_, i) => `replica-${i + 1}`);
    await onlyWorkers(Object.fromEntries(names.map((name) => [name, {}])));
    requests = await Promise.all(Array.from({ length: count }, () => newRequest(3)));
    await Promise.all(requests.map((request) => desk.until(request, "verifikasi-permohonan")));
    await injectFault(at, "spse", { jenis: "lambat", tundaMs: 1_000, jalur: "/akun/{userId}/kata-sandi" });
    await Promise.all(requests.map((request) => desk.doTask(request, "verifikasi-permohonan")));
    await tunggu("resets under way", async () => (await faultHits(at, "spse")) >= count || undefined);
    await control.kill("replica-1");
    await finishAll(requests);
  });

  test("do each step once", async () => {
    expect(await violations(requests)).toEqual([]);
  });
});

describe("workers whose clocks are an hour fast and an hour slow", () => {
  let requests: SoakRequest[];

  beforeAll(async () => {
    await onlyWorkers({ fast: { clockShiftMs: HOUR_MS }, slow: { clockShiftMs: -HOUR_MS } });
    requests = await Promise.all([newRequest(3), newRequest(3)]);
    // So that retries and their pauses are part of it.
    await injectFault(at, "spse", { jenis: "429", retryAfter: 1, jalur: "/akun/{userId}/kata-sandi", kali: 3 });
    await injectFault(at, "epesan", { jenis: "500", setelahEfek: true, kali: 3 });
    await finishAll(requests);
  });

  test("have wrong clocks indeed", async () => {
    const instances = requests.map(({ instans }) => instans);
    const right = await withDatabase(at.addresses.database, (client) =>
      client.query(
        "select kunci from pesan_keluar where split_part(kunci, '.', 1) = any($1) and abs(extract(epoch from terkirim - now())) < 3000",
        [instances],
      ),
    );
    expect(right.rows).toEqual([]);
  });

  test("violate nothing", async () => {
    expect(await violations(requests)).toEqual([]);
  });
});
