import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { penolakanKirim as topik } from "../../../workers/topics/penolakan-kirim.js";
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

  test("speaks of an explanation, not a refusal, where the case is none for a reset", async () => {
    const kit = createKit(database.db);
    await topik.handle({ ...masukan, sebabPenolakan: "bukanReset" }, kit.context());
    expect(kit.epesan.terkirim[0]).toMatchObject({ perihal: "Permohonan RP-2026-0001: bukan reset password" });
    expect(kit.epesan.terkirim[0]?.isi).not.toContain("disetujui");
  });

  test("is told once, however often it is repeated", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan, kit.context());
    await topik.handle(masukan, kit.context());
    expect(kit.epesan.percobaan).toHaveLength(1);
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
