import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { arsip, suratKeluar } from "../../../src/db/schema.js";
import { pengembalianKirim as topik } from "../../../workers/topics/pengembalian-kirim.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { createKit, ditolak, tidakTersedia } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const keputusan = (alasan: string) => ({
  langkah: "Disposisi permohonan",
  keputusan: "Dikembalikan kepada Satuan Kerja",
  alasan,
  oleh: "hendra",
  namaOleh: "Hendra Gunawan",
  waktu: "2026-11-23T01:30:00Z",
});
const masukan = {
  satker: "satker-pusdatin",
  namaSatker: "Pusat Data dan Informasi",
  nomorPermohonan: "RP-2026-0001",
  nomorSuratPermohonan: "027/1/PDI/XI/2026",
  tanggalSuratPermohonan: "2026-11-20",
  riwayat: [keputusan("SK tidak terbaca.\n#set page(fill: red)")],
};
const surat = (instans: string) => database.db.select().from(suratKeluar).where(eq(suratKeluar.instans, instans));

describe("pengembalian-kirim", () => {
  test("sends the Satuan Kerja a numbered letter with the reason as it was written, and archives it", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    await topik.handle(masukan, context);
    const [satu] = await surat(context.task.instans);
    expect(satu).toMatchObject({ jenis: "surat-pengembalian", satker: "Pusat Data dan Informasi" });
    expect(kit.epesan.terkirim).toHaveLength(1);
    expect(kit.epesan.terkirim[0]).toMatchObject({ kepada: "pusdatin@kemenperin.go.id" });
    expect(kit.epesan.terkirim[0]?.isi).toContain("SK tidak terbaca.\n#set page(fill: red)");
    expect(kit.epesan.terkirim[0]?.isi).toContain(`Surat Pengembalian Nomor ${satu?.nomor} terlampir`);
    const [entri] = await database.db
      .select()
      .from(arsip)
      .where(eq(arsip.nomorSurat, satu?.nomor ?? ""));
    expect(entri).toMatchObject({ jenis: "surat-pengembalian", nomorPermohonan: "RP-2026-0001" });
  });

  test("is one letter and one message each time the request comes back", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    await topik.handle(masukan, context);
    await topik.handle(masukan, context);
    const lagi = { ...masukan, riwayat: [...masukan.riwayat, keputusan("Stempel kurang.")] };
    await Promise.all([topik.handle(lagi, context), topik.handle(lagi, context)]);
    expect(kit.epesan.terkirim.map(({ isi }) => /(terbaca|kurang)/.exec(isi)?.[0])).toEqual(["terbaca", "kurang"]);
    const nomor = (await surat(context.task.instans)).map((s) => s.nomor);
    expect(new Set(nomor).size).toBe(2);
  });

  test("keeps number and date over a lost reply and New Year", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    kit.epesan.gagal(tidakTersedia(), true);
    await expect(topik.handle(masukan, context)).rejects.toMatchObject({ kind: "unavailable" });
    const sebelum = await surat(context.task.instans);
    kit.clock.now = new Date("2026-12-31T17:00:00Z");
    await topik.handle(masukan, context);
    expect(await surat(context.task.instans)).toEqual(sebelum);
    expect(kit.epesan.terkirim).toHaveLength(1);
  });

  test("lets the request go on where e-Pesan refuses the message", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(ditolak("ALAMAT_TIDAK_DIKENAL"));
    await expect(topik.handle(masukan, kit.context())).rejects.toMatchObject({ code: "PENGEMBALIAN_TIDAK_TERKIRIM" });
  });

  test("says so where no reason is on record", async () => {
    const kit = createKit(database.db);
    const { alasan: _alasan, ...tanpa } = keputusan("");
    await topik.handle({ ...masukan, riwayat: [tanpa] }, kit.context());
    expect(kit.epesan.terkirim[0]?.isi).toContain("Alasan pengembalian tidak dituliskan.");
  });
});
