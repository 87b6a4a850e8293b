import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { count, eq } from "drizzle-orm";
import { dokumen } from "../../../src/db/schema.js";
import { bacaDrafSurat, simpanDrafSurat } from "../../../src/surat-keluar/index.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

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

describe("the drafts", () => {
  test("keep every version with its data and document", async () => {
    const satu = draf();
    const pertama = await simpanDrafSurat(database.db, satu);
    const kedua = await simpanDrafSurat(database.db, { ...satu, versi: 2 });
    expect(await bacaDrafSurat(database.db, satu.instans, 1)).toEqual(pertama);
    expect(await bacaDrafSurat(database.db, satu.instans, 2)).toEqual(kedua);
    expect(await bacaDrafSurat(database.db, satu.instans, 3)).toBeUndefined();
  });

  test("store no second document for a version that is there", async () => {
    const satu = draf();
    const [a, b] = await Promise.all([
      simpanDrafSurat(database.db, satu),
      simpanDrafSurat(database.db, { ...satu, pdf: Buffer.from("%PDF-1.7 lain") }),
    ]);
    expect(a).toEqual(b);
    const milik = eq(dokumen.nomorPermohonan, satu.nomorPermohonan);
    const [baris] = await database.db.select({ n: count() }).from(dokumen).where(milik);
    expect(baris?.n).toBe(1);
  });
});
