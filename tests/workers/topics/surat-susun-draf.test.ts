import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bacaDokumen } from "../../../src/dokumen/store.js";
import { ambilAtauBuatNonce, bacaNonce } from "../../../src/kredensial/index.js";
import { type Hasil, namaVariabelAkun, namaVariabelHasil } from "../../../src/proses/variabel.js";
import { bacaDrafSurat, riwayatDrafSurat } from "../../../src/surat-keluar/index.js";
import { bacaTemplat, simpanTemplat } from "../../../src/surat-keluar/templat.js";
import { suratSusunDraf as topik } from "../../../workers/topics/surat-susun-draf.js";
import { bacaPdf, teksHalaman } from "../../src/surat/pdf.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { akunUji, createKit } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const satu = akunUji({ nama: "Siti Aminah" }).akun;
const dua = akunUji({ nama: "Budi Santoso", nip: "198503152010011002" }).akun;
const tiga = akunUji({ nama: "Rizky Pratama", nip: "198503152010011003" }).akun;
const berhasil: Hasil = { status: "berhasil", userId: "SITI.AMINAH", cara: "otomatis" };
const gagal: Hasil = { status: "gagal", cara: "manual", keterangan: "Akun tidak\nditemukan." };

const terlarang = (): never => {
  throw new Error("not to be called");
};

const masukan = {
  nomorPermohonan: "RP-2026-0001",
  namaSatker: "Biro Keuangan",
  nomorSuratPermohonan: "027/114/BK/XI/2026",
  tanggalSuratPermohonan: "2026-11-20",
  akunDisetujui: [satu, dua],
  akunDicoret: [{ ...tiga, alasan: "Sudah pindah tugas." }],
  [namaVariabelHasil(satu.id)]: berhasil,
  [namaVariabelHasil(dua.id)]: gagal,
};

