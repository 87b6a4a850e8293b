/** History has a time to live: the engine's clean-up removes an expired request, the archive and its copy stay. */
import { expect, test } from "@jest/globals";
import { z } from "zod";
import { tunggu } from "../../scripts/tunggu.js";
import { EngineError, nothing } from "../../src/engine/client.js";
import { sampaiVerifikasi, sebagai, selesai, setujuiDanTandaTangani } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";
import { adminEngine } from "./setup/system.js";

const HARI_MS = 86_400_000;
const Saat = z.string().transform((teks) => Date.parse(teks));
const Instans = z.object({ endTime: Saat, removalTime: Saat });
const Jumlah = z.object({ count: z.number() });
const Arsip = z.object({ total: z.number(), entri: z.array(z.object({ id: z.string(), sha256: z.string() })) });

const riwayat = (instans: string) =>
  adminEngine().call("GET", `/history/process-instance/${instans}`, { schema: Instans });
const jumlah = async (apa: string, instans: string) =>
  (await adminEngine().call("GET", `/history/${apa}/count`, { query: { processInstanceId: instans }, schema: Jumlah }))
    .count;

test("the clean-up is set to run at night, between 20.00 and 04.00 WIB", async () => {
  const Jendela = z.object({ enabled: z.boolean(), batchWindowStartTime: Saat, batchWindowEndTime: Saat });
  const jendela = await adminEngine().call("GET", "/history/cleanup/configuration", { schema: Jendela });
  const jamWib = (saat: number) => new Date(saat + 7 * 3_600_000).toISOString().slice(11, 16);
  expect([jendela.enabled, jamWib(jendela.batchWindowStartTime), jamWib(jendela.batchWindowEndTime)]).toEqual([
    true,
    "20:00",
    "04:00",
  ]);
  const jobs = await adminEngine().call("GET", "/history/cleanup/jobs", {
    schema: z.array(z.object({ retries: z.number() })),
  });
  expect(jobs.length).toBeGreaterThan(0);
  expect(jobs.every(({ retries }) => retries > 0)).toBe(true);
});

test("a request whose year is over leaves the engine without a trace; its letter stays in the archive, whole", async () => {
  const permohonan = await sampaiVerifikasi("dewi", await akunDiSpse(1));
  const sha256 = await setujuiDanTandaTangani(permohonan);
  await selesai(permohonan);
  const { instans, nomor } = permohonan;
  const { endTime, removalTime } = await riwayat(instans);
  expect(removalTime - endTime).toBe(365 * HARI_MS);

  await adminEngine().call("POST", "/history/process-instance/set-removal-time", {
    body: {
      absoluteRemovalTime: "2020-01-01T00:00:00.000+0000",
      historicProcessInstanceIds: [instans],
      hierarchical: true,
    },
    schema: nothing,
  });
  await tunggu("the removal time to be set", async () => (await riwayat(instans)).removalTime < endTime || undefined);
  await adminEngine().call("POST", "/history/cleanup", { query: { immediatelyDue: true }, schema: nothing });
  await tunggu("the clean-up", () =>
    riwayat(instans).then(
      () => undefined,
      (error: unknown) => (error instanceof EngineError && error.status === 404 ? true : Promise.reject(error)),
    ),
  );
  for (const apa of ["activity-instance", "variable-instance", "detail", "task", "user-operation"])
    expect([apa, await jumlah(apa, instans)]).toEqual([apa, 0]);

  const andi = await sebagai("andi");
  expect((await andi.panggil("GET", `/api/permohonan/${nomor}`)).status).toBe(404);
  const { total, entri } = Arsip.parse((await andi.panggil("GET", `/api/arsip?nomor=${nomor}`)).isi);
  expect([total, entri[0]?.sha256]).toEqual([1, sha256]);
  const rincian = await andi.panggil("GET", `/api/arsip/entri/${entri[0]?.id}`);
  expect(rincian.isi).toMatchObject({ adaIsi: true, temuan: [] });
});
