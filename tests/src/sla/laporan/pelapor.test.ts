import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { catatAudit } from "../../../../src/audit/index.js";
import { muatKalender } from "../../../../src/calendar/load.js";
import { createPelapor } from "../../../../src/sla/laporan/pelapor.js";
import type { MesinSla } from "../../../../src/sla/mesin-sla.js";
import { startTestDatabase, type TestDatabase } from "../../../support/postgres.js";
import { langkahBuka, langkahSelesai, MENIT_MS, wib } from "../contoh.js";
import { slaPalsu } from "../sla-palsu.js";

let database: TestDatabase;
let kalender: Awaited<ReturnType<typeof muatKalender>>;
beforeAll(async () => {
  database = await startTestDatabase();
  kalender = await muatKalender("bpmn/kalender");
});
afterAll(() => database.stop());

const riwayat = [
  {
    langkah: "x",
    keputusan: "Dikembalikan",
    alasan: "Surat buram",
    oleh: "ratna",
    namaOleh: "Ratna",
    waktu: "2026-11-20T02:30:00Z",
  },
];
const mesin: Partial<MesinSla> = {
  definisiBerlaku: async () => undefined,
  nama: async () => new Map([["ratna", "Ratna Wulandari"]]),
  variabel: async (instans) =>
    instans.map((i) => ({
      id: i,
      name: "riwayat",
      type: "Json",
      value: JSON.stringify(riwayat),
      processInstanceId: i,
      activityInstanceId: i,
    })),
};
const perpanjang = (objek: string, langkah: string, alasan: string) =>
  catatAudit(database.db, {
    oleh: "admin",
    tindakan: "sla.perpanjang",
    objek,
    rincian: { instans: "instans-1", langkah, sebelum: null, tenggat: "2026-11-20T03:00:00.000Z", alasan },
  });

test("a late step is listed with the reasons of its decisions and of its own extensions, an open one until it is done", async () => {
  await perpanjang("putaran-a", "perintah-reset", "Kepala LPSE rapat");
  await perpanjang("putaran-lain", "perintah-reset", "putaran lain");
  await catatAudit(database.db, { oleh: "admin", tindakan: "sla.alihkan", objek: "putaran-a" });
  const terlambat = langkahSelesai({ id: "putaran-a", selesai: wib("20 10:30"), tenggat: wib("20 10:00") });
  const terbuka = { ...langkahBuka(), sisaMs: -1, status: "lewat" as const };
  const lama = { ...terbuka, tenggat: wib("01 09:00") - 86_400_000 };
  const sla = { ...slaPalsu([terbuka, lama], [terlambat, langkahSelesai()]), mesin: mesin as MesinSla };
  const laporan = await createPelapor({ sla, db: database.db, kalender, jam: () => new Date(wib("23 11:00")) })(
    "semua",
    { dari: "2026-11-01", sampai: "2026-11-30" },
    null,
  );
  expect(laporan.ringkas).toMatchObject({ selesai: 2, terlambat: 1, terbukaLewat: 1 });
  const [satu, dua] = laporan.pelanggaran;
  expect(satu).toMatchObject({ selesai: null, lewatMs: 120 * MENIT_MS, oleh: null });
  expect(dua).toMatchObject({ lewatMs: 30 * MENIT_MS, oleh: "Ratna Wulandari" });
  expect(dua?.sebab.map((s) => [s.jenis, s.teks])).toEqual([
    ["riwayat", "Dikembalikan: Surat buram"],
    ["perpanjangan", "Kepala LPSE rapat"],
  ]);
});
