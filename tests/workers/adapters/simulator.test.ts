import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Simulators } from "../../../simulators/start.js";
import { type Adapters, createAdapters } from "../../../workers/adapters/index.js";
import { ask, BUDI, SANDI, startForTest } from "../../simulators/support/harness.js";
import { failureOf } from "./support/recorded.js";

let simulators: Simulators;
const opened: (Adapters & { close: () => Promise<void> })[] = [];
const adaptersWithin = (timeoutMs: number): Adapters => {
  const services = { spse: { url: simulators.spseUrl, timeoutMs }, epesan: { url: simulators.epesanUrl, timeoutMs } };
  const adapters = createAdapters(services);
  opened.push(adapters);
  return adapters;
};
let patient: Adapters;
let hurried: Adapters;
beforeAll(async () => {
  simulators = await startForTest();
  patient = adaptersWithin(30_000);
  hurried = adaptersWithin(100);
});
beforeEach(async () => {
  for (const url of [simulators.spseUrl, simulators.epesanUrl]) await ask("DELETE", `${url}/simulator/gangguan`);
  await ask("DELETE", `${simulators.epesanUrl}/simulator/pesan`);
});
afterAll(async () => {
  for (const { close } of opened) await close();
  await simulators.close();
});

const calls = {
  cariAkun: ({ spse }: Adapters) => spse.cariAkun(BUDI),
  setelKataSandi: ({ spse }: Adapters, kunci: string) =>
    spse.setelKataSandi({ userId: BUDI.userId, kataSandi: SANDI, kunci }),
  kirim: ({ epesan }: Adapters, kunci: string) =>
    epesan.kirim({ kepada: "budi.santoso@kemenperin.go.id", perihal: "Reset", isi: SANDI, kunci }),
};
const inject = async (fault: object) => {
  for (const url of [simulators.spseUrl, simulators.epesanUrl]) await ask("POST", `${url}/simulator/gangguan`, fault);
};

describe.each(["cariAkun", "setelKataSandi", "kirim"] as const)("%s against the simulator", (name) => {
  test.each([
    [{ jenis: "500" }, "unavailable", undefined],
    [{ jenis: "503", retryAfter: 7 }, "unavailable", 7_000],
    [{ jenis: "429" }, "unavailable", 1_000],
    [{ jenis: "gantung" }, "unavailable", undefined],
    [{ jenis: "putus" }, "unavailable", undefined],
    [{ jenis: "lambat", tundaMs: 60_000 }, "unavailable", undefined],
    [{ jenis: "sampah" }, "malformed", undefined],
  ])(
    "under the fault %j is %s, before the effect or after it, and shows no password",
    async (fault, kind, retryAfterMs) => {
      const adapters = /gantung|lambat/.test(fault.jenis) ? hurried : patient;
      for (const setelahEfek of [false, true]) {
        await inject({ ...fault, setelahEfek, kali: 1 });
        const failure = await failureOf(calls[name](adapters, `k-${fault.jenis}`));
        expect(failure).toMatchObject({ kind, retryAfterMs, code: undefined });
        expect(failure.message).not.toContain(SANDI);
      }
    },
  );
});

test("A message whose reply was lost is delivered once, however often it is tried again", async () => {
  await inject({ jenis: "putus", setelahEfek: true, kali: 2 });
  await failureOf(calls.kirim(patient, "k1"));
  await failureOf(calls.kirim(patient, "k1"));
  const { idPesan } = await calls.kirim(patient, "k1");
  const { body } = await ask("GET", `${simulators.epesanUrl}/simulator/kotak-masuk`);
  expect(body).toMatchObject([{ idPesan, isi: SANDI, kunci: "k1" }]);
});
