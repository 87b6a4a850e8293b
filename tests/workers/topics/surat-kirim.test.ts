import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { simpanDokumen } from "../../../src/dokumen/store.js";
import { suratKirim as topik } from "../../../workers/topics/surat-kirim.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { createKit, ditolak, tidakTersedia } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const isi = Buffer.from("%PDF-1.7 ditandatangani");
const masukan = async () => ({
  suratDitandatangani: await simpanDokumen(database.db, {
    jenis: "unggahan",
    nama: "surat.pdf",
    isi,
    pemilik: "hendra",
  }),
  satker: "satker-biro-keuangan",
  namaSatker: "Biro Keuangan",
  nomorPermohonan: "RP-2026-0001",
  nomorSurat: "B/1/LPSE/PL.02/11/2026",
  nomorSuratPermohonan: "027/114/BK/XI/2026",
});

describe("surat-kirim", () => {
  test("sends the signed letter as it is to the Satuan Kerja's address", async () => {
    const kit = createKit(database.db);
    await topik.handle(await masukan(), kit.context());
    expect(kit.epesan.terkirim).toHaveLength(1);
    expect(kit.epesan.terkirim[0]).toMatchObject({
      kepada: "biro.keuangan@kemenperin.go.id",
      lampiran: [
        {
          nama: "Surat Pemberitahuan B-1-LPSE-PL.02-11-2026.pdf",
          tipe: "application/pdf",
          base64: isi.toString("base64"),
        },
      ],
    });
  });

  test("delivers once over a lost reply and a repeated task", async () => {
    const kit = createKit(database.db);
    const surat = await masukan();
    kit.epesan.gagal(tidakTersedia(), true);
    await expect(topik.handle(surat, kit.context())).rejects.toMatchObject({ kind: "unavailable" });
    await topik.handle(surat, kit.context());
    await topik.handle(surat, kit.context());
    expect(kit.epesan.terkirim).toHaveLength(1);
    expect(kit.epesan.percobaan).toHaveLength(2);
  });

  test("leaves a refused letter to the Tim with the reason", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(ditolak("PESAN_TERLALU_BESAR"));
    await expect(topik.handle(await masukan(), kit.context())).rejects.toMatchObject({
      code: "SURAT_TIDAK_TERKIRIM",
      message: expect.stringMatching(/terlalu besar.*manual/),
    });
  });

  test("leaves a Satuan Kerja that the organisation file does not know to the Tim", async () => {
    const kit = createKit(database.db);
    const handle = topik.handle({ ...(await masukan()), satker: "satker-lama" }, kit.context());
    await expect(handle).rejects.toMatchObject({ code: "SURAT_TIDAK_TERKIRIM" });
  });
});
