import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { count, eq } from "drizzle-orm";
import { bacaDraf, bacaEntriArsip, simpanArsip, simpanDraf } from "../../../src/arsip/index.js";
import { dokumen } from "../../../src/db/schema.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const surat = (ubah: object = {}) => ({
  instans: randomUUID(),
  nomorPermohonan: "RP-2026-0001",
  nomorSurat: `B/${randomUUID()}`,
  tanggalSurat: "2026-11-23",
  uraian: "Surat Pemberitahuan",
  kodeKlasifikasi: "PL.02",
  unitPengolah: "LPSE",
  isi: Buffer.from("%PDF-1.7"),
  ...ubah,
});

const draf = (ubah: object = {}) => ({
  instans: randomUUID(),
  versi: 1,
  nama: "Draft.pdf",
  pdf: Buffer.from("%PDF-1.7"),
  pemilik: "layanan-workers",
  nomorPermohonan: `RP-${randomUUID()}`,
  data: {
    nomorSurat: "B/1/LPSE/PL.02/11/2026",
    tanggal: "2026-11-23",
    kepada: "Biro Keuangan",
    permohonan: { nomor: "027/1", tanggal: "2026-11-20", nomorPermohonan: "RP-2026-0001" },
    akun: [{ nama: "Budi", nip: "198503152010011001", peran: "PPK" as const, status: "berhasil" as const }],
    paragraf: { pembuka: "a", isi: "b", penutup: "c" },
  },
  ...ubah,
});

describe("the archive", () => {
  test("holds one entry per request, found by the request, hashed by its bytes", async () => {
    const satu = surat();
    const entri = await simpanArsip(database.db, satu);
    expect(entri.sha256).toBe(createHash("sha256").update(satu.isi).digest("hex"));
    expect(await simpanArsip(database.db, { ...satu, isi: Buffer.from("lain") })).toEqual(entri);
    expect(await bacaEntriArsip(database.db, satu.instans)).toEqual(entri);
    expect(await bacaEntriArsip(database.db, randomUUID())).toBeUndefined();
  });
});

describe("the drafts", () => {
  test("keep every version with its data and document", async () => {
    const satu = draf();
    const pertama = await simpanDraf(database.db, satu);
    const kedua = await simpanDraf(database.db, { ...satu, versi: 2 });
    expect(await bacaDraf(database.db, satu.instans, 1)).toEqual(pertama);
    expect(await bacaDraf(database.db, satu.instans, 2)).toEqual(kedua);
    expect(await bacaDraf(database.db, satu.instans, 3)).toBeUndefined();
  });

  test("store no second document for a version that is there", async () => {
    const satu = draf();
    const [a, b] = await Promise.all([
      simpanDraf(database.db, satu),
      simpanDraf(database.db, { ...satu, pdf: Buffer.from("%PDF-1.7 lain") }),
    ]);
    expect(a).toEqual(b);
    const milik = eq(dokumen.nomorPermohonan, satu.nomorPermohonan);
    const [baris] = await database.db.select({ n: count() }).from(dokumen).where(milik);
    expect(baris?.n).toBe(1);
  });
});
