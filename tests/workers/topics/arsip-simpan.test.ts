import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { arsip, arsipIsi } from "../../../src/db/schema.js";
import { simpanDokumen } from "../../../src/dokumen/store.js";
import type { Akun } from "../../../src/proses/variabel.js";
import { arsipSimpan as topik } from "../../../workers/topics/arsip-simpan.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { createKit } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

let nomor = 0;
async function masukan() {
  const isi = Buffer.from(`%PDF-1.7 ditandatangani ${randomUUID()}`);
  const baru = { jenis: "unggahan", nama: "surat.pdf", isi, pemilik: "hendra" } as const;
  return {
    suratDitandatangani: await simpanDokumen(database.db, baru),
    nomorPermohonan: "RP-2026-0001",
    nomorSurat: `B/${++nomor}/LPSE/PL.02/11/2026`,
    tanggalSuratPemberitahuan: "2026-11-23",
    namaSatker: "Biro Keuangan",
    akunDisetujui: [
      {
        id: randomUUID(),
        nama: "Siti Aminah",
        nip: "198503152010011001",
        peran: "PPK",
        epesan: "siti@kemenperin.go.id",
      },
    ] as Akun[],
  };
}

describe("arsip-simpan", () => {
  test("keeps a copy with its line in the register", async () => {
    const surat = await masukan();
    const { arsip: entri } = await topik.handle(surat, createKit(database.db).context());
    expect(entri).toMatchObject({ nomorSurat: surat.nomorSurat, sha256: surat.suratDitandatangani.sha256 });
    const [baris] = await database.db.select().from(arsip).where(eq(arsip.id, entri.id));
    expect(baris).toMatchObject({
      tingkatPerkembangan: "kopi",
      kodeKlasifikasi: "PL.02",
      unitPengolah: "Layanan Pengadaan Secara Elektronik",
    });
    expect(baris?.uraian).toContain("Biro Keuangan");
    expect(baris).toMatchObject({
      satker: "Biro Keuangan",
      orang: "Siti Aminah\nNama Pejabat Penanda Tangan",
      simpanSampai: "2031-11-23",
    });
    const [salinan] = await database.db.select().from(arsipIsi).where(eq(arsipIsi.sha256, entri.sha256));
    expect(
      createHash("sha256")
        .update(salinan?.isi ?? "")
        .digest("hex"),
    ).toBe(entri.sha256);
  });

  test("answers the first entry when it is repeated, also by two workers at once", async () => {
    const kit = createKit(database.db);
    const surat = await masukan();
    const [a, b] = await Promise.all([topik.handle(surat, kit.context()), topik.handle(surat, kit.context())]);
    expect(a).toEqual(b);
    expect(await topik.handle(surat, kit.context())).toEqual(a);
  });

  test("refuses a letter whose bytes are not those that the process names", async () => {
    const surat = await masukan();
    const palsu = { ...surat.suratDitandatangani, sha256: "0".repeat(64) };
    const handle = topik.handle({ ...surat, suratDitandatangani: palsu }, createKit(database.db).context());
    await expect(handle).rejects.toThrow("is not the one that the process names");
  });

  test("refuses a letter that is not in the database", async () => {
    const surat = await masukan();
    const hilang = { ...surat.suratDitandatangani, id: randomUUID() };
    const handle = topik.handle({ ...surat, suratDitandatangani: hilang }, createKit(database.db).context());
    await expect(handle).rejects.toThrow("is not in the database");
  });

  test("never files two requests under one letter number", async () => {
    const surat = await masukan();
    await topik.handle(surat, createKit(database.db).context());
    await expect(topik.handle(surat, createKit(database.db).context())).rejects.toThrow();
  });
});
