/** The monthly report is written once, by two gateways on one database, and after an outage. */
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { muatKalender } from "../../../../src/calendar/load.js";
import { openDb } from "../../../../src/db/open.js";
import { audit, laporanBulanan } from "../../../../src/db/schema.js";
import { type ArsipDeps, tulisLaporanBulanan } from "../../../../src/sla/laporan/arsip.js";
import { susunLaporan } from "../../../../src/sla/laporan/hitung.js";
import { startTestDatabase, type TestDatabase } from "../../../support/postgres.js";

let database: TestDatabase;
let kedua: ReturnType<typeof openDb>;
let dasar: Omit<ArsipDeps, "db" | "laporan">;
const dibuat: string[] = [];
beforeAll(async () => {
  database = await startTestDatabase();
  kedua = openDb(database.url, () => undefined);
  dasar = {
    kalender: await muatKalender("bpmn/kalender"),
    arsip: { kodeKlasifikasi: "PL.02", unitPengolah: "LPSE", simpanTahun: 5 },
    jam: () => new Date("2026-12-01T00:30:00Z"),
    pekerjaanPertama: async () => Date.parse("2026-10-05T03:00:00Z"),
    cetak: ({ periode }) => ({ pdf: Buffer.from(`laporan ${periode.dari}`), sha256: "a".repeat(64), halaman: 1 }),
  };
});
afterAll(async () => {
  await kedua.close();
  await database.stop();
});
beforeEach(async () => {
  await database.db.delete(laporanBulanan);
  await database.db.delete(audit);
  dibuat.length = 0;
});

const laporan: ArsipDeps["laporan"] = async (periode) => {
  dibuat.push(periode.dari);
  const kosong = { satuanKerja: null, sop: [], selesai: [], pelanggaran: [] };
  return susunLaporan({ ...kosong, periode, dibuat: "2026-12-01T00:30:00.000Z" });
};
const bulanDiarsip = async () => (await database.db.select().from(laporanBulanan)).map((l) => l.bulan).sort();

test("the months gone by are written in order with an audit line each, and not again", async () => {
  const deps = { ...dasar, db: database.db, laporan };
  expect(await tulisLaporanBulanan(deps)).toEqual(["2026-10", "2026-11"]);
  expect(await tulisLaporanBulanan(deps)).toEqual([]);
  expect(dibuat).toEqual(["2026-10-01", "2026-11-01"]);
  expect((await database.db.select().from(audit)).map((b) => [b.tindakan, b.objek])).toEqual([
    ["laporan.arsip", "2026-10"],
    ["laporan.arsip", "2026-11"],
  ]);
});

test("while one gateway writes, another leaves it alone, and there is one report a month", async () => {
  let lepaskan = () => {};
  const tahan = new Promise<void>((lanjut) => {
    lepaskan = lanjut;
  });
  let dimulai = () => {};
  const mulai = new Promise<void>((lanjut) => {
    dimulai = lanjut;
  });
  const lambat: ArsipDeps["laporan"] = async (periode) => {
    dimulai();
    await tahan;
    return laporan(periode);
  };
  const satu = tulisLaporanBulanan({ ...dasar, db: database.db, laporan: lambat });
  await mulai;
  expect(await tulisLaporanBulanan({ ...dasar, db: kedua.db, laporan })).toEqual([]);
  lepaskan();
  expect(await satu).toEqual(["2026-10", "2026-11"]);
  expect(await bulanDiarsip()).toEqual(["2026-10", "2026-11"]);
});

test("two gateways that look at the same moment write each month once between them", async () => {
  const semua = await Promise.all(
    [database.db, kedua.db, database.db, kedua.db].map((db) => tulisLaporanBulanan({ ...dasar, db, laporan })),
  );
  await tulisLaporanBulanan({ ...dasar, db: kedua.db, laporan });
  expect(await bulanDiarsip()).toEqual(["2026-10", "2026-11"]);
  expect(new Set(semua.flat()).size).toBe(semua.flat().length);
  expect(await database.db.select().from(audit)).toHaveLength(2);
});

test("a report that cannot be made now leaves nothing behind and is due at the next look", async () => {
  const gagal: ArsipDeps["laporan"] = () => Promise.reject(new Error("engine away"));
  await expect(tulisLaporanBulanan({ ...dasar, db: database.db, laporan: gagal })).rejects.toThrow("engine away");
  expect(await bulanDiarsip()).toEqual([]);
  expect(await tulisLaporanBulanan({ ...dasar, db: kedua.db, laporan })).toEqual(["2026-10", "2026-11"]);
});