describe("surat-susun-draf", () => {
  test("drafts version 1 with a number of this year, today's date and standard passages", async () => {
    const kit = createKit(database.db);
    const surat = await topik.handle(masukan, kit.context());
    expect(surat).toMatchObject({ versiDraf: 1, tanggalSuratPemberitahuan: "2026-11-23" });
    expect(surat.nomorSurat).toMatch(/^B\/\d+\/LPSE\/PL\.02\/11\/2026$/);
    expect(surat.paragraf.pembuka).toContain("027/114/BK/XI/2026");
    const dokumen = await bacaDokumen(database.db, surat.drafSurat.id);
    expect(dokumen).toMatchObject({ jenis: "draf-surat", satker: null, nomorPermohonan: "RP-2026-0001" });
    expect(dokumen?.isi.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("tells each account's result, in one line each", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    await topik.handle(masukan, context);
    const draf = await bacaDrafSurat(database.db, context.task.instans, 1);
    expect(draf?.data.akun).toEqual([
      { nama: "Siti Aminah", nip: satu.nip, peran: "PPK", userId: "SITI.AMINAH", status: "berhasil" },
      expect.objectContaining({ nama: "Budi Santoso", status: "gagal", keterangan: "Akun tidak ditemukan." }),
      expect.objectContaining({ nama: "Rizky Pratama", status: "dicoret", keterangan: "Sudah pindah tugas." }),
    ]);
  });

  test("names an account as the Tim corrected it", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    const diperbaiki = { ...satu, nama: "Siti Aminah, S.E.", nip: "198503152010011009" };
    await topik.handle({ ...masukan, [namaVariabelAkun(satu.id)]: diperbaiki }, context);
    const draf = await bacaDrafSurat(database.db, context.task.instans, 1);
    expect(draf?.data.akun[0]).toMatchObject({ nama: "Siti Aminah, S.E.", nip: "198503152010011009" });
  });

  test("counts a password that was set but never handed over as not done", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    await topik.handle({ ...masukan, [namaVariabelHasil(satu.id)]: { ...berhasil, status: "direset" } }, context);
    const draf = await bacaDrafSurat(database.db, context.task.instans, 1);
    expect(draf?.data.akun[0]).toMatchObject({ status: "gagal", keterangan: expect.stringContaining("belum") });
  });

  test("shortens an explanation that is longer than the letter takes", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    const panjang: Hasil = { ...gagal, keterangan: "sangat panjang ".repeat(60).trim() };
    await topik.handle({ ...masukan, [namaVariabelHasil(dua.id)]: panjang }, context);
    const draf = await bacaDrafSurat(database.db, context.task.instans, 1);
    expect(draf?.data.akun[1]?.keterangan).toMatch(/…$/);
  });

  test("makes the same version only once, also when it is repeated on another day", async () => {
    const kit = createKit(database.db);
    const pertama = await topik.handle(masukan, kit.context());
    // Nothing is numbered or drawn again.
    const surat = { berlaku: terlarang, versi: terlarang };
    const besok = { now: () => new Date("2027-01-02T02:00:00Z"), surat };
    expect(await topik.handle(masukan, kit.context({}, besok))).toEqual(pertama);
  });

  test("makes one draft of a version when two workers do it at once", async () => {
    const kit = createKit(database.db);
    const [a, b] = await Promise.all([topik.handle(masukan, kit.context()), topik.handle(masukan, kit.context())]);
    expect(a).toEqual(b);
  });

  test("keeps number and date in a corrected version and takes the corrected passages", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    const pertama = await topik.handle(masukan, context);
    const paragraf = { pembuka: "Pembuka yang baru.", isi: "Isi yang baru.", penutup: "Penutup yang baru." };
    const kedua = await topik.handle({ ...masukan, ...pertama, paragraf }, context);
    expect(kedua).toMatchObject({ nomorSurat: pertama.nomorSurat, versiDraf: 2, paragraf });
    expect(kedua.drafSurat.id).not.toBe(pertama.drafSurat.id);
    expect(await bacaDrafSurat(database.db, context.task.instans, 1)).toBeDefined();
  });

  test("notes who asked for the correction, and why", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    const pertama = await topik.handle(masukan, context);
    const baris = { langkah: "Koreksi draf surat", keputusan: "Draf dikoreksi", waktu: "2026-11-23T02:30:00Z" };
    const riwayat = [{ ...baris, oleh: "ratna", namaOleh: "Ratna Dewi", alasan: "Salah ketik" }];
    await topik.handle({ ...masukan, ...pertama, riwayat }, context);
    const [satu, kedua] = await riwayatDrafSurat(database.db, context.task.instans);
    expect(satu?.pengubah).toBeNull();
    expect(kedua).toMatchObject({ versi: 2, pengubah: { id: "ratna", nama: "Ratna Dewi", alasan: "Salah ketik" } });
  });

  test("keeps letterhead and wording of the first draft when others have come into force since", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    const pertama = await topik.handle(masukan, context);
    const { versi } = await kit.deps.surat.berlaku();
    const isi = await bacaTemplat(database.db, versi);
    if (!isi) throw new Error("no template");
    const lain = { ...isi, kop: { ...isi.kop, unit: "Biro Baru", nomor: { ...isi.kop.nomor, unit: "BARU" } } };
    const oleh = { oleh: "wahyu", namaOleh: "Wahyu", catatan: "" };
    const baru = await simpanTemplat(database.db, lain, versi, oleh);
    try {
      const kedua = await topik.handle({ ...masukan, ...pertama, riwayat: [] }, context);
      const teks = async (id: string) =>
        (await bacaPdf((await bacaDokumen(database.db, id))?.isi ?? Buffer.alloc(0))).halaman.map(teksHalaman).join("");
      expect(await teks(kedua.drafSurat.id)).not.toContain("BIROBARU");
      const permohonanLain = await topik.handle(masukan, createKit(database.db).context());
      expect(permohonanLain.nomorSurat).toContain("/BARU/");
      expect(await teks(permohonanLain.drafSurat.id)).toContain("BIROBARU");
    } finally {
      await simpanTemplat(database.db, isi, baru ?? 0, oleh);
    }
  });

  test("gives two requests two numbers", async () => {
    const a = await topik.handle(masukan, createKit(database.db).context());
    const b = await topik.handle(masukan, createKit(database.db).context());
    expect(a.nomorSurat).not.toBe(b.nomorSurat);
  });

  test("takes a number of the new year when New Year came between two attempts", async () => {
    await topik.handle(masukan, createKit(database.db).context());
    const kit = createKit(database.db);
    const templat = await kit.deps.surat.berlaku();
    const tanpaCetak = async () => ({ ...templat, surat: { ...templat.surat, render: terlarang } });
    const rusak = kit.context({}, { surat: { berlaku: tanpaCetak, versi: tanpaCetak } });
    await expect(topik.handle(masukan, rusak)).rejects.toThrow("not to be called");
    const surat = await topik.handle(masukan, kit.context({}, { now: () => new Date("2026-12-31T17:00:00Z") }));
    expect(surat.nomorSurat).toBe("B/1/LPSE/PL.02/01/2027");
    expect(surat.tanggalSuratPemberitahuan).toBe("2027-01-01");
  });

  test("destroys every nonce of the request that is left", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    const pemilik = { instans: context.task.instans, akun: dua.id };
    await ambilAtauBuatNonce(database.db, { ...pemilik, idKunci: "k1" });
    await topik.handle(masukan, context);
    expect(await bacaNonce(database.db, pemilik)).toMatchObject({ keadaan: "hancur" });
  });

  test("does not write a letter about an account whose result is missing", async () => {
    const kurang = { ...masukan, [namaVariabelHasil(dua.id)]: undefined };
    await expect(topik.handle(kurang, createKit(database.db).context())).rejects.toThrow(
      `the result of account ${dua.id}`,
    );
  });

  test("reads the variables that it does not name, and checks the ones it does", async () => {
    const kit = createKit(database.db);
    await expect(topik.run({ ...masukan, riwayat: [] }, kit.context())).resolves.toMatchObject({ versiDraf: 1 });
    await expect(topik.run({ ...masukan, namaSatker: 7 }, kit.context())).rejects.toMatchObject({ side: "input" });
  });
});
