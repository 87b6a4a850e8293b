import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { arsip, suratKeluar } from "../../../src/db/schema.js";
import { suratPermohonan } from "../../../src/surat-keluar/index.js";
import { penolakanKirim as topik } from "../../../workers/topics/penolakan-kirim.js";
import { bacaPdf, teksHalaman } from "../../src/surat/pdf.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { createKit, ditolak } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const masukan = {
  satker: "satker-pusdatin",
  namaSatker: "Pusat Data dan Informasi",
  nomorPermohonan: "RP-2026-0001",
  nomorSuratPermohonan: "027/1/PDI/XI/2026",
  tanggalSuratPermohonan: "2026-11-20",
  riwayat: [
    {
      langkah: "Disposisi permohonan",
      keputusan: "Ditolak",
      alasan: "Surat belum ditandatangani.\nLampirkan SK.",
      oleh: "hendra",
      namaOleh: "Hendra Gunawan",
      waktu: "2026-11-23T01:30:00Z",
    },
  ],
  sebabPenolakan: "ditolak" as const,
  alasanPenolakan: "Surat belum ditandatangani.\nLampirkan SK.",
};

describe("penolakan-kirim", () => {
  test("tells the Satuan Kerja the reason as it was written", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan, kit.context());
    expect(kit.epesan.terkirim).toHaveLength(1);
    expect(kit.epesan.terkirim[0]).toMatchObject({ kepada: "pusdatin@kemenperin.go.id" });
    expect(kit.epesan.terkirim[0]?.isi).toContain("tidak dapat disetujui");
    expect(kit.epesan.terkirim[0]?.isi).toContain("Surat belum ditandatangani.\nLampirkan SK.");
  });

  test("encloses a numbered letter, of which the archive has a copy", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    await topik.handle(masukan, context);
    const [pesan] = kit.epesan.terkirim;
    const [surat] = await database.db.select().from(suratKeluar).where(eq(suratKeluar.instans, context.task.instans));
    expect(surat?.nomor).toMatch(/^B\/\d+\/LPSE\/PL\.02\/11\/2026$/);
    expect(pesan?.isi).toContain(`Surat Penolakan Nomor ${surat?.nomor} terlampir`);
    const pdf = Buffer.from(pesan?.lampiran?.[0]?.base64 ?? "", "base64");
    const teks = (await bacaPdf(pdf)).halaman.map(teksHalaman).join("");
    for (const kata of [surat?.nomor ?? "", "Suratbelumditandatangani.", "HendraGunawan"]) expect(teks).toContain(kata);
    const [entri] = await database.db
      .select()
      .from(arsip)
      .where(eq(arsip.nomorSurat, surat?.nomor ?? ""));
    expect(entri).toMatchObject({ jenis: "surat-penolakan", sha256: createHash("sha256").update(pdf).digest("hex") });
  });

  test("speaks of an explanation, not a refusal, where the case is none for a reset", async () => {
    const kit = createKit(database.db);
    await topik.handle({ ...masukan, sebabPenolakan: "bukanReset" }, kit.context());
    expect(kit.epesan.terkirim[0]).toMatchObject({ perihal: "Permohonan RP-2026-0001: bukan reset password" });
    expect(kit.epesan.terkirim[0]?.isi).not.toContain("disetujui");
  });

  test("is told once, however often it is repeated, on whatever day and by however many workers", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    await Promise.all([topik.handle(masukan, context), topik.handle(masukan, context)]);
    kit.clock.now = new Date("2027-01-02T02:00:00Z");
    await topik.handle(masukan, context);
    expect(kit.epesan.terkirim).toHaveLength(1);
    const surat = await database.db.select().from(suratKeluar).where(eq(suratKeluar.instans, context.task.instans));
    expect(surat).toHaveLength(1);
  });

  test("has its letter ready for the Tim where e-Pesan refuses", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(ditolak("ALAMAT_TIDAK_DIKENAL"));
    const nomorPermohonan = "RP-2026-0077";
    await expect(topik.handle({ ...masukan, nomorPermohonan }, kit.context())).rejects.toThrow();
    expect(await suratPermohonan(database.db, nomorPermohonan)).toMatchObject([{ jenis: "surat-penolakan" }]);
  });

  test("leaves a refused message to the Tim", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(ditolak("ALAMAT_TIDAK_DIKENAL"));
    await expect(topik.handle(masukan, kit.context())).rejects.toMatchObject({
      code: "PENOLAKAN_TIDAK_TERKIRIM",
      message: expect.stringContaining("pusdatin@kemenperin.go.id"),
    });
  });
});
